import { Worker } from 'node:worker_threads';
import { QueryError } from '../store/postgres/query-read-only.js';
import type { Question, Reply } from './query-worker.js';

/**
 * Answers a statement on the embedded database in a thread of its own. The embedded database knows no statement timeout
 * and blocks its thread while it works, so it is the thread that is ended; the folder is then as after a killed process,
 * which loses nothing.
 * @throws QueryError when it takes longer than `timeoutMs`.
 */
export async function queryStoppably(question: Question, timeoutMs: number): Promise<Reply> {
  const worker = new Worker(new URL('./query-worker.js', import.meta.url), { workerData: question });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Reply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () =>
        reject(new Error('the thread of the embedded database ended without an answer')),
      );
      timer = setTimeout(() => reject(new QueryError(TOO_LONG, null, null)), timeoutMs);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const TOO_LONG = 'the query took too long and was stopped; --timeout gives it more seconds';
