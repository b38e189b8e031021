import { HOT_COLUMNS } from '../postgres/hot-figures.js';

/** Columns of core.report as given; provenance and times are added by the database. */
export const REPORT_COLUMNS = [
  'unit_id',
  'report_id',
  'document_sha256',
  'report_year',
  'parser_version',
  'digest',
  'media_type',
  'control',
  'template',
  'named_unit',
  'named_year',
  'title',
  'published_on',
  'period_from',
  'period_to',
  'identity',
  'outcome_set_id',
  ...HOT_COLUMNS,
] as const;

export const TABLE_READING_COLUMNS = [
  'unit_id',
  'report_id',
  'form_table',
  'part',
  'table_no',
  'values',
  'states',
  'layout_id',
  'exceptions',
] as const;

export const SECTION_COLUMNS = [
  'unit_id',
  'report_id',
  'ordinal',
  'code',
  'heading',
  'text',
  'claims',
] as const;

export const LOCAL_TABLE_COLUMNS = ['unit_id', 'report_id', 'table_no', 'cells'] as const;

export const FINDING_COLUMNS = [
  'ordinal',
  'check_id',
  'severity',
  'outcome',
  'message',
  'indicator',
  'applicant',
  'table_no',
  'row_no',
  'column_no',
  'evidence',
] as const;

export const REPORT_FINDING_COLUMNS = ['unit_id', 'report_id', ...FINDING_COLUMNS, 'cells'] as const;
