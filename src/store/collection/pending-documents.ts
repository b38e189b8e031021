import { sql } from 'kysely';
import type { ControlOutcome } from '../../model/extraction.js';
import type { Database } from '../postgres/database.js';

/** A captured document that a parser version has neither read nor refused; once per unit that it was captured for. */
export interface PendingDocument {
  readonly sha256: string;
  readonly servedType: string | null;
  /** Of the capture that stands for it: the latest address that began to serve it. */
  readonly url: string;
  readonly sourceId: string;
  readonly unitId: string | null;
  readonly reportYear: number | null;
  readonly listedTitle: string | null;
  readonly listedOn: string | null;
  readonly capturedAt: Date;
  /** What a second reading said under an earlier parser version; null where the document was not loaded before. */
  readonly heldControl: ControlOutcome | null;
}

/** Work to do, by hash; what is loaded or refused leaves it, so the next call gives the next ones. */
export async function pendingDocuments(
  db: Database,
  parserVersion: string,
  { limit = 10_000, prefix = '' }: { readonly limit?: number; readonly prefix?: string } = {},
): Promise<PendingDocument[]> {
  const { rows } = await sql<PendingDocument>`
    select c.document_sha256 as sha256, d.served_type as "servedType", c.url, c.source_id as "sourceId",
      c.unit_id as "unitId", c.report_year as "reportYear", c.listed_title as "listedTitle",
      c.listed_on as "listedOn", c.since as "capturedAt",
      -- Of several units that it was loaded for, the one whose readings differed counts.
      (select r.control from core.report r
        where r.document_sha256 = c.document_sha256 and (c.unit_id is null or r.unit_id = c.unit_id)
        order by r.control = 'differed' desc limit 1) as "heldControl"
    from ops.pending_document(${parserVersion}) c
    join raw.document d on d.sha256 = c.document_sha256
    where starts_with(c.document_sha256, ${prefix})
    order by c.document_sha256, c.unit_id
    limit ${limit}`.execute(db.kysely);
  return rows;
}

/** How many documents a parser version has yet to read. */
export async function countPending(db: Database, parserVersion: string): Promise<number> {
  const { rows } = await sql<{ pending: number }>`
    select count(*)::int as pending from ops.pending_document(${parserVersion})`.execute(db.kysely);
  return rows[0]!.pending;
}
