import { type Job, type JobQueue, LEASE_SECONDS } from '../store/collection/job-queue.js';

/** Another process has this job now, or may have: what goes on must stop. */
export class JobLostError extends Error {
  override readonly name = 'JobLostError';
}

/** That a job is ours. */
export interface Hold {
  /** Before anything that two processes must not do at once. Throws JobLostError. */
  readonly check: () => void;
  readonly release: () => void;
}

/**
 * Keeps a job ours while it is worked on. A process that was held up for longer than the lease finds out by its own
 * clock, before it asks a host for anything more.
 */
export function holdJob(queue: JobQueue, job: Job): Hold {
  let lost = false;
  let renewedAt = performance.now();
  const renew = async (): Promise<void> => {
    const asked = performance.now();
    // A database that doesn't answer is no answer: the clock decides.
    const ours = await queue.renew(job).catch(() => null);
    if (ours === true) renewedAt = asked;
    if (ours === false) lost = true;
  };
  const timer = setInterval(() => void renew(), RENEW_MS);
  return {
    check: () => {
      if (lost || performance.now() - renewedAt > SAFE_MS)
        throw new JobLostError(
          `${job.queue} ${job.key}: this process was held up; another takes the work on`,
        );
    },
    release: () => clearInterval(timer),
  };
}

const RENEW_MS = (LEASE_SECONDS * 1000) / 5;
/** A request that is under way has some time to end before another process may begin. */
const SAFE_MS = (LEASE_SECONDS * 1000) / 2;
