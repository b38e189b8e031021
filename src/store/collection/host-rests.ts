import { sql } from 'kysely';
import type { HostRest } from '../../model/host-rest.js';
import type { Database } from '../postgres/database.js';

/** By the database's clock, as machines differ. A longer rest that is held already stays; what is over goes. */
export async function saveHostRest(db: Database, rest: HostRest): Promise<void> {
  await sql`
    with over as (delete from ops.host_rest where until < now() and host <> ${rest.host})
    insert into ops.host_rest as held (host, until, kind, failures, why)
    values (${rest.host}, now() + ${rest.milliseconds}::double precision * interval '1 millisecond',
      ${rest.kind}, ${rest.failures}, ${rest.why})
    on conflict (host) do update
    set until = excluded.until, kind = excluded.kind, failures = excluded.failures, why = excluded.why
    where held.until < excluded.until`.execute(db.kysely);
}

/** What is left of each, in milliseconds. */
export async function listHostRests(db: Database): Promise<HostRest[]> {
  const { rows } = await sql<HostRest>`
    select host, kind, failures, why, extract(epoch from until - now())::double precision * 1000 as milliseconds
    from ops.host_rest where until > now() order by host`.execute(db.kysely);
  return rows;
}
