import { sql } from 'kysely';
import type { UnitYearChecks } from '../../model/series.js';
import { copyRow } from '../postgres/copy-text.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';
import { FINDING_COLUMNS } from '../reports/copy-columns.js';
import { outcomeSetOf } from '../reports/outcome-set.js';
import { digestOf, findingValues } from '../reports/report-rows.js';
import { saveOutcomeSets } from '../reports/shared-rows.js';

/**
 * Stores what the checks over several reports say: what is given takes the place of what was held of the same unit and
 * year. With `units`, the given ones are all that there is of these units, and other years of theirs go. Idempotent;
 * gives the number of unit-years that are new or changed.
 */
export async function saveUnitYearChecks(
  db: Database,
  checks: readonly UnitYearChecks[],
  { units }: { readonly units?: readonly string[] } = {},
): Promise<number> {
  const rows = checks.map(rowOf).sort((a, b) => (a.key < b.key ? -1 : 1));
  const given = JSON.stringify(rows.map((row) => row.held));
  return inTransaction(db, async (tx) => {
    await saveOutcomeSets(
      tx,
      rows.map((row) => row.outcomes),
    );
    if (units) await removeOtherYears(tx, given, units);
    const { rows: changed } = await sql<{ unit_id: string; report_year: number }>`
      insert into core.unit_year_checks as held
      select * from jsonb_populate_recordset(null::core.unit_year_checks, ${given}::jsonb)
      on conflict (unit_id, report_year) do update set outcome_set_id = excluded.outcome_set_id, digest = excluded.digest,
        likeness_previous = excluded.likeness_previous, likeness_sibling = excluded.likeness_sibling
      where held.digest is distinct from excluded.digest
      returning unit_id, report_year`.execute(tx.kysely);
    if (changed.length === 0) return 0;
    await sql`
      delete from core.unit_year_finding f
      using jsonb_populate_recordset(null::core.unit_year_checks, ${JSON.stringify(changed)}::jsonb) c
      where f.unit_id = c.unit_id and f.report_year = c.report_year`.execute(tx.kysely);
    const keys = new Set(changed.map((row) => `${row.unit_id} ${row.report_year}`));
    const text = rows.flatMap((row) => (keys.has(row.key) ? row.findings : '')).join('');
    const columns = ['unit_id', 'report_year', ...FINDING_COLUMNS];
    await tx.client.copy('core.unit_year_finding', columns, Buffer.from(text));
    return changed.length;
  });
}

function rowOf({ unitId, reportYear, findings, outcomes, likeness }: UnitYearChecks) {
  const text = findings
    .map((f, ordinal) => copyRow([unitId, reportYear, ...findingValues(f, ordinal)]))
    .join('');
  const set = outcomeSetOf(outcomes);
  const alike = {
    likeness_previous: shareOf(likeness?.previous ?? null),
    likeness_sibling: shareOf(likeness?.sibling ?? null),
  };
  const digest = digestOf(set.id, text, JSON.stringify(alike));
  return {
    key: `${unitId} ${reportYear}`,
    held: { unit_id: unitId, report_year: reportYear, outcome_set_id: set.id, digest, ...alike },
    outcomes: set,
    findings: text,
  };
}

/** A share as it is kept: six digits tell reports apart, and are the same on every machine. */
function shareOf(value: number | null): string | null {
  return value === null ? null : value.toFixed(6);
}

async function removeOtherYears(tx: Transaction, given: string, units: readonly string[]): Promise<void> {
  for (const table of ['core.unit_year_checks', 'core.unit_year_finding']) {
    await sql`
      delete from ${sql.table(table)} held
      where held.unit_id = any(${[...units]}::text[]) and not exists (
        select from jsonb_populate_recordset(null::core.unit_year_checks, ${given}::jsonb) c
        where c.unit_id = held.unit_id and c.report_year = held.report_year)`.execute(tx.kysely);
  }
}
