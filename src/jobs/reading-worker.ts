/** A thread that reads documents: bytes come in, figures and sections go out. */
import { parentPort } from 'node:worker_threads';
import { ReadError } from '../parse/read-error.js';
import { readUnarchived } from './convert-document.js';
import type { ReadingReply, ReadingTask } from './reading-pool.js';

parentPort?.on('message', async ({ bytes, servedType }: ReadingTask) => {
  parentPort!.postMessage(await reply(Buffer.from(bytes), servedType));
});

async function reply(bytes: Buffer, servedType: string | null): Promise<ReadingReply> {
  try {
    const { figures, sections } = await readUnarchived(bytes, servedType, { control: 'never' });
    return { reading: { figures, sections } };
  } catch (error) {
    if (error instanceof ReadError) return { refused: { code: error.code, message: error.message } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
