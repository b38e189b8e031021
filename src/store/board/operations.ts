import { sql } from 'kysely';
import { type Act, listActs } from '../judgement/audit.js';
import { type Database, inSnapshot } from '../postgres/database.js';
import { WITHOUT_JIT } from './read-board.js';

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

/** A registered source, or a folder that was loaded (`current` null). */
export interface SourceLine {
  readonly sourceId: string;
  readonly current: boolean | null;
  readonly lastComplete: boolean | null;
  readonly lastCrawlAt: Date | null;
  readonly completeAt: Date | null;
  readonly lastItems: number | null;
  readonly declaredTotal: number | null;
  readonly lastMessage: string | null;
  readonly expectedUnits: number | null;
  readonly heldUnits: number | null;
  readonly documents: number | null;
  readonly units: number | null;
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
  return inSnapshot(db, async ({ client, kysely }) => {
    await client.execute(WITHOUT_JIT);
    const runs = await sql<RunLine>`
      select job, started_at as "startedAt", finished_at as "finishedAt", found, fetched, parsed, loaded, failed, error
      from ops.run order by started_at desc limit 20`.execute(kysely);
    const sources = await sql<SourceLine>`
      select coalesce(s.source_id, c.source_id) as "sourceId", s.current, s.last_complete as "lastComplete",
        s.last_crawl_at as "lastCrawlAt", s.complete_at as "completeAt", s.last_items as "lastItems",
        s.last_declared_total as "declaredTotal", s.last_message as "lastMessage",
        s.expected_units as "expectedUnits", s.held_units as "heldUnits", c.documents, c.units,
        c.last_seen_at as "lastSeenAt"
      from mart.source s
      full join (
        select source_id, count(distinct document_sha256)::int as documents, count(distinct unit_id)::int as units,
          max(last_seen_at) as last_seen_at
        from raw.capture group by source_id
      ) c on c.source_id = s.source_id
      order by s.current desc nulls last, coalesce(s.last_complete, false), 1 limit 500`.execute(kysely);
    const failures = await sql<FailedAddress>`
      select url, fetched_at as "fetchedAt", status, message
      from raw.fetch f
      where outcome = 'failed'
        and not exists (select from raw.fetch later where later.url = f.url and later.fetched_at > f.fetched_at)
      order by fetched_at desc limit 50`.execute(kysely);
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
