import { sql } from 'kysely';
import type { LocalRules } from '../../model/source.js';
import { type Database, inTransaction } from '../postgres/database.js';

/** Makes the given rules the only ones. */
export async function saveLocalRules(db: Database, { keyWork, withoutPower }: LocalRules): Promise<void> {
  await inTransaction(db, async ({ kysely }) => {
    await sql`delete from core.local_rule`.execute(kysely);
    await sql`
      insert into core.local_rule values
        ('key_work', ${JSON.stringify(keyWork)}::jsonb),
        ('without_power', ${JSON.stringify(withoutPower)}::jsonb)`.execute(kysely);
  });
}

/** The rules of the place; without any, the checks that ask them are not_assessable. */
export async function localRules(db: Database): Promise<LocalRules> {
  const rows = await db.kysely.selectFrom('core.local_rule').selectAll().execute();
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? {};
  return {
    keyWork: value('key_work') as LocalRules['keyWork'],
    withoutPower: value('without_power') as LocalRules['withoutPower'],
  };
}
