import { sql } from 'kysely';
import { type Act, listActs } from '../audit.js';
import { type Database, inSnapshot } from '../database.js';

export interface RunLine {
  readonly job: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly found: number | null;
  readonly fetched: number | null;
  readonly parsed: number | null;
  readonly loaded: number | null;
  readonly failed: number | null;
  readonly error: string | null;
}

export interface SourceLine {
  readonly sourceId: string;
  readonly documents: number;
  readonly units: number;
  readonly lastSeenAt: Date | null;
}

/** An address whose last request failed. */
export interface FailedAddress {
  readonly url: string;
  readonly fetchedAt: Date;
  readonly status: number | null;
  readonly message: string | null;
}

export interface Operations {
  readonly runs: readonly RunLine[];
  readonly sources: readonly SourceLine[];
  readonly failures: readonly FailedAddress[];
  readonly refused: readonly { readonly code: string; readonly message: string; readonly count: number }[];
  readonly pending: number;
  readonly acts: readonly Act[];
}

/** How the collecting goes: runs, sources, what failed, what is left. */
export function operations(db: Database, parserVersion: string): Promise<Operations> {
  return inSnapshot(db, async ({ kysely }) => {
    const runs = await sql<RunLine>`
      select job, started_at as "startedAt", finished_at as "finishedAt", found, fetched, parsed, loaded, failed, error
      from ops.run order by started_at desc limit 20`.execute(kysely);
    const sources = await sql<SourceLine>`
      select source_id as "sourceId", count(distinct document_sha256)::int as documents,
        count(distinct unit_id)::int as units, max(last_seen_at) as "lastSeenAt"
      from raw.capture group by source_id order by max(last_seen_at), source_id limit 200`.execute(kysely);
    const failures = await sql<FailedAddress>`
      select * from (
        select distinct on (url) url, fetched_at as "fetchedAt", status, outcome, message
        from raw.fetch order by url, fetched_at desc
      ) latest
      where outcome = 'failed' order by "fetchedAt" desc limit 50`.execute(kysely);
    const refused = await sql<{ code: string; message: string; count: number }>`
      select code, min(message) as message, count(*)::int as count from core.refusal group by code order by 3 desc`.execute(
      kysely,
    );
    const left = await sql<{ pending: number }>`
      select count(*)::int as pending from ops.pending_document(${parserVersion})`.execute(kysely);
    return {
      runs: runs.rows,
      sources: sources.rows,
      failures: failures.rows,
      refused: refused.rows,
      pending: left.rows[0]?.pending ?? 0,
      acts: await listActs(kysely, 50),
    };
  });
}
