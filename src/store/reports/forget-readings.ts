import { sql } from 'kysely';
import { type Database, inTransaction } from '../postgres/database.js';

/**
 * Makes all that is stored work to do again: reports keep their rows, and what people read meanwhile stays whole, but
 * no reading counts as made by the current parser version any more.
 */
export function forgetReadings(db: Database): Promise<void> {
  return inTransaction(db, async ({ kysely }) => {
    await sql`update core.report set parser_version = ${FORGOTTEN}`.execute(kysely);
    await sql`update core.refusal set parser_version = ${FORGOTTEN}`.execute(kysely);
  });
}

const FORGOTTEN = 'to be read again';
