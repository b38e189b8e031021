import { type Database, inSnapshot, type Transaction } from '../postgres/database.js';
import { READER } from '../postgres/reader-role.js';
import type { SqlClient } from '../postgres/sql-client.js';

/** What the board's pages read with: one unchanging state, the public views alone. */
export type BoardReader = Transaction['kysely'];

/**
 * Runs a page's reads in one snapshot and as the reader role, which sees schema `mart` and nothing else. Where the role
 * could not be set up (`grantReader` says so in a note), the snapshot is read-only all the same.
 */
export function readBoard<T>(db: Database, work: (reader: BoardReader) => Promise<T>): Promise<T> {
  return inSnapshot(db, async ({ client, kysely }) => {
    await client.execute(WITHOUT_JIT);
    await becomeReader(client);
    return work(kysely);
  });
}

export async function becomeReader(client: SqlClient): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(IS_MEMBER, [READER]);
  if (rows[0]?.member) await client.execute(`set local role ${READER}`);
}

export function becomeOwner(client: SqlClient): Promise<void> {
  return client.execute('reset role');
}

/**
 * The planner takes the public views for dearer than they are and compiles their queries, which takes a third of a second;
 * the queries themselves take a tenth.
 */
export const WITHOUT_JIT = 'set local jit = off';

const IS_MEMBER = "select pg_has_role(oid, 'member') as member from pg_roles where rolname = $1";
