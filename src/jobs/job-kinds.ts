import type { RunCounts } from '../model/loading.js';
import type { Job } from '../store/job-queue.js';
import { checkUnits } from './check-units.js';
import { collectHost, type HostWork } from './collect-host.js';
import { type JobContext, NO_COUNTS } from './context.js';
import type { Pace } from './pace.js';
import { parsePending } from './parse-pending.js';

/** What one process has to work with. */
export interface Workplace {
  readonly context: JobContext;
  readonly userAgent: string;
  readonly pace: Pace;
}

export interface JobKind {
  /** How many one process does side by side. */
  readonly atOnce: number;
  readonly perform: (place: Workplace, job: Job, check: () => void) => Promise<RunCounts>;
}

/** Every kind of work that is shared, by the name of its queue. */
export const JOB_KINDS: ReadonlyMap<string, JobKind> = new Map<string, JobKind>([
  // Mostly waiting: hosts are asked side by side, each by one process at a time.
  ['hosts', { atOnce: 16, perform: performHost }],
  ['parse', { atOnce: 1, perform: performParse }],
  ['check', { atOnce: 1, perform: performCheck }],
]);

function performHost(
  place: Workplace,
  { work, createdAt: since }: Job,
  check: () => void,
): Promise<RunCounts> {
  return collectHost({ ...place, work: work as HostWork, since, check });
}

function performParse({ context }: Workplace, { work }: Job): Promise<RunCounts> {
  return parsePending(context, work as { readonly prefix: string });
}

async function performCheck({ context }: Workplace): Promise<RunCounts> {
  const judged = await checkUnits(context, new Date());
  context.report.info(`check: ${judged} unit-years with a new result`);
  return NO_COUNTS;
}
