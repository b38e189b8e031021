import { sql } from 'kysely';
import type { Source } from '../../model/source.js';
import type { Database } from '../postgres/database.js';

/** Writes down the sources as they are now; one that is no longer given keeps its row. */
export async function saveSources(db: Database, sources: readonly Source[], now: Date): Promise<void> {
  const rows = JSON.stringify(
    sources.map((source) => ({
      source_id: source.id,
      family: source.family,
      url: source.url,
      host: new URL(source.url).hostname,
      unit_ids: source.unitIds,
      year_from: source.years?.from ?? null,
      year_to: source.years?.to ?? null,
      recheck: `${(source.recheckMs ?? 0) / 1000} seconds`,
      entry: source,
      registered_at: now.toISOString(),
    })),
  );
  await sql`
    insert into raw.source as held
    select * from jsonb_populate_recordset(null::raw.source, ${rows}::jsonb) order by source_id
    on conflict (source_id) do update set
      family = excluded.family, url = excluded.url, host = excluded.host, unit_ids = excluded.unit_ids,
      year_from = excluded.year_from, year_to = excluded.year_to, recheck = excluded.recheck,
      entry = excluded.entry,
      registered_at = excluded.registered_at`.execute(db.kysely);
}
