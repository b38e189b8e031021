import { sql } from 'kysely';
import type { CheckSetting } from '../../model/source.js';
import { type Database, inTransaction } from '../postgres/database.js';

/** Makes the given settings, check id → severity or off, the only ones. */
export async function saveCheckSettings(
  db: Database,
  settings: Readonly<Record<string, CheckSetting>>,
): Promise<void> {
  const rows = JSON.stringify(
    Object.entries(settings).map(([check_id, severity]) => ({ check_id, severity })),
  );
  await inTransaction(db, async ({ kysely }) => {
    await sql`delete from core.check_setting`.execute(kysely);
    await sql`
      insert into core.check_setting
      select * from jsonb_populate_recordset(null::core.check_setting, ${rows}::jsonb)`.execute(kysely);
  });
}
