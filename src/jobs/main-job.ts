import type { FetchLimits } from '../ingest/http/fetch-limits.js';
import { readUnitsFile } from '../ingest/registry/units-file.js';
import type { RunCounts } from '../model/loading.js';
import type { Reach, SourcesFile } from '../model/source.js';
import { saveExpectations } from '../store/collection/expectations.js';
import { type JobQueue, openJobQueue } from '../store/collection/job-queue.js';
import { beginRun, breakOffRun, openRun, runState } from '../store/collection/shared-runs.js';
import { saveSources } from '../store/collection/sources.js';
import { saveCheckSettings } from '../store/judgement/check-settings.js';
import { saveLocalRules } from '../store/judgement/local-rules.js';
import { listUnits, saveUnits } from '../store/units/units.js';
import type { JobContext } from './context.js';
import { expectReports } from './expectations.js';
import { openHostRests } from './host-rests.js';
import { JOB_KINDS } from './job-kinds.js';
import { Pace } from './pace.js';
import { addJobs } from './share-work.js';
import { listJobs } from './stages.js';
import { work } from './work.js';

export interface MainJob {
  readonly context: JobContext;
  readonly sources: SourcesFile;
  readonly userAgent: string;
  /** In place of the client's own, for the work that this process does. */
  readonly limits?: Partial<FetchLimits>;
}

/** The main job: registry → collect → parse and load → check, shared with whoever else works on this database. */
export async function runMainJob(job: MainJob, name: 'run' | 'collect' = 'run'): Promise<RunCounts> {
  const { context, userAgent, limits } = job;
  const { db, report } = context;
  const queue = await openQueue(context);
  const run = await enqueueRun(job, queue, name);
  try {
    await work(
      { context, userAgent, limits, pace: new Pace(report), rests: openHostRests(db, limits) },
      queue,
      {
        idleMs: IDLE_MS,
        isOver: async () => {
          if ((await runState(db, run.runId)).finished) return true;
          await run.begin();
          return false;
        },
        onFailure: (_, error) => {
          throw error;
        },
      },
    );
  } catch (error) {
    // The failure itself is what has to be told, also where the database is the one that failed.
    await breakOffRun(db, run.runId, error instanceof Error ? error.message : String(error)).catch(() => {});
    throw error;
  }
  const { finished: _, error, ...counts } = await runState(db, run.runId);
  if (error) report.warn(error);
  return counts;
}

/** What the schedule does: writes down what is registered and puts the work on the queue, for others to do. */
export async function enqueueMainJob(job: MainJob): Promise<void> {
  const run = await enqueueRun(job, await openQueue(job.context), 'run');
  // A host that is still at work for an earlier run is left out: it is being read at this moment.
  await run.begin({ without: true });
}

export function openQueue({ db }: JobContext): Promise<JobQueue> {
  return openJobQueue(db, [...JOB_KINDS.keys()]);
}

async function enqueueRun({ context, sources }: MainJob, queue: JobQueue, name: 'run' | 'collect') {
  const { db, report } = context;
  await registerUnits(context, sources);
  const { sources: entries, localSites, network } = sources;
  const reach: Reach = { localSites, ...(network ? { network } : {}) };
  const jobs = listJobs(entries, reach, name === 'run');
  const runId = await openRun(db, name, reach);
  await saveSources(db, entries, new Date());
  report.info(`collect: ${entries.length} sources on ${jobs.length} hosts`);
  let left = await addJobs(queue, runId, jobs);
  return {
    runId,
    /** Lets the run go on once all its jobs are on the queue; a host may still be at work for an earlier run. */
    begin: async ({ without = false } = {}): Promise<void> => {
      left = await addJobs(queue, runId, left);
      if (left.length === 0 || without) await beginRun(db, runId, FIRST_STAGE);
    },
  };
}

async function registerUnits({ db }: JobContext, sources: SourcesFile): Promise<void> {
  if (sources.units) await saveUnits(db, await readUnitsFile(sources.units));
  if (sources.checks) await saveCheckSettings(db, sources.checks);
  if (sources.localRules) await saveLocalRules(db, sources.localRules);
  if (!sources.expected) return;
  await saveExpectations(db, expectReports(sources, await listUnits(db)), sources.expected);
}

const FIRST_STAGE = 'lists';
const IDLE_MS = 150;
