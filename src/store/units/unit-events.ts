import { sql } from 'kysely';
import type { UnitEvent } from '../../model/unit-event.js';
import { contentId } from '../postgres/content-id.js';
import { type Database, inTransaction } from '../postgres/database.js';

/** An event names a unit that is not in the registry. */
export class UnknownUnitError extends Error {
  override readonly name = 'UnknownUnitError';
}

/** Writes events beside those that are held; the same event again only takes its source and note anew. */
export async function saveUnitEvents(db: Database, events: readonly UnitEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = new Map(events.map(rowOf).map((row) => [row.event_id, row]));
  const named = [...new Set(events.flatMap(({ fromUnits, toUnits }) => [...fromUnits, ...toUnits]))];
  await inTransaction(db, async (tx) => {
    const { rows: missing } = await sql<{ id: string }>`
      select id from unnest(${named}::text[]) id
      where not exists (select from core.unit where unit_id = id)`.execute(tx.kysely);
    if (missing.length > 0) {
      const ids = missing.map(({ id }) => id).join(', ');
      throw new UnknownUnitError(`no such unit: ${ids}. Add it to the units file and import that first`);
    }
    await tx.kysely
      .insertInto('core.unit_event')
      .values([...rows.values()])
      .onConflict((c) =>
        c.column('event_id').doUpdateSet((e) => ({
          source_url: e.ref('excluded.source_url'),
          note: e.ref('excluded.note'),
        })),
      )
      .execute();
  });
}

/** Years in which units were merged or split, by unit. */
export async function mergedYears(db: Database, unitIds: readonly string[]): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ unit_id: string; years: number[] }>`
    select unit_id, array_agg(distinct extract(year from happened_on)::integer) as years
    from core.unit_event e
    cross join lateral unnest(e.from_units || e.to_units) unit_id
    where kind in ('merge', 'split') and unit_id = any(${[...unitIds]}::text[])
    group by unit_id`.execute(db.kysely);
  return new Map(rows.map(({ unit_id, years }) => [unit_id, years]));
}

function rowOf({ kind, happenedOn, fromUnits, toUnits, sourceUrl, note }: UnitEvent) {
  const [from, to] = [[...fromUnits].sort(), [...toUnits].sort()];
  return {
    event_id: contentId(JSON.stringify([kind, happenedOn, from, to])),
    kind,
    happened_on: happenedOn,
    from_units: from,
    to_units: to,
    source_url: sourceUrl,
    note,
  };
}
