import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RunCounts } from '../../model/loading.js';
import type { Reach } from '../../model/source.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';

/** A run that is under way; its jobs may be anybody's. */
export interface OpenRun {
  readonly runId: string;
  readonly job: string;
  readonly stage: string;
  readonly startedAt: Date;
  readonly reach: Reach;
}

/** A run as it stands. */
export interface RunState extends RunCounts {
  readonly finished: boolean;
  readonly error: string | null;
}

/**
 * Writes down a run, for jobs to be counted in; it moves on only when it was begun, its jobs all on the queue. One that is
 * still under way ends here: what is left of it is work of the new one. Gives its id.
 */
export async function openRun(db: Database, job: string, reach: Reach): Promise<string> {
  const said = JSON.stringify(reach);
  const runId = randomUUID();
  const now = new Date();
  await inTransaction(db, async ({ kysely }) => {
    await sql`
      update ops.run set finished_at = ${now}, stage = null, error = ${TAKEN_OVER}
      where finished_at is null and stage is not null`.execute(kysely);
    await sql`
      insert into ops.run (run_id, job, started_at, reach, found, fetched, parsed, loaded, failed)
      values (${runId}, ${job}, ${now}, ${said}::text::jsonb, 0, 0, 0, 0, 0)`.execute(kysely);
  });
  return runId;
}

export async function beginRun(db: Database, runId: string, stage: string): Promise<void> {
  await sql`
    update ops.run set stage = ${stage}
    where run_id = ${runId} and stage is null and finished_at is null`.execute(db.kysely);
}

export async function openRuns(db: Database): Promise<OpenRun[]> {
  const { rows } = await sql<OpenRun>`
    select run_id as "runId", job, stage, started_at as "startedAt", reach from ops.run
    where finished_at is null and stage is not null order by started_at`.execute(db.kysely);
  return rows;
}

/** Adds what one job did, in the transaction that ends the job: counted once, whoever did it. */
export async function addRunCounts({ kysely }: Transaction, runId: string, counts: RunCounts): Promise<void> {
  const { found, fetched, parsed, loaded, failed } = counts;
  await sql`
    update ops.run set found = found + ${found}::int, fetched = fetched + ${fetched}::int,
      parsed = parsed + ${parsed}::int, loaded = loaded + ${loaded}::int, failed = failed + ${failed}::int
    where run_id = ${runId}`.execute(kysely);
}

/** Ends a run that could not be worked to its end. */
export async function breakOffRun(db: Database, runId: string, error: string): Promise<void> {
  await sql`
    update ops.run set finished_at = ${new Date()}, stage = null, error = ${error}
    where run_id = ${runId} and finished_at is null`.execute(db.kysely);
}

/** Moves a run on; null ends it. False where another process did, or where it has ended. */
export async function moveRun(
  db: Database,
  { runId, stage }: Pick<OpenRun, 'runId' | 'stage'>,
  next: string | null,
  error: string | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    update ops.run set stage = ${next}, finished_at = ${next === null ? new Date() : null}, error = ${error}
    where run_id = ${runId} and stage = ${stage} and finished_at is null returning run_id`.execute(db.kysely);
  return rows.length > 0;
}

export async function runState(db: Database, runId: string): Promise<RunState> {
  const { rows } = await sql<RunState>`
    select finished_at is not null as finished, error, found, fetched, parsed, loaded, failed
    from ops.run where run_id = ${runId}`.execute(db.kysely);
  return rows[0]!;
}

/** True for the one process that gets to act on this firing of the schedule. */
export async function claimFiring(db: Database, firing: string): Promise<boolean> {
  const { rows } = await sql`
    insert into ops.firing (firing) values (${firing}) on conflict do nothing returning firing`.execute(
    db.kysely,
  );
  return rows.length > 0;
}

const TAKEN_OVER = 'a newer run took over what was left';
