import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

export interface UnitHeading {
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: string;
  readonly county: string | null;
  readonly parentId: string | null;
  readonly active: boolean;
}

/** What a unit is called today and where it stands; null for a code that is none. */
export async function unitHeading(reader: BoardReader, unitId: string): Promise<UnitHeading | null> {
  const { rows } = await sql<UnitHeading>`
    select unit_id as "unitId", unit_name as "unitName", unit_kind as kind, county, parent_id as "parentId", active
    from mart.unit where unit_id = ${unitId}`.execute(reader);
  return rows[0] ?? null;
}
