import { sql } from 'kysely';
import { storableText } from '../postgres/copy-text.js';
import type { Database } from '../postgres/database.js';

/** One request and how it came out; what was served is a capture's to say. */
export interface FetchRecord {
  readonly url: string;
  readonly fetchedAt: Date;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** ok, not_modified, failed; suspect where the answer seems to be something else than the page. */
  readonly outcome: string;
  readonly documentSha256: string | null;
  readonly message: string | null;
}

/** One link of a list page, as seen now. */
export interface ListingRecord {
  readonly sourceId: string;
  readonly url: string;
  readonly title: string;
  readonly listedOn: string | null;
  readonly unitId: string | null;
  readonly reportYear: number | null;
  readonly seenAt: Date;
  /** The list page that holds the link. */
  readonly listUrl: string;
}

/**
 * Adds a request to the log. Of requests in a row that came to the same the first and the last stay: where the two before
 * did, the one between goes, and this one stands for it too. A failure is the same by its code: its words tell hours.
 */
export async function recordFetch(db: Database, fetch: FetchRecord): Promise<void> {
  const { url, fetchedAt, status, outcome, documentSha256 } = fetch;
  const message = fetch.message && storableText(fetch.message);
  await sql`
    with before as (
      select fetched_at, max(fetched_at) over () as latest_at,
        (status, outcome, document_sha256, split_part(message, ': ', 1)) is not distinct from
          (${status}::integer, ${outcome}::text, ${documentSha256}::text, split_part(${message}::text, ': ', 1)) as same
      from raw.fetch where url = ${url} order by fetched_at desc limit 2
    ),
    between_two as (
      delete from raw.fetch f using before b
      where f.url = ${url} and f.fetched_at = b.fetched_at and b.fetched_at = b.latest_at
        and b.fetched_at < ${fetchedAt} and (select count(*) from before where same) = 2
      returning f.looks
    )
    insert into raw.fetch (url, fetched_at, status, outcome, document_sha256, message, looks)
    values (${url}, ${fetchedAt}, ${status}, ${outcome}, ${documentSha256}, ${message},
      1 + coalesce((select looks from between_two), 0))
    on conflict do nothing`.execute(db.kysely);
}

/** Records what list pages say now. A link that is no longer listed keeps its row and its last_seen_at. */
export async function saveListings(db: Database, listings: readonly ListingRecord[]): Promise<void> {
  const byKey = new Map(listings.map((listing) => [`${listing.sourceId} ${listing.url}`, rowOf(listing)]));
  const rows = JSON.stringify([...byKey.values()]);
  await sql`
    insert into raw.listing as held
    select * from jsonb_populate_recordset(null::raw.listing, ${rows}::jsonb)
    order by source_id, url
    on conflict (source_id, url) do update set
      title = excluded.title, listed_on = excluded.listed_on, unit_id = excluded.unit_id,
      report_year = excluded.report_year, last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at),
      host = excluded.host, list_url = excluded.list_url`.execute(db.kysely);
}

function rowOf(listing: ListingRecord) {
  return {
    source_id: listing.sourceId,
    url: listing.url,
    title: storableText(listing.title),
    listed_on: listing.listedOn,
    unit_id: listing.unitId,
    report_year: listing.reportYear,
    first_seen_at: listing.seenAt.toISOString(),
    last_seen_at: listing.seenAt.toISOString(),
    host: new URL(listing.url).hostname,
    list_url: listing.listUrl,
  };
}
