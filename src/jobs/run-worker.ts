import { openRuns } from '../store/collection/shared-runs.js';
import { openHostRests } from './host-rests.js';
import type { Workplace } from './job-kinds.js';
import { openQueue } from './main-job.js';
import { Pace } from './pace.js';
import { work } from './work.js';

export interface WorkerOptions {
  readonly signal: AbortSignal;
  /** Ends when nothing is left to do; else goes on until the signal. */
  readonly untilEmpty: boolean;
  readonly describe: (error: unknown) => string;
}

/** Does whatever is on the queue. A job that fails is told, given back, and the rest goes on; how many failed. */
export async function runWorker(
  place: Pick<Workplace, 'context' | 'userAgent' | 'limits'>,
  { signal, untilEmpty, describe }: WorkerOptions,
): Promise<number> {
  const { db, report } = place.context;
  const queue = await openQueue(place.context);
  let failed = 0;
  await work({ ...place, pace: new Pace(report), rests: openHostRests(db, place.limits) }, queue, {
    idleMs: IDLE_MS,
    signal,
    isOver: async () => {
      if (!untilEmpty) return false;
      const { waiting, working } = await queue.counts();
      return waiting + working === 0 && (await openRuns(db)).length === 0;
    },
    onFailure: ({ queue: kind, key }, error) => {
      failed += 1;
      report.warn(`${kind} ${key}: failed and will be tried again: ${describe(error)}`);
    },
  });
  return failed;
}

/** Often enough to be quick, seldom enough for a hundred workers to be no load. */
const IDLE_MS = 1000;
