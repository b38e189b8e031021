import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';

/** Removes all rows below the given reports (pairs of unit and report id). */
export async function deleteChildren(
  tx: Transaction,
  unitIds: readonly string[],
  reportIds: readonly string[],
): Promise<void> {
  for (const table of ['core.table_reading', 'core.local_table', 'core.section', 'core.report_finding']) {
    await sql`
      delete from ${sql.table(table)} child
      using unnest(${unitIds}::text[], ${reportIds}::uuid[]) as gone (unit_id, report_id)
      where child.unit_id = gone.unit_id and child.report_id = gone.report_id`.execute(tx.kysely);
  }
}
