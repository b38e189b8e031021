import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ClosingClient } from './closing-client.js';
import { asUnavailable, DatabaseUnavailableError } from './database-unavailable.js';
import { type SqlClient, type SqlPool, type SqlResult, VALUE_PARSERS } from './sql-client.js';

/** Connections to a PostgreSQL server. `place` names it in messages: host, port and database, never the password. */
export function openServerPool(url: string): { pool: SqlPool; place: string } {
  const place = describeServer(url);
  const pool = new pg.Pool({
    Client: ClosingClient,
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'nianbao',
    types: { getTypeParser },
  });
  // A connection that breaks while idle is replaced on next use; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    place,
    pool: {
      connect: async () => {
        try {
          return serverClient(await pool.connect(), place);
        } catch (error) {
          throw asUnavailable(error, place);
        }
      },
      end: () => pool.end(),
    },
  };
}

function describeServer(url: string): string {
  try {
    const { protocol, hostname, port, pathname, searchParams } = new URL(url);
    if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw new Error(protocol);
    const host = hostname || searchParams.get('host') || 'localhost';
    return `PostgreSQL at ${decodeURIComponent(host)}:${port || '5432'}/${decodeURIComponent(pathname.slice(1))}`;
  } catch {
    throw new DatabaseUnavailableError(
      'DATABASE_URL is not an address of a PostgreSQL server: expected postgresql://user:password@host:5432/database',
    );
  }
}

function serverClient(client: pg.PoolClient, place: string): SqlClient {
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asUnavailable(error, place);
    }
  };
  return {
    query: (sql, parameters) =>
      guarded(async () => resultOf(await client.query(sql, parameters as unknown[]))),
    queryOne: (text, options) => guarded(async () => resultOf(await client.query(extended(text, options)))),
    execute: (sql) => guarded(async () => void (await client.query(sql))),
    copy: (table, columns, rows) =>
      guarded(async () => {
        if (rows.length === 0) return;
        const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
        stream.end(rows);
        await finished(stream);
      }),
    release: () => {
      client.off('error', onError);
      client.release(broken);
    },
  };
}

function resultOf<R>(result: pg.QueryResult): SqlResult<R> {
  return {
    command: result.command as SqlResult<R>['command'],
    rowCount: result.rowCount ?? 0,
    rows: result.rows as R[],
    columns: result.fields?.map((field) => field.name) ?? [],
  };
}

/** pg chooses the extended protocol by itself only where there are parameters. */
function extended(text: string, options?: { readonly rowMode: 'array' }): pg.QueryConfig {
  const config: pg.QueryConfig & { queryMode: 'extended' } = { text, queryMode: 'extended', ...options };
  return config;
}

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return VALUE_PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text');
}

const MAX_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 10_000;
