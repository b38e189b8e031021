import { type RawBuilder, sql } from 'kysely';

/** How a long view is read: some units, or some units of a year, at a time. */
export interface Paged {
  /** Units and years that the view may have rows of. */
  readonly of: RawBuilder<unknown>;
  /** `unit` where a row depends on earlier years: read year by year, all of them would be worked out once a year. */
  readonly by: 'year' | 'unit';
}

const REPORTS: Paged = { of: sql`core.current_report`, by: 'year' };
const JUDGED = sql`(
  select unit_id, report_year from core.current_report union select unit_id, report_year from core.unit_year_checks)`;

/** Views whose rows of a unit and year can be had from little more than that unit; they are the long ones. */
export const PAGED: Readonly<Record<string, Paged>> = {
  application_outcome: REPORTS,
  claim: REPORTS,
  compliance: { of: JUDGED, by: 'year' },
  figure: REPORTS,
  figure_history: REPORTS,
  identity_evidence: REPORTS,
  local_row: REPORTS,
  section: REPORTS,
  series: { ...REPORTS, by: 'unit' },
};
