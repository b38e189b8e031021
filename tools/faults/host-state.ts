import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { shell } from '../sites/publisher-site.js';
import { type Answer, answerOf } from './answer-of.js';
import type { Asked, FaultKind } from './fault-kinds.js';
import type { ListVersion, WorldHost, WorldSite } from './world.js';

/** A host as it stands: which version of its lists it shows, and what goes wrong at the next request. */
export interface HostState {
  readonly host: WorldHost;
  kindOf(path: string): Asked;
  /** Counts a request; the fault that it meets. */
  count(asked: Asked, faulty: boolean): FaultKind | null;
  answer(request: IncomingMessage, posted: Buffer): Promise<Answer>;
  /** Null where the host has none, or for this answer. */
  etagOf(request: IncomingMessage, answer: Answer): string | null;
  /** Nothing changes any more: the list is what it becomes in the end. */
  settle(): void;
  /** When each version of a site's list began to be shown, in order. */
  shown(site: WorldSite): readonly Shown[];
}

export interface Shown {
  readonly since: number;
  readonly version: ListVersion;
}

export function createHostState(host: WorldHost): HostState {
  let settled = false;
  const counts: Record<Asked, number> = { robots: 0, list: 0, page: 0 };
  const shown = new Map<WorldSite, Shown[]>(
    host.sites.map((site) => [site, [{ since: 0, version: site.versions[0]! }]]),
  );
  const pages = new Set(host.sites.flatMap((site) => pathsOf(site)));

  const change = (): void => {
    for (const [site, versions] of shown) {
      const version = settled
        ? site.versions.at(-1)!
        : site.versions.find(({ until }) => counts.list <= until)!;
      if (versions.at(-1)!.version !== version) versions.push({ since: Date.now(), version });
    }
  };

  return {
    host,
    kindOf: (path) => (path === '/robots.txt' ? 'robots' : pages.has(path) ? 'page' : 'list'),
    count(asked, faulty) {
      const number = ++counts[asked];
      change();
      if (!faulty) return null;
      const met = host.faults.find(
        ({ on, from, times }) => on === asked && number >= from && number < from + times,
      );
      return met?.kind ?? null;
    },
    async answer(request, posted) {
      const path = request.url ?? '/';
      if (path === '/robots.txt') return robotsOf(host);
      if (path === '/') return HOME;
      const loop = /^\/loop\/(\d+)$/.exec(path);
      if (loop) return { ...HOME, status: 302, type: `/loop/${Number(loop[1]) + 1}` };
      let answer: Answer = NOTHING;
      for (const site of host.sites) {
        const document = site.documents.get(path);
        if (document) return { status: 200, type: DOCX, body: document };
        answer = await answerOf(siteNow(shown.get(site)!, path), request, posted);
        if (answer.status !== 404) break;
      }
      const lie = host.charset !== null && answer.type.startsWith('text/html');
      return lie ? { ...answer, type: `text/html; charset=${host.charset}` } : answer;
    },
    etagOf: ({ method, url }, { status, body }) =>
      host.etags && method === 'GET' && status === 200 && url !== '/robots.txt'
        ? `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
        : null,
    settle: () => {
      settled = true;
      change();
    },
    shown: (site) => shown.get(site)!,
  };
}

/** The list as it is now; a report that is no longer on it is still served. */
function siteNow(versions: readonly Shown[], path: string) {
  const now = versions.at(-1)!.version.site;
  const has = ({ version }: Shown): boolean => version.site.reports.some(({ url }) => pathOf(url) === path);
  return versions.findLast(has)?.version.site ?? now;
}

function pathsOf({ versions, documents, source }: WorldSite): string[] {
  // Where the address carries the year the report is the list.
  if (source.years !== null) return [];
  const pages = versions.flatMap(({ site }) => site.reports.map(({ url }) => pathOf(url)));
  return [...pages, ...documents.keys()];
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function robotsOf({ crawlDelayMs }: WorldHost): Answer {
  if (crawlDelayMs === null) return NOTHING;
  const body = Buffer.from(`User-agent: *\nCrawl-delay: ${crawlDelayMs / 1000}\nDisallow: /admin/\n`);
  return { status: 200, type: 'text/plain', body };
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NOTHING: Answer = { status: 404, type: 'text/plain', body: Buffer.from('no') };
const HOME: Answer = {
  ...{ status: 200, type: 'text/html; charset=utf-8' },
  body: Buffer.from(shell('<h1>北塬县人民政府</h1>')),
};
