import { sql } from 'kysely';
import type { Database } from '../postgres/database.js';

/** Of which state of the database something was read. */
export interface BoardVersion {
  /** The day and the transactions that had ended: while nothing at all is written, it stays the same. */
  readonly seen: string;
  /** Of all that the board holds in memory but what people decided. */
  readonly version: string;
  /** Of what people decided: it changes most often, and only the states of findings with it. */
  readonly decided: string;
}

/** The day, and which transactions have ended: reading it costs nothing, and while it is the same nothing has changed. */
export async function seenBy(db: Database): Promise<string> {
  const { rows } = await sql<{ seen: string }>`
    select concat((now() at time zone 'Asia/Shanghai')::date, ' ', pg_current_snapshot()) as seen`.execute(
    db.kysely,
  );
  return rows[0]!.seen;
}

/**
 * The first changes whenever a run, a load, a correction or a setting does, and at midnight: what is due depends on the
 * day. The second with each decision.
 */
export async function versionOf(db: Database, seen: string): Promise<BoardVersion> {
  const { rows } = await sql<Omit<BoardVersion, 'seen'>>`
    select concat_ws('|',
      (now() at time zone 'Asia/Shanghai')::date,
      (select concat(count(*), ' ', max(corrected_at)) from core.correction),
      (select max(started_at) from ops.run),
      (select max(finished_at) from ops.run),
      (select max(finished_at) from raw.crawl),
      (select concat(count(*), ' ', max(since)) from raw.capture),
      (select concat(count(*), ' ', max(parsed_at), ' ', max(since)) from core.report),
      (select concat(count(*), ' ', sum(hashtext(concat(e, '')))) from core.expectation e),
      (select concat(count(*), ' ', max(refused_at)) from core.refusal),
      (select string_agg(concat(s, ''), ',' order by check_id) from core.check_setting s),
      (select sum(hashtext(digest::text)::bigint) from core.unit_year_checks),
      (select sum(hashtext(concat(r, '')::text)::bigint) from core.unit_record r)) as version,
      (select concat(count(*), '|', max(decided_at)) from core.decision) as decided`.execute(db.kysely);
  return { seen, ...rows[0]! };
}
