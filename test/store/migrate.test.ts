import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, NewerDatabaseError } from '../../src/store/postgres/migrate.js';
import { onEachDatabase } from './databases.js';

onEachDatabase('migrating', (database) => {
  test('racing migrators leave one schema, and a second run applies nothing', async () => {
    const { db } = database();
    const runs = await Promise.all([migrate(db), migrate(db), migrate(db)]);
    const applied = runs.flatMap((run) => run.applied);
    expect(applied).toContain('0001_raw');
    expect(new Set(applied).size).toBe(applied.length);
    expect(await migrate(db)).toEqual({ applied: [], notes: [] });
  });

  test('views that did not change are not rebuilt, views that did are', async () => {
    const { db } = database();
    const oid = async () => (await db.kysely.selectNoFrom(EXPRESSION).executeTakeFirstOrThrow()).oid;
    const before = await oid();
    await migrate(db);
    expect(await oid()).toBe(before);
    await db.kysely.updateTable('ops.built').set({ digest: 'older' }).where('name', '=', 'views').execute();
    await migrate(db);
    expect(await oid()).not.toBe(before);
  });

  test('a database of a newer version is refused in a full sentence and left alone', async () => {
    const { db } = database();
    await db.kysely.insertInto('ops.migration').values({ number: 9999, name: 'future' }).execute();
    await expect(migrate(db)).rejects.toThrow(NewerDatabaseError);
    await expect(migrate(db)).rejects.toThrow(/newer nianbao.*9999.*nothing was changed/);
    await db.kysely.deleteFrom('ops.migration').where('number', '=', 9999).execute();
    await migrate(db);
  });

  test('whoever asks the database has no query compiled', async () => {
    const { rows } = await sql<{ setconfig: string[] }>`
      select s.setconfig from pg_db_role_setting s
      join pg_database d on d.oid = s.setdatabase and d.datname = current_database()
      where s.setrole = 0`.execute(database().db.kysely);
    expect(rows.map(({ setconfig }) => setconfig)).toEqual([['jit=off']]);
  });

  test('every public view and column has a comment in Chinese', async () => {
    const { db } = database();
    const client = await db.pool.connect();
    try {
      const { rows } = await client.query<{ name: string; comment: string | null }>(COMMENTS);
      expect(rows.length).toBeGreaterThan(150);
      expect(
        rows.filter(({ comment }) => !/\p{Script=Han}/u.test(comment ?? '')).map(({ name }) => name),
      ).toEqual([]);
    } finally {
      client.release();
    }
  });
});

const EXPRESSION = [sql<string>`'mart.report'::regclass::oid::text`.as('oid')] as const;

const COMMENTS = `
  select c.relname || coalesce('.' || a.attname, '') as name, col_description(c.oid, coalesce(a.attnum, 0)) as comment
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
  union all
  select c.relname, obj_description(c.oid, 'pg_class') from pg_class c
  where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'`;
