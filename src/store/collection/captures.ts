import { sql } from 'kysely';
import type { CaptureRecord, DocumentRecord } from '../../model/loading.js';
import { storableText } from '../postgres/copy-text.js';
import { type Database, inTransaction } from '../postgres/database.js';
import type { CaptureRow } from '../postgres/tables.js';
import { movedCaptures, moveReports } from './move-reports.js';

/**
 * new: the address served nothing before · revised: it served another document · reverted: it went back to a document
 * that it had served before · unchanged: it serves what it served last.
 */
export type CaptureOutcome = 'new' | 'revised' | 'reverted' | 'unchanged';

/** What to ask an address with, so that it may answer "not modified". */
export interface KnownCapture {
  readonly documentSha256: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastSeenAt: Date;
}

/** Records that an address served a document; the document is recorded with it. Idempotent. */
export async function saveCapture(db: Database, original: Original): Promise<CaptureOutcome> {
  return (await saveCaptures(db, [original]))[0]!;
}

/** One original and the address that served it. */
export interface Original {
  readonly document: DocumentRecord;
  readonly capture: CaptureRecord;
}

/** The same for many at once, in the order given; what each address did. */
export async function saveCaptures(db: Database, originals: readonly Original[]): Promise<CaptureOutcome[]> {
  const outcomes: CaptureOutcome[] = [];
  let batch: Original[] = [];
  let urls = new Set<string>();
  const flush = async (): Promise<void> => {
    if (batch.length > 0) outcomes.push(...(await saveBatch(db, batch)));
    batch = [];
    urls = new Set();
  };
  for (const original of originals) {
    // An address that is captured twice in one go: the second is judged against the first.
    if (batch.length >= BATCH || urls.has(original.capture.url)) await flush();
    batch.push(original);
    urls.add(original.capture.url);
  }
  await flush();
  return outcomes;
}

function saveBatch(db: Database, batch: readonly Original[]): Promise<CaptureOutcome[]> {
  const documents = JSON.stringify(
    batch.map(({ document: d }) => ({
      sha256: d.sha256,
      media_type: d.mediaType,
      byte_length: d.byteLength,
      served_type: d.servedType,
    })),
  );
  const rows = batch.map(({ capture }) => rowOf(capture));
  const captures = JSON.stringify(rows);
  return inTransaction(db, async (tx) => {
    const { kysely } = tx;
    await sql`
      insert into raw.document (sha256, media_type, byte_length, served_type)
      select distinct on (sha256) sha256, media_type, byte_length, served_type
      from jsonb_populate_recordset(null::raw.document, ${documents}::jsonb) order by sha256
      on conflict do nothing`.execute(kysely);
    await sql`
      select pg_advisory_xact_lock(lock) from (
        select distinct hashtextextended(url, 0) as lock
        from jsonb_populate_recordset(null::raw.capture, ${captures}::jsonb) order by 1) locks`.execute(
      kysely,
    );
    const { rows: held } = await sql<{ url: string; latest: string | null; known: boolean }>`
      select new.url, latest.document_sha256 as latest, known.url is not null as known
      from jsonb_populate_recordset(null::raw.capture, ${captures}::jsonb) new
      left join lateral (
        select document_sha256 from raw.capture c where c.url = new.url
        order by since desc, last_seen_at desc limit 1) latest on true
      left join raw.capture known on known.url = new.url and known.document_sha256 = new.document_sha256`.execute(
      kysely,
    );
    const moved = await movedCaptures(tx, captures);
    await sql`
      insert into raw.capture as held
      select * from jsonb_populate_recordset(null::raw.capture, ${captures}::jsonb) order by url
      on conflict (url, document_sha256) do update set
        source_id = excluded.source_id, unit_id = excluded.unit_id, report_year = excluded.report_year,
        listed_title = excluded.listed_title, listed_on = excluded.listed_on,
        etag = excluded.etag, last_modified = excluded.last_modified,
        since = case when exists (
          select from raw.capture later where later.url = held.url and later.document_sha256 <> held.document_sha256
            and (later.since, later.last_seen_at) > (held.since, held.last_seen_at))
          then excluded.since else held.since end,
        last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at)`.execute(kysely);
    await moveReports(tx, moved);
    await sql`
      update core.report r set since = c.since, source_url = c.url, listed_on = c.listed_on
      from core.report held
      cross join lateral core.capture_of(held.unit_id, held.document_sha256) c
      where held.document_sha256 = any(${batch.map(({ document }) => document.sha256)}::text[])
        and r.unit_id = held.unit_id and r.report_id = held.report_id
        and (r.since, r.source_url, r.listed_on) is distinct from (c.since, c.url, c.listed_on)`.execute(
      kysely,
    );
    const byUrl = new Map(held.map((row) => [row.url, row]));
    return rows.map(({ url, document_sha256 }) => {
      const { latest, known } = byUrl.get(url)!;
      return latest === document_sha256
        ? 'unchanged'
        : known
          ? 'reverted'
          : latest !== null
            ? 'revised'
            : 'new';
    });
  });
}

const BATCH = 500;

/** What an address served last, or null. */
export async function knownCapture(db: Database, url: string): Promise<KnownCapture | null> {
  const row = await latestOf(db.kysely, url);
  return row
    ? {
        documentSha256: row.document_sha256,
        etag: row.etag,
        lastModified: row.last_modified,
        lastSeenAt: row.last_seen_at,
      }
    : null;
}

/** What is said of a document now, by its list or manifest. */
export type Said = Pick<CaptureRecord, 'unitId' | 'reportYear' | 'listedTitle' | 'listedOn'>;

/** The address still serves what it served last (HTTP 304); whose it is may have been corrected meanwhile. */
export async function touchCapture(db: Database, url: string, at: Date, said?: Said): Promise<void> {
  const latest = await latestOf(db.kysely, url);
  if (!latest) return;
  if (said && (said.unitId !== latest.unit_id || said.reportYear !== latest.report_year))
    await saveCapture(db, await sameDocument(db, latest, at, said));
  await db.kysely
    .updateTable('raw.capture')
    .set({ last_seen_at: later(latest.last_seen_at, at) })
    .where('url', '=', url)
    .where('document_sha256', '=', latest.document_sha256)
    .execute();
}

async function sameDocument(db: Database, latest: CaptureRow, at: Date, said: Said): Promise<Original> {
  const document = await db.kysely
    .selectFrom('raw.document')
    .select(['sha256', 'media_type as mediaType', 'byte_length as byteLength', 'served_type as servedType'])
    .where('sha256', '=', latest.document_sha256)
    .executeTakeFirstOrThrow();
  const { url, source_id: sourceId, etag, last_modified: lastModified } = latest;
  const documentSha256 = latest.document_sha256;
  return {
    document,
    capture: { url, sourceId, documentSha256, etag, lastModified, capturedAt: at, ...said },
  };
}

function latestOf(kysely: Database['kysely'], url: string): Promise<CaptureRow | undefined> {
  return kysely
    .selectFrom('raw.capture')
    .selectAll()
    .where('url', '=', url)
    .orderBy('since', 'desc')
    .orderBy('last_seen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function rowOf(capture: CaptureRecord): CaptureRow {
  return {
    url: capture.url,
    document_sha256: capture.documentSha256,
    source_id: capture.sourceId,
    unit_id: capture.unitId,
    report_year: capture.reportYear,
    listed_title: capture.listedTitle && storableText(capture.listedTitle),
    listed_on: capture.listedOn,
    since: capture.capturedAt,
    last_seen_at: capture.capturedAt,
    etag: capture.etag,
    last_modified: capture.lastModified,
  };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
