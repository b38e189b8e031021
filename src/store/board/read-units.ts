import { sql } from 'kysely';
import type { BoardUnit } from './board-data.js';
import type { BoardReader } from './read-board.js';

/** All units in the order of lists. */
export async function readUnits(reader: BoardReader): Promise<BoardUnit[]> {
  const { rows } = await UNITS.execute(reader);
  const alike = new Map<string, number>();
  for (const { unitName } of rows) alike.set(unitName, (alike.get(unitName) ?? 0) + 1);
  return rows
    .sort(
      (a, b) =>
        CHINESE.compare(a.county ?? '', b.county ?? '') ||
        (a.code ?? '~').localeCompare(b.code ?? '~') ||
        a.kind.localeCompare(b.kind) ||
        a.unitId.localeCompare(b.unitId, 'en', { numeric: true }),
    )
    .map(({ code: _, ...unit }) => ({
      ...unit,
      fullName:
        alike.get(unit.unitName) === 1 ? unit.unitName : `${unit.unitName}（${unit.county ?? unit.unitId}）`,
    }));
}

/** The embedded database sorts Chinese by code point only; 第10县 comes after 第9县. */
const CHINESE = new Intl.Collator('zh-CN', { numeric: true });

const UNITS = sql<Omit<BoardUnit, 'fullName'> & { readonly code: string | null }>`
  select unit_id as "unitId", unit_name as "unitName", unit_kind as kind, county, active, division_code as code
  from mart.unit`;
