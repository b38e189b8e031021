/** Tables of what reports are compared by (sql/migrations/0018_analyst.sql). */
export interface ReferenceTables {
  'core.division': {
    edition: string;
    code: string;
    name: string;
    level: string;
    parent_code: string | null;
  };
  'core.unit_event': {
    event_id: string;
    kind: string;
    happened_on: string;
    from_units: string[];
    to_units: string[];
    source_url: string | null;
    note: string | null;
  };
  'core.series': {
    series: string;
    ordinal: number;
    label_zh: string;
    unit: string | null;
    by_applicant: boolean;
  };
  'core.series_term': { form_table: string; indicator: string; series: string; form: string; terms: number };
  'core.series_grade': {
    series: string;
    from_form: string;
    to_form: string;
    grade: string;
    from_indicators: string[];
    to_indicators: string[];
    note: string | null;
  };
}
