import type { FetchLimits } from '../ingest/http/fetch-limits.js';
import type { RunCounts } from '../model/loading.js';
import type { Job } from '../store/collection/job-queue.js';
import { checkUnits } from './check-units.js';
import { collectHost, type HostWork } from './collect-host.js';
import { type JobContext, NO_COUNTS } from './context.js';
import type { HostRests } from './host-rests.js';
import type { Pace } from './pace.js';
import { parsePending } from './parse-pending.js';
import { BATCH, type NewJob, parseJobs } from './stages.js';

/** What one process has to work with. */
export interface Workplace {
  readonly context: JobContext;
  readonly userAgent: string;
  readonly pace: Pace;
  /** A host that one job was told to leave alone is left alone by the next, in whatever process. */
  readonly rests: HostRests;
  /** In place of the client's own. */
  readonly limits?: Partial<FetchLimits> | undefined;
}

export interface JobKind {
  /** How many one process does side by side. */
  readonly atOnce: number;
  readonly perform: (place: Workplace, job: Job, check: () => void) => Promise<RunCounts>;
  /** Work of the same run that need not wait for its stage. */
  readonly leadsTo?: (place: Workplace, job: Job, counts: RunCounts) => Promise<readonly NewJob[]>;
}

/** Every kind of work that is shared, by the name of its queue. */
export const JOB_KINDS: ReadonlyMap<string, JobKind> = new Map<string, JobKind>([
  // Mostly waiting: hosts are asked side by side, each by one process at a time.
  ['hosts', { atOnce: 16, perform: performHost, leadsTo: readWhatIsNew }],
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

/** Where enough has come in: a slow host holds nobody else's reports up. */
async function readWhatIsNew(
  { context }: Workplace,
  { work }: Job,
  { fetched }: RunCounts,
): Promise<NewJob[]> {
  return (work as HostWork).thenRead && fetched > 0 ? parseJobs(context.db, { atLeast: BATCH }) : [];
}

function performParse({ context }: Workplace, { work }: Job): Promise<RunCounts> {
  return parsePending(context, work as { readonly prefix: string });
}

async function performCheck({ context }: Workplace): Promise<RunCounts> {
  const judged = await checkUnits(context, new Date());
  context.report.info(`check: ${judged} unit-years with a new result`);
  return NO_COUNTS;
}
