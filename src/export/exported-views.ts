/** The public views that are exported, one file each. */
export const EXPORTED_VIEWS = [
  'unit',
  'report',
  'section',
  'figure',
  'claim',
  'local_row',
  'unit_year',
  'application_outcome',
  'finding',
  'compliance',
  'coverage',
  'indicator',
  'narrative_subject',
] as const;
