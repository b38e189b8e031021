import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { storableText } from '../postgres/copy-text.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';

/** One page of a list as it was asked for. */
export interface ListPageRecord {
  readonly url: string;
  /** Of a source whose address carries the year. */
  readonly reportYear: number | null;
  readonly fetchedAt: Date;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** 304: the bytes are those of an earlier answer. */
  readonly notModified: boolean;
  /** Of the archived bytes; null where there are none. */
  readonly sha256: string | null;
  readonly finalUrl: string | null;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly failure: string | null;
}

/**
 * How a crawl ended. `end`: the list was read to its end; `shrunk`: and it lacks links that it had the time before;
 * `once`: and there is no time before to compare it with.
 */
export interface CrawlEnd {
  readonly ended: string;
  readonly pagesLeft: number;
  readonly declaredTotal: number | null;
  readonly message: string | null;
}

/** Records that a source's list begins to be read; the id is for the other calls. */
export async function startCrawl(db: Database, sourceId: string, startedAt: Date): Promise<string> {
  const crawlId = randomUUID();
  await sql`
    insert into raw.crawl (crawl_id, source_id, started_at)
    values (${crawlId}, ${sourceId}, ${startedAt})`.execute(db.kysely);
  return crawlId;
}

export async function saveListPage(
  db: Database,
  crawlId: string,
  ordinal: number,
  page: ListPageRecord,
): Promise<void> {
  const failure = page.failure && storableText(page.failure);
  await sql`
    insert into raw.list_page (crawl_id, ordinal, url, report_year, fetched_at, status, not_modified, sha256,
      final_url, content_type, etag, last_modified, failure)
    values (${crawlId}, ${ordinal}, ${page.url}, ${page.reportYear}, ${page.fetchedAt}, ${page.status},
      ${page.notModified}, ${page.sha256}, ${page.finalUrl}, ${page.contentType}, ${page.etag},
      ${page.lastModified}, ${failure})`.execute(db.kysely);
}

/** What was read on a page: its entries, and those of them that look like reports. */
export async function countListPage(
  db: Database,
  crawlId: string,
  ordinal: number,
  { items, reports }: { readonly items: number; readonly reports: number },
): Promise<void> {
  await sql`
    update raw.list_page set items = ${items}, reports = ${reports}
    where crawl_id = ${crawlId} and ordinal = ${ordinal}`.execute(db.kysely);
}

/** Of crawls in a row that read the same, the first and the last stay. */
export async function finishCrawl(db: Database, crawlId: string, end: CrawlEnd): Promise<void> {
  const message = end.message && storableText(end.message);
  await inTransaction(db, async ({ kysely }) => {
    await sql`
      update raw.crawl set finished_at = ${new Date()}, ended = ${end.ended}, pages_left = ${end.pagesLeft},
        declared_total = ${end.declaredTotal}, message = ${message}
      where crawl_id = ${crawlId}`.execute(kysely);
    await dropSameBetween(kysely, crawlId);
  });
}

/** The same is: every page asked for came to the same bytes, entries and end. The last crawl stands for what goes. */
async function dropSameBetween(kysely: Transaction['kysely'], crawlId: string): Promise<void> {
  await sql`
    with latest as (
      select crawl.*, row_number() over (order by started_at desc) as back
      from raw.crawl
      where source_id = (select source_id from raw.crawl where crawl_id = ${crawlId})
      order by started_at desc limit 3
    ),
    said as (
      select l.crawl_id, l.back, jsonb_build_array(l.ended, l.pages_left, l.declared_total, l.message, (
          select jsonb_agg(jsonb_build_array(p.url, p.report_year, p.final_url, p.sha256,
            case when p.sha256 is null then p.status end, p.items, p.reports, p.failure) order by p.ordinal)
          from raw.list_page p where p.crawl_id = l.crawl_id)) as words
      from latest l
    ),
    between_two as (
      delete from raw.crawl c using said s
      where c.crawl_id = s.crawl_id and s.back = 2
        and (select count(*) = 3 and count(distinct words) = 1 from said)
        and exists (select from said where back = 1 and crawl_id = ${crawlId})
      returning c.readings
    )
    update raw.crawl c set readings = c.readings + b.readings
    from between_two b where c.crawl_id = ${crawlId}`.execute(kysely);
}

/**
 * What the reading before says against a list of several pages that seems whole. Where an entry goes while the list is
 * read, those after it move up, past the page that is read next: what is missing may be there. So it is in doubt where it
 * lacks a link that it had when it was last read to an end (`shrunk`), and where it was never read before (`once`), but
 * for pages of which each is of a year of its own.
 */
export async function doubtOfReading(db: Database, crawlId: string): Promise<'shrunk' | 'once' | null> {
  const { rows } = await sql<{ doubt: 'shrunk' | 'once' | null }>`
    select case
        when before.started_at is null then case when pages.paged > 1 then 'once' end
        when exists (
          select from raw.listing l
          where l.source_id = this.source_id
            and l.last_seen_at >= before.started_at and l.last_seen_at < this.started_at) then 'shrunk'
      end as doubt
    from raw.crawl this
    cross join lateral (
      select count(*) as listed, count(*) filter (where p.report_year is null) as paged
      from raw.list_page p where p.crawl_id = this.crawl_id and p.items is not null
    ) pages
    left join lateral (
      select before.started_at from raw.crawl before
      where before.source_id = this.source_id and before.started_at < this.started_at
        and before.ended not in ('failed', 'cap')
      order by before.started_at desc limit 1
    ) before on true
    where this.crawl_id = ${crawlId} and pages.listed > 1`.execute(db.kysely);
  return rows[0]?.doubt ?? null;
}

/** The last answer of a list page whose bytes were kept, to ask whether it has changed; null for none. */
export async function knownListPage(db: Database, url: string): Promise<ListPageRecord | null> {
  const { rows } = await sql<ListPageRecord>`
    select url, report_year as "reportYear", fetched_at as "fetchedAt", status, not_modified as "notModified",
      sha256, final_url as "finalUrl", content_type as "contentType", etag, last_modified as "lastModified", failure
    from raw.list_page
    where url = ${url} and sha256 is not null
    order by fetched_at desc limit 1`.execute(db.kysely);
  return rows[0] ?? null;
}

/** Sources whose lists were read since a moment, to whatever end but a failure and one that wants another reading at once. */
export async function crawledSince(db: Database, since: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ source_id: string }>`
    select distinct source_id from raw.crawl
    where started_at >= ${since} and finished_at is not null and ended not in ('failed', 'once')`.execute(
    db.kysely,
  );
  return new Set(rows.map((row) => row.source_id));
}

/** The hash of every list page that was archived as evidence, in order. */
export async function archivedListPages(db: Database): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from raw.list_page where sha256 is not null order by sha256`.execute(db.kysely);
  return rows.map((row) => row.sha256);
}
