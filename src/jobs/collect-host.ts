import { setTimeout as sleep } from 'node:timers/promises';
import { defaultLimits, type FetchLimits } from '../ingest/http/fetch-limits.js';
import { createHttpClient } from '../ingest/http/http-client.js';
import { serveLocalSites } from '../ingest/local/local-site.js';
import type { RunCounts } from '../model/loading.js';
import type { Reach, Source } from '../model/source.js';
import { crawledSince } from '../store/collection/crawls.js';
import { duePages } from '../store/collection/due-pages.js';
import { listUnits } from '../store/units/units.js';
import { addCounts, type JobContext, NO_COUNTS } from './context.js';
import { crawlSource } from './crawl-source.js';
import type { HostRests } from './host-rests.js';
import { lookAtPage } from './look-at-page.js';
import type { Pace } from './pace.js';
import type { Collecting } from './record-fetch.js';

/** All that is to be asked of one host: its lists, then every page of it that is due. */
export interface HostWork {
  readonly host: string;
  readonly sources: readonly Source[];
  readonly reach: Reach;
  /** Whether what is new is read at once, while other hosts are still being asked. */
  readonly thenRead: boolean;
}

export interface HostJob {
  readonly context: JobContext;
  readonly userAgent: string;
  readonly pace: Pace;
  readonly work: HostWork;
  /** When the work was given out: lists that were read since, by whoever was killed at it, are not read again. */
  readonly since: Date;
  readonly check: () => void;
  /** Who is left alone, whichever job found out. */
  readonly rests: HostRests;
  /** In place of the client's own. */
  readonly limits?: Partial<FetchLimits> | undefined;
}

/**
 * From one host to the archive. A page that fails is recorded and the rest goes on; pages that are due are found in the
 * database, so that who comes after a killed process does what that one had not yet done.
 */
export async function collectHost(job: HostJob): Promise<RunCounts> {
  const { context, userAgent, work, since, check, limits, rests } = job;
  const sites = await serveLocalSites(work.reach.localSites);
  const reach = { localHosts: sites.hosts, network: work.reach.network };
  const http = createHttpClient({ userAgent, breaker: rests.breaker, ...reach, ...limits });
  try {
    await rests.refresh();
    const collecting = { context, http, check, units: await listUnits(context.db) };
    // Whoever had this host before may have asked it a moment ago.
    const pauses = work.sources.map(({ delayMs }) => delayMs);
    await sleep(Math.max(...(pauses.length > 0 ? pauses : [limits?.delayMs ?? defaultLimits().delayMs])));
    const done = await crawledSince(context.db, since);
    let counts = NO_COUNTS;
    for (const source of work.sources.filter(({ id }) => !done.has(id)))
      counts = addCounts(counts, await crawlSource(collecting, source));
    return addCounts(counts, await lookAtDuePages(collecting, work.host, job.pace));
  } finally {
    await http.close();
    await sites.close();
    await rests.written();
  }
}

/** Until none is left: a page may lead to others that are then due. */
async function lookAtDuePages(collecting: Collecting, host: string, pace: Pace): Promise<RunCounts> {
  const seen = new Set<string>();
  let counts = NO_COUNTS;
  for (;;) {
    const pages = (await duePages(collecting.context.db, host)).filter(({ url }) => !seen.has(url));
    if (pages.length === 0) return counts;
    const paced = pace.begin(host, pages.length);
    try {
      for (const page of pages) {
        seen.add(page.url);
        counts = addCounts(counts, await lookAtPage(collecting, page));
        paced.step();
      }
    } finally {
      paced.end();
    }
  }
}
