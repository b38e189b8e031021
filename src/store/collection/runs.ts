import { randomUUID } from 'node:crypto';
import type { RunCounts } from '../../model/loading.js';
import type { Database } from '../postgres/database.js';

export interface Run extends RunCounts {
  readonly job: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

/** Records that a job begins; the id is for finishRun. */
export async function startRun(db: Database, job: string, startedAt: Date): Promise<string> {
  const runId = randomUUID();
  const none = { found: null, fetched: null, parsed: null, loaded: null, failed: null };
  await db.kysely
    .insertInto('ops.run')
    .values({
      run_id: runId,
      job,
      started_at: startedAt,
      finished_at: null,
      error: null,
      stage: null,
      reach: null,
      ...none,
    })
    .execute();
  return runId;
}

/** Records how it ended: with counts, and with the error that stopped it, if one did. */
export async function finishRun(
  db: Database,
  runId: string,
  end: { readonly finishedAt: Date; readonly counts: RunCounts; readonly error?: string | null },
): Promise<void> {
  const { found, fetched, parsed, loaded, failed } = end.counts;
  await db.kysely
    .updateTable('ops.run')
    .set({ finished_at: end.finishedAt, found, fetched, parsed, loaded, failed, error: end.error ?? null })
    .where('run_id', '=', runId)
    .execute();
}

/** The latest run that ended, of one job or of any. */
export async function lastRun(db: Database, job?: string): Promise<Run | null> {
  const row = await db.kysely
    .selectFrom('ops.run')
    .selectAll()
    .where('finished_at', 'is not', null)
    .$if(job !== undefined, (q) => q.where('job', '=', job!))
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    job: row.job,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: row.error,
    found: row.found ?? 0,
    fetched: row.fetched ?? 0,
    parsed: row.parsed ?? 0,
    loaded: row.loaded ?? 0,
    failed: row.failed ?? 0,
  };
}
