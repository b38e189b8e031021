import type { RunCounts } from '../model/loading.js';
import { finishRun, startRun } from '../store/collection/runs.js';
import type { Database } from '../store/postgres/database.js';
import { NO_COUNTS } from './context.js';

/** Runs a job and records it in ops, also when it fails. */
export async function recordRun(
  db: Database,
  job: string,
  work: () => Promise<RunCounts>,
): Promise<RunCounts> {
  const runId = await startRun(db, job, new Date());
  try {
    const counts = await work();
    await finishRun(db, runId, { finishedAt: new Date(), counts });
    return counts;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The failure itself is what has to be told, also where the database is the one that failed.
    await finishRun(db, runId, { finishedAt: new Date(), counts: NO_COUNTS, error: message }).catch(() => {});
    throw error;
  }
}
