import { sql } from 'kysely';
import type { OtherCopy } from '../../model/series.js';
import type { Database } from '../postgres/database.js';
import { readFigures } from '../reports/stored-readings.js';

/**
 * What addresses other than the current report's serve for the same unit and year, each with its last document, by
 * `unit year`. A document that its own address has replaced is an earlier version, not a copy.
 */
export async function otherCopies(
  db: Database,
  unitIds: readonly string[],
): Promise<Map<string, OtherCopy[]>> {
  const { rows } = await sql<CopyRow>`
    select r.unit_id, r.report_id, r.report_year, min(c.url) as url
    from core.report r
    join core.current_report k on k.unit_id = r.unit_id and k.report_year = r.report_year
      and k.report_id <> r.report_id
    join raw.capture c on c.document_sha256 = r.document_sha256
      and (c.unit_id = r.unit_id or c.unit_id is null) and c.url is distinct from k.source_url
    where r.unit_id = any(${[...unitIds]}::text[])
      and not exists (select from raw.capture later where later.url = c.url and later.since > c.since)
    group by r.unit_id, r.report_id, r.report_year`.execute(db.kysely);
  const copies = new Map<string, OtherCopy[]>();
  if (rows.length === 0) return copies;
  const figures = await readFigures(db, rows);
  for (const { unit_id, report_id, report_year, url } of rows) {
    const key = `${unit_id} ${report_year}`;
    copies.set(key, [...(copies.get(key) ?? []), { url, figures: figures.get(report_id) ?? [] }]);
  }
  return copies;
}

interface CopyRow {
  readonly unit_id: string;
  readonly report_id: string;
  readonly report_year: number;
  readonly url: string;
}
