import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';
import { deleteChildren } from '../reports/delete-children.js';

/** An address and document of which a source said another unit or year before. */
export interface Moved {
  readonly url: string;
  readonly sha256: string;
}

/**
 * Captures (as JSON, not yet saved) of which the same source said another unit or year before: a manifest or a sources
 * file was corrected. What another source says of the same address is beside it, not a correction.
 */
export async function movedCaptures({ kysely }: Transaction, captures: string): Promise<readonly Moved[]> {
  const { rows } = await sql<Moved>`
    select new.url, new.document_sha256 as sha256
    from jsonb_populate_recordset(null::raw.capture, ${captures}::jsonb) new
    join raw.capture held using (url, document_sha256, source_id)
    where (held.unit_id, held.report_year) is distinct from (new.unit_id, new.report_year)`.execute(kysely);
  return rows;
}

/**
 * Takes away the reports that these documents were loaded as, except where another address shows the document for that
 * unit: else a report would stay with the unit that it was given to by mistake, and hide that unit's own. The documents
 * are work to do again, and are loaded as what is said of them now.
 */
export async function moveReports(tx: Transaction, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  await retryUnplaced(tx, [...new Set(moved.map(({ sha256 }) => sha256))]);
  const { rows } = await sql<{ unitId: string; reportId: string }>`
    select distinct r.unit_id as "unitId", r.report_id as "reportId"
    from unnest(${moved.map(({ url }) => url)}::text[], ${moved.map(({ sha256 }) => sha256)}::text[]) m (url, sha256)
    join core.report r on r.document_sha256 = m.sha256
    where not exists (
      select from raw.capture other
      where other.document_sha256 = m.sha256 and other.url <> m.url
        and (other.unit_id = r.unit_id or other.unit_id is null))`.execute(tx.kysely);
  const [unitIds, reportIds] = [rows.map(({ unitId }) => unitId), rows.map(({ reportId }) => reportId)];
  await deleteChildren(tx, unitIds, reportIds);
  await sql`
    delete from core.report r using unnest(${unitIds}::text[], ${reportIds}::uuid[]) as gone (unit_id, report_id)
    where r.unit_id = gone.unit_id and r.report_id = gone.report_id`.execute(tx.kysely);
}

/** Makes documents that were refused for want of a unit or year work to do again; all of them, or these. */
export async function retryUnplaced(
  { kysely }: Transaction,
  documents: readonly string[] | null,
): Promise<void> {
  await sql`
    delete from core.refusal
    where code in ('load/unit-unknown', 'load/year-unknown')
      and (${documents}::text[] is null or document_sha256 = any(${documents}::text[]))`.execute(kysely);
}
