import { sql } from 'kysely';
import type { Source } from '../../model/source.js';
import type { Database } from '../postgres/database.js';

/** A report page to look at, as its list says it. */
export interface DuePage {
  readonly url: string;
  readonly sourceId: string;
  readonly title: string;
  readonly listedOn: string | null;
  readonly unitId: string | null;
  readonly reportYear: number | null;
  /** Its source as it was registered last; null where it never was. */
  readonly source: Source | null;
}

/** Pages of a host that are listed and not yet looked at, or due to be looked at again, by source and address. */
export async function duePages(db: Database, host: string): Promise<DuePage[]> {
  const { rows } = await sql<DuePage>`
    select url, source_id as "sourceId", title, listed_on as "listedOn", unit_id as "unitId",
      report_year as "reportYear", entry as source
    from core.page_due where host = ${host}
    order by source_id, first_seen_at, url`.execute(db.kysely);
  return rows;
}

/** How many pages are due, host by host, of sources that were registered since a moment: what is not collected now rests. */
export async function dueHosts(
  db: Database,
  since: Date,
): Promise<{ readonly host: string; readonly pages: number }[]> {
  const { rows } = await sql<{ host: string; pages: number }>`
    select host, count(*)::int as pages from core.page_due
    where host <> '' and registered_at >= ${since} group by host order by host`.execute(db.kysely);
  return rows;
}
