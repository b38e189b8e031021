import { Kysely, PostgresDialect } from 'kysely';
import { DatabaseUnavailableError } from './database-unavailable.js';
import { openEmbeddedPool } from './embedded-pool.js';
import { openServerPool } from './server-pool.js';
import type { SqlClient, SqlPool } from './sql-client.js';
import type { Tables } from './tables.js';

export interface DatabaseOptions {
  /** A PostgreSQL server; without it the embedded database in the data folder. */
  readonly url?: string | undefined;
  readonly dataFolder: string;
  /** Whether the embedded database is let go when unused: other processes wait a moment for it instead of giving up. */
  readonly yields?: boolean;
}

export interface Database {
  readonly kind: 'server' | 'embedded';
  /** For messages: host, port and name, or the folder; never a password. */
  readonly place: string;
  readonly pool: SqlPool;
  /** Single statements. Inside a transaction use the transaction's own: the embedded database has one connection. */
  readonly kysely: Kysely<Tables>;
  close(): Promise<void>;
}

export interface Transaction {
  readonly client: SqlClient;
  readonly kysely: Kysely<Tables>;
}

/** Opens whatever database is configured, or says in one line why not. */
export async function openDatabase({ url, dataFolder, yields = false }: DatabaseOptions): Promise<Database> {
  const kind = url ? 'server' : 'embedded';
  const { pool, place } = url ? openServerPool(url) : await openEmbeddedPool(dataFolder, yields);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: kyselyPool(pool) }) });
  const database: Database = { kind, place, pool, kysely, close: () => pool.end() };
  try {
    await refuseOldServer(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Runs work in one transaction: all of it is stored, or nothing. */
export function inTransaction<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return inBlock(database, 'begin', 'commit', work);
}

/** Runs reads on one unchanging state of the database. A write fails, and what isn't checked (lo_create) is undone. */
export function inSnapshot<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return inBlock(database, 'begin isolation level repeatable read read only', 'rollback', work);
}

async function inBlock<T>(
  database: Database,
  begin: string,
  end: 'commit' | 'rollback',
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.execute(begin);
    try {
      const result = await work({ client, kysely: kyselyOn(client) });
      await client.execute(end);
      return result;
    } catch (error) {
      // A broken connection can't roll back, and needn't: the server does.
      await client.execute('rollback').catch(() => {});
      throw error;
    }
  } finally {
    client.release();
  }
}

function kyselyOn(client: SqlClient): Kysely<Tables> {
  const alone = { connect: async () => ({ ...client, release: () => {} }), end: async () => {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: kyselyPool(alone) }) });
}

/** kysely takes anything of pg.Pool's shape. Its client's cursors are not used here. */
function kyselyPool(pool: SqlPool) {
  return pool as unknown as ConstructorParameters<typeof PostgresDialect>[0]['pool'];
}

async function refuseOldServer({ pool, place }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ number: number; version: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    );
    const { number, version } = rows[0]!;
    if (number >= OLDEST_VERSION) return;
    throw new DatabaseUnavailableError(
      `${place}: this is PostgreSQL ${version}; version 15 or newer is needed. Upgrade the server or use another`,
    );
  } finally {
    client.release();
  }
}

const OLDEST_VERSION = 150_000;
