import { beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/store/postgres/migrate.js';
import { QueryError, queryReadOnly } from '../../src/store/postgres/query-read-only.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { saveCounty } from './reports.js';

onEachDatabase('asking', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
    await saveCounty(database().db, 'asked', ['asked-a']);
  });

  test('a question is answered with columns in order, also of one name', async () => {
    const { db } = database();
    const answer = await queryReadOnly(
      db,
      'select unit_id, 1::bigint as a, 0.10::numeric as a from mart.unit order by 1;\n',
    );
    expect(answer).toEqual({
      columns: ['unit_id', 'a', 'a'],
      rows: [
        ['asked', 1, '0.10'],
        ['asked-a', 1, '0.10'],
      ],
      truncated: false,
    });
    expect(await queryReadOnly(db, 'with n as (values (1), (2)) table n', { maxRows: 1 })).toMatchObject({
      rows: [[1]],
      truncated: true,
    });
    expect((await queryReadOnly(db, 'select 1 as none where false')).columns).toEqual(['none']);
    expect((await queryReadOnly(db, '-- why\n explain select 1')).rows[0]![0]).toContain('Result');
  });

  test.each([
    "insert into core.unit values ('x')",
    "with w as (insert into core.unit values ('x') returning 1) select * from w",
    'drop schema core cascade',
    'commit; drop schema core cascade',
    'select 1; commit; drop schema core cascade',
    "select set_config('transaction_read_only', 'off', true); delete from core.unit",
    'set transaction read write',
    'commit',
    "explain analyze insert into core.unit values ('x')",
    'explain analyze with w as (delete from core.unit_record returning 1) select * from w',
    "do $$ begin execute 'drop schema core cascade'; end $$",
    "copy core.unit from '/dev/null'",
    '',
  ])('a statement that would write is refused: %s', async (statement) => {
    const { db } = database();
    await expect(queryReadOnly(db, statement)).rejects.toThrow(QueryError);
    expect(await ask(db, 'select unit_id from core.unit order by 1')).toEqual([
      { unit_id: 'asked' },
      { unit_id: 'asked-a' },
    ]);
    expect(await ask(db, 'select count(*) as n from core.unit_record')).toEqual([{ n: 2 }]);
  });

  test('a large object, whose making older servers allow in a reading transaction, does not stay', async () => {
    const { db } = database();
    await queryReadOnly(db, 'select lo_create(0)').catch(() => {});
    expect(await ask(db, 'select from pg_largeobject_metadata')).toEqual([]);
  });

  test('a mistake is shown with its place', async () => {
    const { db } = database();
    const asking = queryReadOnly(db, "select '年报',\n  nonsense from mart.unit");
    await expect(asking).rejects.toThrow('column "nonsense" does not exist (line 2, column 3)');
    await expect(asking).rejects.toMatchObject({ position: 16 });
  });

  test('a question that takes too long is stopped', async () => {
    const { db, kind } = database();
    if (kind === 'embedded') return; // One thread: the timer of the embedded database can't fire.
    await expect(queryReadOnly(db, 'select pg_sleep(20)', { timeoutMs: 100 })).rejects.toThrow(
      /took too long/,
    );
  });
});
