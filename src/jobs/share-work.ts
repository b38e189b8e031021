import type { JobQueue } from '../store/collection/job-queue.js';
import { moveRun, type OpenRun, openRuns } from '../store/collection/shared-runs.js';
import type { Database } from '../store/postgres/database.js';
import { type NewJob, STAGES } from './stages.js';

/** Puts jobs of a run on the queue; those that can't be now, as such a job is at work, are given back. */
export async function addJobs(
  queue: JobQueue,
  runId: string,
  jobs: readonly NewJob[],
): Promise<readonly NewJob[]> {
  const later: NewJob[] = [];
  for (const job of jobs) if (!(await queue.add({ ...job, run: runId }))) later.push(job);
  return later;
}

/**
 * Moves every run on whose stage has no jobs left: the next stage's jobs are put on the queue, or the run ends. Anybody
 * may do so at any time: added twice is added once, and one process moves the run.
 */
export async function advanceRuns(db: Database, queue: JobQueue): Promise<void> {
  for (const run of await openRuns(db)) await advanceRun(db, queue, run);
}

async function advanceRun(db: Database, queue: JobQueue, run: OpenRun): Promise<void> {
  const { waiting, working, failed } = await queue.counts(run.runId);
  if (waiting + working > 0) return;
  const stages = STAGES.get(run.job) ?? [];
  const next = stages[stages.findIndex(({ name }) => name === run.stage) + 1];
  if (!next) {
    await moveRun(db, run, null, failed > 0 ? `${failed} jobs were given up after several attempts` : null);
    return;
  }
  const jobs = await next.jobs(db, run);
  // Where a job of the same key is at work for another run, this one waits for it.
  if ((await addJobs(queue, run.runId, jobs)).length > 0) return;
  if ((await moveRun(db, run, next.name)) && jobs.length === 0)
    await advanceRun(db, queue, { ...run, stage: next.name });
}
