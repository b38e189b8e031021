import { sql } from 'kysely';
import type { Database } from '../postgres/database.js';
import { UnknownNameError } from './view-filters.js';

export interface FigureKey {
  readonly unitId: string;
  readonly reportYear: number;
  readonly indicator: string;
  readonly applicant: string | null;
}

/** A stored figure with all that leads back to where it was printed; numbers as text, exact. */
export interface CitedFigure {
  readonly unitName: string;
  readonly labelZh: string;
  readonly value: string | null;
  readonly reportedValue: string | null;
  readonly raw: string;
  readonly state: string;
  readonly unit: string | null;
  readonly tableNo: number;
  readonly rowNo: number;
  readonly columnNo: number;
  readonly correctedBy: string | null;
  readonly correctionReason: string | null;
  readonly documentSha256: string;
  readonly servedType: string | null;
  readonly sourceUrl: string | null;
}

/**
 * The stored figure of that name; more than one where a report prints a cell twice.
 * @throws UnknownNameError where no current report has it.
 */
export async function citedFigures(db: Database, key: FigureKey): Promise<CitedFigure[]> {
  const { unitId, reportYear, indicator, applicant } = key;
  const { rows } = await sql<CitedFigure>`
    select r.unit_name as "unitName", f.label_zh as "labelZh", f.value::text as value,
      f.reported_value::text as "reportedValue", f.raw, f.state, f.unit, f.table_no as "tableNo", f.row_no as "rowNo",
      f.column_no as "columnNo", f.corrected_by as "correctedBy", f.correction_reason as "correctionReason",
      f.document_sha256 as "documentSha256", d.served_type as "servedType", r.source_url as "sourceUrl"
    from mart.figure f
    join mart.report r on r.unit_id = f.unit_id and r.report_year = f.report_year
    left join raw.document d on d.sha256 = f.document_sha256
    where f.unit_id = ${unitId} and f.report_year = ${reportYear}::int and f.indicator = ${indicator}
      and f.applicant is not distinct from ${applicant}::text
    order by f.table_no, f.row_no, f.column_no`.execute(db.kysely);
  if (rows.length > 0) return rows;
  const name = [unitId, reportYear, indicator, applicant ?? ''].join(',');
  throw new UnknownNameError(`there is no figure ${name}: the names are in mart.figure`);
}

/** The media type that an original was served with; null where none was, undefined where no such original is recorded. */
export async function servedTypeOf(db: Database, sha256: string): Promise<string | null | undefined> {
  const row = await db.kysely
    .selectFrom('raw.document')
    .select('served_type')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.served_type;
}
