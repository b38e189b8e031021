import { setTimeout as sleep } from 'node:timers/promises';
import type { JobContext } from '../../src/jobs/context.js';
import { enqueueMainJob, type MainJob, runMainJob } from '../../src/jobs/main-job.js';
import type { SourcesFile } from '../../src/model/source.js';
import { listHostRests } from '../../src/store/collection/host-rests.js';
import type { Database } from '../../src/store/postgres/database.js';
import { DELAY_MS, LIMITS } from './limits.js';
import type { SiteServer } from './site-server.js';
import { startWorker, USER_AGENT, type WorkerProcess } from './workers.js';
import type { World } from './world.js';

export interface Ran {
  /** Processes that were killed while they worked. */
  readonly killed: number;
  readonly workers: number;
  /** What the collector could not bear: it should bear everything. */
  readonly broken: readonly string[];
}

export interface RunPlace {
  readonly context: JobContext;
  readonly url: string;
  readonly dataFolder: string;
  readonly sites: SiteServer;
  /** Called after every round. */
  readonly afterRound: (startedAt: Date) => Promise<void>;
}

/** Collects the world again and again while things go wrong, then once more when all is well. */
export async function runWorld(world: World, place: RunPlace): Promise<Ran> {
  const { context, sites } = place;
  const limits = { ...LIMITS, delayMs: DELAY_MS, maxRetryAfterMs: world.maxRetryAfterMs };
  const job: MainJob = { context, sources: sourcesOf(world, sites.port), userAgent: USER_AGENT, limits };
  const broken: string[] = [];
  let killed = 0;
  let workers = 0;
  for (let round = 1; round <= world.rounds + 1; round++) {
    if (round > world.rounds) await restsOver(context.db);
    const startedAt = new Date();
    sites.beginRound(round, round <= world.rounds);
    try {
      if (round === 1 && world.mode !== 'alone') {
        const ended = await shareRound(world, place, job);
        workers = ended.length;
        killed = ended.filter((one) => one.killed).length;
        for (const { code, killed, stderr } of ended)
          if (!killed && code !== 0) broken.push(`worker: exit ${code}: ${stderr}`);
      } else await runMainJob(job);
    } catch (error) {
      broken.push(`round ${round}: ${error instanceof Error ? error.stack : error}`);
    }
    await place.afterRound(startedAt);
  }
  return { killed, workers, broken };
}

/** One process or four, one of them killed where the world says so. */
async function shareRound(world: World, { context, url, dataFolder, sites }: RunPlace, job: MainJob) {
  await enqueueMainJob(job);
  const start = { url, dataFolder, limits: job.limits! };
  const count = world.mode === 'workers' ? 4 : 1;
  const workers = Array.from({ length: count }, () => startWorker(start));
  if (world.kill) void killLater(world.kill, sites, workers[0]!);
  const ended = await Promise.all(workers.map((worker) => worker.ended));
  // Nobody is left: what was held is free when its lease is over, and that is when the next one comes.
  await context.db.pool.connect().then(async (client) => {
    await client.execute(LEASES_OVER);
    client.release();
  });
  return ended;
}

/** All is well when the hosts want to be asked again. */
async function restsOver(db: Database): Promise<void> {
  const rests = await listHostRests(db);
  await sleep(Math.max(0, ...rests.map(({ milliseconds }) => milliseconds)));
}

async function killLater(
  { atRequest, afterMs }: NonNullable<World['kill']>,
  sites: SiteServer,
  worker: WorkerProcess,
): Promise<void> {
  await Promise.race([sites.reached(atRequest), worker.ended]);
  await sleep(afterMs);
  worker.kill();
}

function sourcesOf({ hosts }: World, port: number): SourcesFile {
  return {
    sources: hosts.flatMap(({ sites }) => sites.map(({ source }) => source)),
    ...{ due: [], expected: null, units: null },
    localSites: hosts.map(({ host }) => ({ host, folder: '', port })),
  };
}

const LEASES_OVER = `
  update pgboss.job set started_on = now() - expire_in - interval '1 second' where state = 'active'`;
