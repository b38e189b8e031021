import type { Database } from '../../src/store/postgres/database.js';

/** Rows of a statement. */
export async function ask<R>(db: Database, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  const client = await db.pool.connect();
  try {
    return (await client.query<R>(sql, parameters)).rows;
  } finally {
    client.release();
  }
}
