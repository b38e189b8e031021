import { sql } from 'kysely';
import type { FigureState } from '../../model/extraction.js';
import type { BoardReader } from './read-board.js';

export interface ReportFacts {
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly template: string | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly sourceUrl: string | null;
  readonly documentSha256: string;
  readonly collectedAt: Date;
  readonly revisedAt: Date | null;
  readonly mediaType: string;
  readonly parserVersion: string;
  /** What came of the second reading; see mart.report.control. */
  readonly control: string | null;
  readonly namedUnit: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly signedUnit: string | null;
  readonly signedOn: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly contactAddress: string | null;
  readonly contactPostcode: string | null;
}

/** A figure of the current report, with the correction that stands. */
export interface ReportFigure {
  readonly indicator: string;
  readonly applicant: string | null;
  readonly formTable: string;
  /** Decimals as digits. */
  readonly value: string | null;
  readonly reportedValue: string | null;
  readonly unit: string | null;
  readonly raw: string;
  readonly state: FigureState;
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly labelZh: string;
  readonly correctedBy: string | null;
  readonly correctionReason: string | null;
}

export interface ReportVersion {
  readonly documentSha256: string;
  readonly since: Date;
  readonly collectedAt: Date;
  readonly sourceUrl: string | null;
  readonly mediaType: string;
  readonly isCurrent: boolean;
}

export interface Publication {
  readonly status: string;
  readonly dueOn: string | null;
  readonly basis: string | null;
  readonly publishedOn: string | null;
  readonly daysLate: number | null;
}

export async function reportFacts(
  reader: BoardReader,
  unitId: string,
  year: number,
): Promise<ReportFacts | null> {
  const { rows } = await sql<ReportFacts>`
    select r.unit_id as "unitId", r.unit_name as "unitName", r.report_year as year, r.template, r.title,
      r.published_on as "publishedOn", r.source_url as "sourceUrl", r.document_sha256 as "documentSha256",
      r.collected_at as "collectedAt", r.revised_at as "revisedAt", r.media_type as "mediaType",
      r.parser_version as "parserVersion", r.control, r.named_unit as "namedUnit", r.period_from as "periodFrom",
      r.period_to as "periodTo", r.signed_unit as "signedUnit", r.signed_on as "signedOn",
      r.contact_phone as "contactPhone", r.contact_email as "contactEmail", r.contact_address as "contactAddress",
      r.contact_postcode as "contactPostcode"
    from mart.report r
    where r.unit_id = ${unitId} and r.report_year = ${year}`.execute(reader);
  return rows[0] ?? null;
}

export async function reportFigures(
  reader: BoardReader,
  unitId: string,
  year: number,
): Promise<ReportFigure[]> {
  const { rows } = await sql<ReportFigure>`
    select indicator, applicant, form_table as "formTable", value::text, reported_value::text as "reportedValue", unit, raw,
      state, table_no as "table", row_no as "row", column_no as "column", label_zh as "labelZh",
      corrected_by as "correctedBy", correction_reason as "correctionReason"
    from mart.figure
    where unit_id = ${unitId} and report_year = ${year}
    order by table_no, row_no, column_no`.execute(reader);
  return rows;
}

export async function reportVersions(
  reader: BoardReader,
  unitId: string,
  year: number,
): Promise<ReportVersion[]> {
  const { rows } = await sql<ReportVersion>`
    select document_sha256 as "documentSha256", since, collected_at as "collectedAt", source_url as "sourceUrl",
      media_type as "mediaType", is_current as "isCurrent"
    from mart.report_version
    where unit_id = ${unitId} and report_year = ${year}
    order by since desc, document_sha256`.execute(reader);
  return rows;
}

export async function publicationOf(
  reader: BoardReader,
  unitId: string,
  year: number,
): Promise<Publication | null> {
  const { rows } = await sql<Publication>`
    select status, due_on as "dueOn", basis, published_on as "publishedOn", days_late as "daysLate"
    from mart.publication where unit_id = ${unitId} and report_year = ${year}`.execute(reader);
  return rows[0] ?? null;
}
