import { sql } from 'kysely';
import type { UnitKind, UnitRecord } from '../../model/unit.js';
import { retryUnplaced } from '../collection/move-reports.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';

/** A record names a parent that is in no record and not in the database. */
export class UnknownParentError extends Error {
  override readonly name = 'UnknownParentError';
}

/**
 * Writes the registry. A unit that is given keeps exactly the given records; others stay. Where that changes anything,
 * documents whose unit was not known are work to do again, unless `retries` is false.
 */
export async function saveUnits(
  db: Database,
  records: readonly UnitRecord[],
  { retries = true }: { readonly retries?: boolean } = {},
): Promise<void> {
  if (records.length === 0) return;
  const ids = [...new Set(records.map((record) => record.unitId))].sort();
  await inTransaction(db, async (tx) => {
    await tx.kysely
      .insertInto('core.unit')
      .columns(['unit_id'])
      .expression(sql<{ unit_id: string }>`select unnest(${ids}::text[])`)
      .onConflict((c) => c.doNothing())
      .execute();
    await refuseUnknownParents(tx, records);
    const rows = JSON.stringify(records.map(rowOf));
    if (retries && (await differ(tx, ids, rows))) await retryUnplaced(tx, null);
    await tx.kysely
      .deleteFrom('core.unit_record')
      .where('unit_id', '=', sql<string>`any(${ids}::text[])`)
      .execute();
    await sql`insert into core.unit_record
      select * from jsonb_populate_recordset(null::core.unit_record, ${rows}::jsonb)`.execute(tx.kysely);
  });
}

async function differ({ kysely }: Transaction, ids: readonly string[], rows: string): Promise<boolean> {
  const { rows: found } = await sql<{ differ: boolean }>`
    with given as (select * from jsonb_populate_recordset(null::core.unit_record, ${rows}::jsonb)),
      held as (select * from core.unit_record where unit_id = any(${ids}::text[]))
    select exists (select * from given except select * from held)
      or exists (select * from held except select * from given) as differ`.execute(kysely);
  return found[0]!.differ;
}

/** Every record of every unit, by unit and day. */
export async function listUnits(db: Database): Promise<UnitRecord[]> {
  const rows = await db.kysely
    .selectFrom('core.unit_record')
    .selectAll()
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    name: row.name,
    kind: row.kind as UnitKind,
    divisionCode: row.division_code,
    parentId: row.parent_id,
    validFrom: row.valid_from === OPEN_START ? null : row.valid_from,
    validTo: row.valid_to === OPEN_END ? null : row.valid_to,
  }));
}

function rowOf(record: UnitRecord) {
  return {
    unit_id: record.unitId,
    valid_from: record.validFrom ?? OPEN_START,
    valid_to: record.validTo ?? OPEN_END,
    name: record.name,
    kind: record.kind,
    division_code: record.divisionCode,
    parent_id: record.parentId,
  };
}

async function refuseUnknownParents(tx: Transaction, records: readonly UnitRecord[]): Promise<void> {
  const parents = [...new Set(records.flatMap((record) => record.parentId ?? []))];
  const { rows } = await sql<{ parent: string }>`
    select parent from unnest(${parents}::text[]) parent
    where not exists (select from core.unit where unit_id = parent)`.execute(tx.kysely);
  const missing = rows.map((row) => row.parent);
  if (missing.length === 0) return;
  const child = records.find((record) => record.parentId === missing[0])!;
  throw new UnknownParentError(
    `unit ${child.unitId} names the parent ${missing[0]}, which is no unit: add a line for it or correct parent_id` +
      (missing.length > 1 ? ` (and ${missing.length - 1} more: ${missing.slice(1, 6).join(', ')})` : ''),
  );
}

const OPEN_START = '-infinity';
const OPEN_END = 'infinity';
