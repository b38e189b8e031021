import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

export interface UnitName {
  readonly unitId: string;
  readonly name: string;
}

/** Every unit that stands today, by its name. */
export async function listUnitNames(reader: BoardReader): Promise<UnitName[]> {
  const { rows } = await sql<UnitName>`
    select unit_id as "unitId", unit_name as name from mart.unit where active order by unit_id`.execute(
    reader,
  );
  return rows;
}
