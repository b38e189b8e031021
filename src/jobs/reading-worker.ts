/** A thread that reads documents: bytes come in, figures, sections and claims go out. */
import { parentPort } from 'node:worker_threads';
import { ReadError } from '../parse/readers/read-error.js';
import { readUnarchived } from './convert-document.js';
import type { ReadingReply, ReadingTask } from './reading-pool.js';

parentPort?.on('message', async (task: ReadingTask) => {
  parentPort!.postMessage(await reply(task));
});

async function reply({ bytes, servedType, control }: ReadingTask): Promise<ReadingReply> {
  try {
    const { figures, sections, claims } = await readUnarchived(Buffer.from(bytes), servedType, { control });
    return { reading: { figures, sections, claims } };
  } catch (error) {
    if (error instanceof ReadError) return { refused: { code: error.code, message: error.message } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
