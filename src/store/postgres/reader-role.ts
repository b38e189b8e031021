import { type Database, inTransaction } from './database.js';
import { codeOf } from './database-unavailable.js';
import { takeMigratorTurn } from './migrator-turn.js';

/**
 * The role that sees the public views and nothing else; grant it to whoever reads. Where this user may not create roles,
 * that is a note and no failure.
 */
export async function grantReader(db: Database): Promise<string[]> {
  try {
    await inTransaction(db, async ({ client }) => {
      const { rows } = await client.query(`select from pg_roles where rolname = '${READER}'`);
      if (rows.length === 0) await client.execute(`create role ${READER} nologin`);
    });
  } catch (error) {
    // Roles belong to the whole server: another database's migrator may have been faster.
    if (!ALREADY_THERE.has(codeOf(error))) return [noteOf(error)];
  }
  try {
    await inTransaction(db, async ({ client }) => {
      await takeMigratorTurn(client);
      await client.execute(GRANTS);
    });
    return [];
  } catch (error) {
    return [noteOf(error)];
  }
}

function noteOf(error: unknown): string {
  if (codeOf(error) !== NOT_PERMITTED) throw error;
  return `the role ${READER} could not be set up (${(error as Error).message}). A superuser can: create role ${READER} nologin; ${GRANTS.trim()}`;
}

export const READER = 'nianbao_reader';
const GRANTS = `grant usage on schema mart to ${READER}; grant select on all tables in schema mart to ${READER}`;

/** Insufficient privilege. */
const NOT_PERMITTED = '42501';
/** Duplicate object, unique violation. */
const ALREADY_THERE: ReadonlySet<string> = new Set(['42710', '23505']);
