import { sql } from 'kysely';
import type { CaptureRecord, DocumentRecord } from '../model/loading.js';
import { storableText } from './copy-text.js';
import { type Database, inTransaction, type Transaction } from './database.js';
import type { CaptureRow } from './tables.js';

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

/** Records an original; true if it was not there before. */
export async function saveDocument(db: Database, document: DocumentRecord): Promise<boolean> {
  const result = await db.kysely
    .insertInto('raw.document')
    .values({
      sha256: document.sha256,
      media_type: document.mediaType,
      byte_length: document.byteLength,
      served_type: document.servedType,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Records that an address served a document; the document is recorded first. Idempotent. */
export function saveCapture(db: Database, capture: CaptureRecord): Promise<CaptureOutcome> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${capture.url}, 0))`.execute(tx.kysely);
    const latest = await latestOf(tx.kysely, capture.url);
    const row = rowOf(capture);
    if (latest?.document_sha256 === capture.documentSha256) {
      await tx.kysely
        .updateTable('raw.capture')
        .set({
          ...withoutKey(row),
          since: latest.since,
          last_seen_at: later(latest.last_seen_at, capture.capturedAt),
        })
        .where('url', '=', capture.url)
        .where('document_sha256', '=', capture.documentSha256)
        .execute();
      await followCapture(tx, capture.documentSha256);
      return 'unchanged';
    }
    const before = await tx.kysely
      .selectFrom('raw.capture')
      .select('since')
      .where('url', '=', capture.url)
      .where('document_sha256', '=', capture.documentSha256)
      .executeTakeFirst();
    await tx.kysely
      .insertInto('raw.capture')
      .values(row)
      .onConflict((c) => c.columns(['url', 'document_sha256']).doUpdateSet(withoutKey(row)))
      .execute();
    await followCapture(tx, capture.documentSha256);
    return before ? 'reverted' : latest ? 'revised' : 'new';
  });
}

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

/** The address still serves what it served last (HTTP 304). */
export async function touchCapture(db: Database, url: string, at: Date): Promise<void> {
  const latest = await latestOf(db.kysely, url);
  if (!latest) return;
  await db.kysely
    .updateTable('raw.capture')
    .set({ last_seen_at: later(latest.last_seen_at, at) })
    .where('url', '=', url)
    .where('document_sha256', '=', latest.document_sha256)
    .execute();
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

/** Reports carry the provenance of their document, so that the current one of a year is found without raw. */
async function followCapture(tx: Transaction, documentSha256: string): Promise<void> {
  await sql`
    update core.report r set since = c.since, source_url = c.url, listed_on = c.listed_on
    from core.report held
    cross join lateral core.capture_of(held.unit_id, held.document_sha256) c
    where held.document_sha256 = ${documentSha256}
      and r.unit_id = held.unit_id and r.report_id = held.report_id
      and (r.since, r.source_url, r.listed_on) is distinct from (c.since, c.url, c.listed_on)`.execute(
    tx.kysely,
  );
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

function withoutKey({ url: _url, document_sha256: _sha, ...rest }: CaptureRow) {
  return rest;
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
