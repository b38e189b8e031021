import type { Generated } from 'kysely';
import type { BoardTables } from './board-tables.js';
import type { FindingRow, Json, ReportRow, SectionRow, TableReadingRow } from './reading-rows.js';
import type { ReferenceTables } from './reference-tables.js';

/** The tables and core views that composed queries use, as in sql/. A test compares them with the database. */
export interface Tables extends BoardTables, ReferenceTables {
  'raw.document': {
    sha256: string;
    media_type: string;
    byte_length: number;
    served_type: string | null;
    first_seen_at: Generated<Date>;
  };
  'raw.capture': CaptureRow;
  'raw.fetch': {
    url: string;
    fetched_at: Date;
    status: number | null;
    outcome: string;
    document_sha256: string | null;
    message: string | null;
    looks: Generated<number>;
  };
  'raw.listing': {
    source_id: string;
    url: string;
    title: string;
    listed_on: string | null;
    unit_id: string | null;
    report_year: number | null;
    first_seen_at: Date;
    last_seen_at: Date;
    host: Generated<string>;
    list_url: string | null;
  };
  'core.unit': { unit_id: string };
  'core.unit_record': {
    unit_id: string;
    valid_from: string;
    valid_to: string;
    name: string;
    kind: string;
    division_code: string | null;
    parent_id: string | null;
  };
  'core.indicator': {
    indicator: string;
    ordinal: number;
    label_zh: string;
    unit: string | null;
    type: string;
    templates: string[];
    comparability: string;
    basis: string | null;
  };
  'core.narrative_subject': { no: number; subject: string; label_zh: string };
  'core.form_slot': { form_table: string; slot: number; indicator: string; applicant: string | null };
  'core.cell_layout': { layout_id: string; form_table: string; places: number[] };
  'core.outcome_set': { outcome_set_id: string; outcomes: Json };
  'core.report': ReportRow;
  'core.table_reading': TableReadingRow;
  'core.local_table': { unit_id: string; report_id: string; table_no: number; cells: Json };
  'core.section': SectionRow;
  'core.report_finding': FindingRow & {
    unit_id: string;
    report_id: string;
    cells: number[] | null;
    finding_key: Generated<string>;
  };
  'core.refusal': {
    document_sha256: string;
    parser_version: string;
    code: string;
    message: string;
    refused_at: Generated<Date>;
  };
  'core.check_setting': { check_id: string; severity: string };
  'core.local_rule': { name: string; value: Json };
  'core.expectation': { unit_id: string; report_year: number; due_on: string; basis: string };
  'core.unit_year_checks': {
    unit_id: string;
    report_year: number;
    outcome_set_id: string;
    digest: string;
    likeness_previous: string | null;
    likeness_sibling: string | null;
  };
  'core.unit_year_finding': FindingRow & {
    unit_id: string;
    report_year: number;
    finding_key: Generated<string>;
  };
  'core.unit_today': {
    unit_id: string;
    name: string;
    kind: string;
    division_code: string | null;
    parent_id: string | null;
    active: boolean;
  };
  'core.unit_ancestor': { unit_id: string; ancestor_id: string; distance: number };
  'core.current_report': ReportRow & { public_on: string | null; revised_at: Date | null };
  'core.unread_year': { unit_id: string; report_year: number };
  'core.finding': FindingRow & { unit_id: string; report_year: number };
  'ops.migration': { number: number; name: string; applied_at: Generated<Date> };
  'ops.built': { name: string; digest: string; built_at: Generated<Date> };
  'ops.run': {
    run_id: string;
    job: string;
    started_at: Date;
    finished_at: Date | null;
    found: number | null;
    fetched: number | null;
    parsed: number | null;
    loaded: number | null;
    failed: number | null;
    error: string | null;
    stage: string | null;
    reach: Json | null;
  };
}

/** jsonb: comes parsed, goes as text, so that both drivers take it alike. */
export interface CaptureRow {
  url: string;
  document_sha256: string;
  source_id: string;
  unit_id: string | null;
  report_year: number | null;
  listed_title: string | null;
  listed_on: string | null;
  since: Date;
  last_seen_at: Date;
  etag: string | null;
  last_modified: string | null;
}
