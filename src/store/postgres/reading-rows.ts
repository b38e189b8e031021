import type { ColumnType, Generated } from 'kysely';
import type { ControlOutcome } from '../../model/extraction.js';
import type { HotColumn } from './hot-figures.js';

export type Json = ColumnType<unknown, string, string>;

export type ReportRow = {
  unit_id: string;
  report_id: string;
  document_sha256: string;
  report_year: number;
  since: Date;
  collected_at: Date;
  source_url: string | null;
  listed_on: string | null;
  parser_version: string;
  parsed_at: Generated<Date>;
  digest: string;
  readings: Generated<number>;
  media_type: string;
  control: ControlOutcome;
  template: string | null;
  named_unit: string | null;
  named_year: number | null;
  title: string | null;
  published_on: string | null;
  period_from: string | null;
  period_to: string | null;
  identity: Json | null;
  outcome_set_id: string;
} & { [column in HotColumn]: number | string | null };

export interface TableReadingRow {
  unit_id: string;
  report_id: string;
  form_table: string;
  part: number;
  table_no: number;
  values: (number | null)[];
  states: string | null;
  layout_id: string;
  exceptions: Json | null;
}

export interface SectionRow {
  unit_id: string;
  report_id: string;
  ordinal: number;
  code: string;
  heading: string;
  text: string;
  claims: string | null;
}

export interface FindingRow {
  ordinal: number;
  check_id: string;
  severity: string;
  outcome: string | null;
  message: string;
  indicator: string | null;
  applicant: string | null;
  table_no: number | null;
  row_no: number | null;
  column_no: number | null;
  evidence: Json | null;
}
