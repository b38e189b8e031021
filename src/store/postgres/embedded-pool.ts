import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { asUnavailable, codeOf, DatabaseUnavailableError } from './database-unavailable.js';
import { lockFolder } from './folder-lock.js';
import { type SqlClient, type SqlPool, type SqlResult, VALUE_PARSERS } from './sql-client.js';

/**
 * The embedded PostgreSQL, in `<dataFolder>/pg`. It has one connection and doesn't guard its folder: whoever connects
 * waits for the one before, and a lock file keeps other processes out.
 */
export async function openEmbeddedPool(
  dataFolder: string,
  yields: boolean,
): Promise<{ pool: SqlPool; place: string }> {
  const folder = join(dataFolder, 'pg');
  const place = `the embedded database in ${folder}`;
  const lock = await prepare(dataFolder, place, yields);
  let database: PGlite;
  try {
    database = await PGlite.create({
      dataDir: folder,
      parsers: VALUE_PARSERS as Record<number, (t: string) => unknown>,
    });
  } catch (error) {
    await lock.release();
    throw openFailure(error, place, folder);
  }
  let turn = Promise.resolve();
  let closed = false;
  return {
    place,
    pool: {
      connect: async () => {
        const before = turn;
        let release = (): void => {};
        turn = new Promise((resolve) => {
          release = resolve;
        });
        await before;
        if (closed) {
          release();
          throw new Error(`${place} was closed`);
        }
        return embeddedClient(database, place, release);
      },
      end: async () => {
        closed = true;
        await turn;
        await database.close();
        await lock.release();
      },
    },
  };
}

async function prepare(dataFolder: string, place: string, yields: boolean) {
  try {
    await mkdir(dataFolder, { recursive: true });
    return await lockFolder(dataFolder, { yields });
  } catch (error) {
    const words = FOLDER_REASONS[codeOf(error)];
    if (!words) throw asUnavailable(error, place);
    throw new DatabaseUnavailableError(`${place}: ${words}. Set NIANBAO_DATA to a folder of its own`, {
      cause: error,
    });
  }
}

const FOLDER_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no file can be made there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  EEXIST: 'that is a file, not a folder',
  ENOTDIR: 'that is a file, not a folder',
};

function openFailure(error: unknown, place: string, folder: string): unknown {
  const known = asUnavailable(error, place);
  if (known instanceof DatabaseUnavailableError) return known;
  const errno = (error as { readonly errno?: unknown } | null)?.errno;
  if (errno === WASI_DISK_FULL)
    return asUnavailable(Object.assign(new Error('disk full'), { code: 'ENOSPC', cause: error }), place);
  const words = error instanceof Error ? error.message.split('\n')[0] : `error ${errno ?? String(error)}`;
  const advice =
    `Restore the data folder from a backup; without one, move ${folder} away and run again, which reads all anew: ` +
    'decisions and corrections stay in the folder that was moved';
  return new DatabaseUnavailableError(`${place} can't be opened (${words}). ${advice}`, { cause: error });
}

/** Of the embedded database's file system, whose errors are no Error and have a number alone (WASI, errno nospc). */
const WASI_DISK_FULL = 51;

function embeddedClient(database: PGlite, place: string, release: () => void): SqlClient {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asUnavailable(error, place);
    }
  };
  const query = <R>(
    sql: string,
    parameters: readonly unknown[] = [],
    options?: { readonly rowMode: 'array' },
  ): Promise<SqlResult<R>> =>
    guarded(async () => {
      const result = await database.query<R>(sql, [...parameters], options);
      return {
        command: commandOf(sql),
        rowCount: result.affectedRows ?? 0,
        rows: result.rows,
        columns: result.fields.map((field) => field.name),
      };
    });
  return {
    query: (sql, parameters) => query(sql, parameters),
    queryOne: (sql, options) => query(sql, [], options),
    execute: (sql) => guarded(async () => void (await database.exec(sql))),
    copy: (table, columns, rows) =>
      guarded(async () => {
        if (rows.length === 0) return;
        const sql = `copy ${table} (${columns.join(', ')}) from '/dev/blob'`;
        await database.query(sql, [], { blob: new Blob([rows]) });
      }),
    release,
  };
}

/** kysely counts affected rows by the command's name, which PGlite doesn't report. */
function commandOf(sql: string): SqlResult<unknown>['command'] {
  const word = /^\s*(insert|update|delete|merge)\b/i.exec(sql)?.[1]?.toUpperCase();
  return (word ?? 'SELECT') as SqlResult<unknown>['command'];
}
