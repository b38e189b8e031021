import type { Database } from '../../src/store/postgres/database.js';
import type { HostState } from './host-state.js';
import type { WorldSite } from './world.js';

/** Crawls that are told to be complete though a report was on the list all the while and they don't have it. */
export async function judgeLists(
  states: readonly HostState[],
  db: Database,
  roundStartedAt: Date,
): Promise<string[]> {
  const client = await db.pool.connect();
  try {
    const { rows: crawls } = await client.query<CrawlRow>(COMPLETE, [roundStartedAt]);
    const { rows: listed } = await client.query<ListedRow>(LISTED);
    return states.flatMap((state) =>
      state.host.sites.flatMap((site) =>
        crawls
          .filter((crawl) => crawl.source_id === site.source.id)
          .flatMap((crawl) => missedBy(crawl, listed, alwaysListed(state, site, crawl))),
      ),
    );
  } finally {
    client.release();
  }
}

function missedBy(crawl: CrawlRow, listed: readonly ListedRow[], urls: readonly string[]): string[] {
  const seen = new Set(
    listed
      .filter((row) => row.source_id === crawl.source_id && row.last_seen_at >= crawl.started_at)
      .map((row) => row.url),
  );
  const missed = urls.filter((url) => !seen.has(url));
  return missed.length === 0
    ? []
    : [`${crawl.source_id} (${crawl.ended}): complete without ${missed.join(', ')}`];
}

/** Reports in every version of the list that was shown while it was read. */
function alwaysListed(state: HostState, site: WorldSite, { started_at, finished_at }: CrawlRow): string[] {
  const shown = state.shown(site);
  const during = shown.filter(
    ({ since }, place) =>
      since <= finished_at.getTime() && (shown[place + 1]?.since ?? Infinity) >= started_at.getTime(),
  );
  const lists = during.map(({ version }) => new Set(version.site.reports.map(({ url }) => url)));
  return [...lists[0]!].filter((url) => lists.every((list) => list.has(url)));
}

interface CrawlRow {
  readonly source_id: string;
  readonly started_at: Date;
  readonly finished_at: Date;
  readonly ended: string;
}

interface ListedRow {
  readonly source_id: string;
  readonly url: string;
  readonly last_seen_at: Date;
}

const COMPLETE = `
  select source_id, started_at, finished_at, ended from core.crawl where complete and started_at >= $1`;
const LISTED = 'select source_id, url, last_seen_at from raw.listing';
