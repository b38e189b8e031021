import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, JobQueue } from '../store/collection/job-queue.js';
import { addRunCounts } from '../store/collection/shared-runs.js';
import { holdJob, JobLostError } from './hold.js';
import { JOB_KINDS, type Workplace } from './job-kinds.js';
import { addJobs, advanceRuns } from './share-work.js';

export interface Shift {
  /** Asked whenever there is nothing to take, and once a round; true ends the shift. */
  readonly isOver: () => Promise<boolean>;
  /** What to do about a job that failed: throwing ends the shift. The job itself is given back first. */
  readonly onFailure: (job: Job, error: unknown) => void;
  /** Milliseconds between two looks at an empty queue. */
  readonly idleMs: number;
  /** Ends the shift at once: what is under way is given back. */
  readonly signal?: AbortSignal;
}

/** Takes jobs and does them until the shift is over; what is under way then is finished first. */
export async function work(place: Workplace, queue: JobQueue, shift: Shift): Promise<void> {
  const busy = new Map([...JOB_KINDS.keys()].map((name) => [name, new Set<Promise<void>>()]));
  const under = (): Promise<void>[] => [...busy.values()].flatMap((jobs) => [...jobs]);
  const failures: unknown[] = [];
  try {
    while (failures.length === 0 && !shift.signal?.aborted) {
      const taken = await takeJobs(queue, busy, (job) =>
        perform(place, queue, job, shift).catch((error: unknown) => void failures.push(error)),
      );
      if (taken > 0) continue;
      await advanceRuns(place.context.db, queue);
      if (await shift.isOver()) break;
      await Promise.race([pause(shift), ...under()]);
    }
  } finally {
    await Promise.all(under());
  }
  if (failures.length > 0) throw failures[0];
}

/** One job of each kind that has room; how many there were. */
async function takeJobs(
  queue: JobQueue,
  busy: ReadonlyMap<string, Set<Promise<void>>>,
  start: (job: Job) => Promise<void>,
): Promise<number> {
  let taken = 0;
  for (const [name, { atOnce }] of JOB_KINDS) {
    const jobs = busy.get(name)!;
    if (jobs.size >= atOnce) continue;
    const job = await queue.take(name);
    if (!job) continue;
    taken += 1;
    const done: Promise<void> = start(job).finally(() => jobs.delete(done));
    jobs.add(done);
  }
  return taken;
}

async function perform(
  place: Workplace,
  queue: JobQueue,
  job: Job,
  { onFailure, signal }: Shift,
): Promise<void> {
  const hold = holdJob(queue, job);
  const check = (): void => {
    if (signal?.aborted) throw new ShiftEndedError(`${job.queue} ${job.key}: given back`);
    hold.check();
  };
  try {
    const kind = JOB_KINDS.get(job.queue)!;
    const counts = await kind.perform(place, job, check);
    // Before the job ends: its run must not find itself without jobs in between.
    await addJobs(queue, job.run, (await kind.leadsTo?.(place, job, counts)) ?? []);
    await queue.finish(job, (tx) => addRunCounts(tx, job.run, counts));
  } catch (error) {
    if (error instanceof JobLostError) {
      place.context.report.warn(error.message);
      return;
    }
    // What failed may be the database itself: then the lease gives the job back.
    await queue.fail(job, error instanceof Error ? error.message : String(error)).catch(() => {});
    if (!(error instanceof ShiftEndedError)) onFailure(job, error);
  } finally {
    hold.release();
  }
}

/** Told to stop in the middle of a job. */
class ShiftEndedError extends Error {
  override readonly name = 'ShiftEndedError';
}

async function pause({ idleMs, signal }: Shift): Promise<void> {
  await sleep(idleMs, undefined, signal ? { signal } : {}).catch(() => {}); // Told to stop: no more waiting.
}
