import type { Reach, Source } from '../model/source.js';
import { dueHosts } from '../store/collection/due-pages.js';
import type { Job } from '../store/collection/job-queue.js';
import { countPending } from '../store/collection/pending-documents.js';
import type { OpenRun } from '../store/collection/shared-runs.js';
import type { Database } from '../store/postgres/database.js';
import type { HostWork } from './collect-host.js';
import { PARSER_VERSION } from './read-document.js';

export type NewJob = Pick<Job, 'queue' | 'key' | 'work'>;

export interface Stage {
  readonly name: string;
  /** The work that is left of this stage, as the database says it. */
  readonly jobs: (db: Database, run: OpenRun) => Promise<readonly NewJob[]>;
}

/** What a run goes through, one stage after the other; the first one's jobs come from the sources file. */
const LISTS: Stage = { name: 'lists', jobs: async () => [] };
const PAGES: Stage = { name: 'pages', jobs: pageJobs };
const PARSE: Stage = { name: 'parse', jobs: (db) => parseJobs(db) };
const CHECK: Stage = { name: 'check', jobs: async () => [{ queue: 'check', key: 'all', work: {} }] };

/** The stages of each job that is shared. */
export const STAGES: ReadonlyMap<string, readonly Stage[]> = new Map([
  ['run', [LISTS, PAGES, PARSE, CHECK]],
  ['collect', [LISTS, PAGES]],
]);

/** One job a host: its lists one after the other, then its pages. */
export function listJobs(sources: readonly Source[], reach: Reach, thenRead: boolean): NewJob[] {
  const hosts = new Map<string, HostWork>();
  for (const source of sources) {
    const { hostname: host } = new URL(source.url);
    const work = hosts.get(host) ?? { host, sources: [], reach, thenRead };
    hosts.set(host, { ...work, sources: [...work.sources, source] });
  }
  return [...hosts].map(([key, work]) => ({ queue: 'hosts', key, work }));
}

/** Pages that are due and were not among those of a host with lists: on other hosts, or no longer listed. */
async function pageJobs(db: Database, { startedAt, reach }: OpenRun): Promise<NewJob[]> {
  const hosts = await dueHosts(db, startedAt);
  const rest = { sources: [], reach, thenRead: false };
  return hosts.map(({ host }) => {
    const work: HostWork = { host, ...rest };
    return { queue: 'hosts', key: host, work };
  });
}

/** Batches by the first digits of the hash: many enough to share, few enough for each to pay. */
export async function parseJobs(db: Database, { atLeast = 1 } = {}): Promise<NewJob[]> {
  const pending = await countPending(db, PARSER_VERSION);
  if (pending < atLeast) return [];
  const digits = pending > 16 * BATCH ? 2 : pending > BATCH ? 1 : 0;
  return Array.from({ length: 16 ** digits }, (_, n) => {
    const prefix = digits === 0 ? '' : n.toString(16).padStart(digits, '0');
    return { queue: 'parse', key: prefix || 'all', work: { prefix } };
  });
}

/** Documents of a batch that pays. */
export const BATCH = 100;
