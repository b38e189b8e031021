import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Extraction } from '../model/extraction.js';
import { ReadError } from '../parse/readers/read-error.js';
import { conversionOf } from '../store/collection/conversions.js';
import type { JobContext } from './context.js';
import { type Original, readArchived } from './convert-document.js';
import type { ReadOptions } from './read-document.js';

export type Reading = Pick<Extraction, 'figures' | 'sections' | 'claims'>;

export interface ReadingPool {
  /** Documents that are worth having under way at a time. */
  readonly width: number;
  /** What an archived original says when it is read now. Throws ReadError, ArchiveError. */
  read(original: Original, control?: ReadOptions['control']): Promise<Reading>;
  close(): Promise<void>;
}

export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly servedType: string | null;
  readonly control: ReadOptions['control'];
}

export type ReadingReply =
  | { readonly reading: Reading }
  | { readonly refused: { readonly code: `read/${string}`; readonly message: string } }
  | { readonly failed: string };

/**
 * Threads that read archived originals side by side: reading is all computing. The archive and the database stay with
 * this thread, and so do originals that are read by a kept copy.
 */
export function openReadingPool(context: JobContext): ReadingPool {
  // Run from its sources, by a loader that threads don't have, the program reads in this thread.
  const count = existsSync(SCRIPT) ? Math.min(availableParallelism(), MOST_THREADS) : 0;
  const threads = Array.from({ length: count }, openThread);
  let turn = 0;
  return {
    width: Math.max(1, count * 2),
    async read(original, control = 'never') {
      if (threads.length === 0 || (await conversionOf(context.db, original.sha256))) {
        return readArchived(context, original, { control });
      }
      const bytes = await context.archive.get(original.sha256);
      const thread = threads[turn++ % threads.length]!;
      return thread.read({ bytes, servedType: original.servedType, control });
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** One thread answers its tasks in the order they came. */
function openThread() {
  const worker = new Worker(SCRIPT);
  const waiting: { resolve: (reading: Reading) => void; reject: (error: Error) => void }[] = [];
  worker.on('message', (reply: ReadingReply) => {
    const { resolve, reject } = waiting.shift()!;
    if ('reading' in reply) resolve(reply.reading);
    else if ('refused' in reply) reject(new ReadError(reply.refused.code, reply.refused.message));
    else reject(new Error(`a reading thread failed: ${reply.failed}`));
  });
  let broken: Error | null = null;
  worker.on('error', (error) => {
    broken = error as Error;
    for (const { reject } of waiting.splice(0)) reject(broken);
  });
  return {
    read: (task: ReadingTask): Promise<Reading> =>
      new Promise((resolve, reject) => {
        // A thread that ended (out of memory) answers nobody.
        if (broken) return reject(broken);
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      }),
    close: () => worker.terminate(),
  };
}

const SCRIPT = fileURLToPath(new URL('./reading-worker.js', import.meta.url));
const MOST_THREADS = 8;
