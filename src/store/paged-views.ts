import { type RawBuilder, sql } from 'kysely';

/** Units and years that a view may have rows of. */
const REPORTS = sql`core.current_report`;
const JUDGED = sql`(
  select unit_id, report_year from core.current_report union select unit_id, report_year from core.unit_year_checks)`;

/** Views whose rows of a unit and year can be had from little more than that unit; they are the long ones. */
export const PAGED: Readonly<Record<string, RawBuilder<unknown>>> = {
  application_outcome: REPORTS,
  claim: REPORTS,
  compliance: JUDGED,
  figure: REPORTS,
  figure_history: REPORTS,
  identity_evidence: REPORTS,
  local_row: REPORTS,
  section: REPORTS,
  series: REPORTS,
};
