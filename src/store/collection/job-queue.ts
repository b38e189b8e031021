import PgBoss from 'pg-boss';
import { contentId } from '../postgres/content-id.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';
import { codeOf } from '../postgres/database-unavailable.js';
import { takeMigratorTurn } from '../postgres/migrator-turn.js';
import type { SqlClient } from '../postgres/sql-client.js';

/** Work for one process at a time. There is never more than one job of a queue and key. */
export interface Job {
  readonly queue: string;
  readonly key: string;
  readonly run: string;
  readonly work: unknown;
  /** When it was first put on the queue; a job that is taken again keeps it. */
  readonly createdAt: Date;
  /** How often it was taken: who holds an older number has lost the job. */
  readonly taken: number;
}

/**
 * Work shared by any number of processes on one database. A job that is taken is held for LEASE_SECONDS; whoever
 * works on it renews that, and loses it when that fails: then another takes it.
 */
export interface JobQueue {
  /** Waiting work of the same key becomes this, as if it were new; false where such a job is at work now, which then stays as it is. */
  add(job: Pick<Job, 'queue' | 'key' | 'run' | 'work'>): Promise<boolean>;
  take(queue: string): Promise<Job | null>;
  /** False when the job is no longer ours. */
  renew(job: Job): Promise<boolean>;
  /** Ends a job and does `also` in the same transaction; false, and nothing done, when it is no longer ours. */
  finish(job: Job, also: (transaction: Transaction) => Promise<void>): Promise<boolean>;
  /** Gives a job back; after some attempts it is given up. */
  fail(job: Job, message: string): Promise<void>;
  /** Jobs of a run, or of all, that wait or are at work, and those given up. */
  counts(
    run?: string,
  ): Promise<{ readonly waiting: number; readonly working: number; readonly failed: number }>;
}

/** Opens the queue and makes what it needs in the database. Safe from several processes at once. */
export async function openJobQueue(db: Database, queues: readonly string[]): Promise<JobQueue> {
  const executor = createExecutor(db);
  const boss = new PgBoss({ db: executor, supervise: false, schedule: false });
  boss.on('error', () => {}); // What fails is thrown to whoever called.
  await boss.start();
  await makeQueues(db, queues);
  const ask = async <R>(text: string, values: readonly unknown[]): Promise<R[]> =>
    (await executor.executeSql(text, values)).rows as R[];
  // The embedded database serves one process: whoever was at work is gone.
  if (db.kind === 'embedded') await ask(ORPHAN_ALL, []);

  const renew = async (job: Job): Promise<boolean> => (await ask(RENEW, held(job))).length > 0;
  return {
    async add({ queue, key, run, work }) {
      const id = idOf(queue, key);
      const data = { key, run, work };
      await ask(CLEAR_ENDED, [queue, id]);
      if ((await boss.send(queue, data, { id })) !== null) return true;
      return (await ask(REPLACE_WAITING, [queue, id, JSON.stringify(data)])).length > 0;
    },
    async take(queue) {
      await boss.expire();
      executor.failure = null;
      const [job] = await boss.fetch<JobData>(queue, { includeMetadata: true });
      // The library answers a broken connection like an empty queue.
      if (executor.failure) throw executor.failure;
      if (!job) return null;
      const { key, run, work } = job.data;
      return { queue, key, run, work, createdAt: job.createdOn, taken: job.retryCount };
    },
    renew,
    finish: (job, also) =>
      inTransaction(db, async (tx) => {
        const { rows } = await tx.client.query(FINISH, held(job));
        if (rows.length > 0) await also(tx);
        return rows.length > 0;
      }),
    async fail(job, message) {
      // Renewed first: only who holds a job may give it back.
      if (await renew(job)) await boss.fail(job.queue, idOf(job.queue, job.key), { message });
    },
    async counts(run) {
      const [counted] = await ask<{ waiting: number; working: number; failed: number }>(COUNT, [run ?? null]);
      return counted!;
    },
  };
}

/** Seconds that a job stays with a process that says nothing more: killed, it is taken again so soon. */
export const LEASE_SECONDS = 20;

interface JobData {
  readonly key: string;
  readonly run: string;
  readonly work: unknown;
}

/** The key is the identity: the primary key of the queue's own table keeps a second job out, whatever its state. */
function idOf(queue: string, key: string): string {
  return contentId(`${queue}:${key}`);
}

function held({ queue, key, taken }: Job): readonly unknown[] {
  return [queue, idOf(queue, key), taken];
}

/** One process at a time: the library's own way of making a queue runs into a deadlock with another's. */
async function makeQueues(db: Database, queues: readonly string[]): Promise<void> {
  await inTransaction(db, async ({ client }) => {
    const { rows } = await client.query<{ name: string }>('select name from pgboss.queue');
    const missing = queues.filter((queue) => !rows.some(({ name }) => name === queue));
    if (missing.length === 0) return;
    await takeMigratorTurn(client);
    const options = {
      policy: 'standard',
      retryLimit: RETRIES,
      retryDelay: 0,
      expireInSeconds: LEASE_SECONDS,
    };
    for (const queue of missing) {
      await client.query('select pgboss.create_queue($1, $2::text::json)', [queue, JSON.stringify(options)]);
    }
  });
}

function createExecutor(db: Database) {
  const executor = {
    failure: null as unknown,
    async executeSql(text: string, values: readonly unknown[] = []): Promise<{ rows: unknown[] }> {
      const client = await db.pool.connect();
      try {
        if (/^\s*BEGIN;/.test(text)) return await executeBlock(client, text);
        return await client.query(text, values);
      } catch (error) {
        if (codeOf(error) !== UNIQUE_VIOLATION) executor.failure = error;
        throw error;
      } finally {
        client.release();
      }
    },
  };
  return executor;
}

async function executeBlock(client: SqlClient, text: string): Promise<{ rows: unknown[] }> {
  try {
    await client.execute(text);
    return { rows: [] };
  } catch (error) {
    await client.execute('rollback').catch(() => {});
    throw error;
  }
}

const RETRIES = 5;
const UNIQUE_VIOLATION = '23505';

const HELD = `name = $1 and id = $2::uuid and state = 'active' and retry_count = $3::int`;
const RENEW = `update pgboss.job set started_on = now() where ${HELD} returning id`;
const FINISH = `delete from pgboss.job where ${HELD} returning id`;
const CLEAR_ENDED = `
  delete from pgboss.job
  where name = $1 and id = $2::uuid and state in ('completed', 'cancelled', 'failed')`;
const REPLACE_WAITING = `
  update pgboss.job set data = $3::text::jsonb, created_on = now(), retry_count = 0, started_on = null
  where name = $1 and id = $2::uuid and state in ('created', 'retry') returning id`;
const ORPHAN_ALL = `
  update pgboss.job set started_on = now() - expire_in - interval '1 second' where state = 'active'`;
const COUNT = `
  select count(*) filter (where state in ('created', 'retry'))::int as waiting,
    count(*) filter (where state = 'active')::int as working,
    count(*) filter (where state = 'failed')::int as failed
  from pgboss.job where $1::text is null or data ->> 'run' = $1::text`;
