import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

/** One year of a unit, for its series. */
export interface UnitYear {
  readonly year: number;
  readonly template: string | null;
  readonly nameThen: string;
  /** The form or the name differs from the year before: no line across. */
  readonly seriesBreak: boolean;
  readonly documentSha256: string;
}

/** One indicator of a unit in one year, with the correction where one stands. */
export interface YearFigure {
  readonly year: number;
  readonly indicator: string;
  readonly applicant: string | null;
  readonly value: number | null;
  readonly raw: string;
  readonly labelZh: string;
  readonly unit: string | null;
}

/** One year of a series that goes on across forms where they count the same (mart.series): its column 总计. */
export interface SeriesPoint {
  readonly series: string;
  readonly year: number;
  readonly value: number | null;
  /** No line leads to it from the year before: another form or unit, another thing. */
  readonly seriesBreak: boolean;
}

export interface YearSection {
  readonly year: number;
  readonly ordinal: number;
  readonly code: string;
  readonly heading: string;
  readonly text: string;
}

export async function unitYears(reader: BoardReader, unitId: string): Promise<UnitYear[]> {
  const { rows } = await sql<UnitYear>`
    select report_year as year, template, unit_name_then as "nameThen", series_break as "seriesBreak",
      document_sha256 as "documentSha256"
    from mart.unit_year where unit_id = ${unitId} order by report_year`.execute(reader);
  return rows;
}

/** Every figure of every year, those of 表三 in its column 总计 and 自然人 only where asked. */
export async function unitFigures(reader: BoardReader, unitId: string): Promise<YearFigure[]> {
  const { rows } = await sql<YearFigure>`
    select report_year as year, indicator, applicant, value::float8 as value, raw, label_zh as "labelZh", unit
    from mart.figure where unit_id = ${unitId}
    order by report_year, table_no, row_no, column_no`.execute(reader);
  return rows;
}

export async function unitSeries(
  reader: BoardReader,
  unitId: string,
  series: readonly string[],
): Promise<SeriesPoint[]> {
  const { rows } = await sql<SeriesPoint>`
    select series, report_year as year, value::float8 as value, series_break as "seriesBreak"
    from mart.series
    where unit_id = ${unitId} and series = any(${[...series]}::text[]) and coalesce(applicant, 'total') = 'total'
    order by report_year`.execute(reader);
  return rows;
}

export async function unitSections(reader: BoardReader, unitId: string): Promise<YearSection[]> {
  const { rows } = await sql<YearSection>`
    select report_year as year, ordinal, code, heading, text
    from mart.section where unit_id = ${unitId} order by report_year, ordinal`.execute(reader);
  return rows;
}
