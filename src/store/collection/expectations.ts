import { sql } from 'kysely';
import type { Expectation } from '../../model/series.js';
import { type Database, inTransaction } from '../postgres/database.js';

/** Makes the given expectations the only ones of the years from…to, both included. */
export async function saveExpectations(
  db: Database,
  expectations: readonly Expectation[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const rows = JSON.stringify(
    expectations.map((e) => ({
      unit_id: e.unitId,
      report_year: e.reportYear,
      due_on: e.dueOn,
      basis: e.basis,
    })),
  );
  await inTransaction(db, async ({ kysely }) => {
    await sql`
      delete from core.expectation held
      where report_year between ${from}::int and ${to}::int and not exists (
        select from jsonb_populate_recordset(null::core.expectation, ${rows}::jsonb) given
        where given.unit_id = held.unit_id and given.report_year = held.report_year)`.execute(kysely);
    await sql`
      insert into core.expectation as held
      select * from jsonb_populate_recordset(null::core.expectation, ${rows}::jsonb)
      on conflict (unit_id, report_year) do update set due_on = excluded.due_on, basis = excluded.basis
      where (held.due_on, held.basis) is distinct from (excluded.due_on, excluded.basis)`.execute(kysely);
  });
}
