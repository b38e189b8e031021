import type { SqlClient } from './sql-client.js';

/** One migrator at a time, until the end of the transaction. */
export async function takeMigratorTurn(client: SqlClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
}

/** Any fixed number of our own: "nb" and a 1. */
const ADVISORY_LOCK = 0x6e6201;
