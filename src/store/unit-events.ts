import { sql } from 'kysely';
import type { UnitEvent } from '../model/unit-event.js';
import { contentId } from './content-id.js';
import { type Database, inTransaction } from './database.js';

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
