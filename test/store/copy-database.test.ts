import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyDatabase, NotEmptyError } from '../../src/store/postgres/copy-database.js';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnitEvents } from '../../src/store/units/unit-events.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, capture, loadable, printed, saveCounty, tableFigures } from './reports.js';

/** Every public view, row by row, as text. */
async function publicContents(db: Database): Promise<Record<string, unknown[]>> {
  const views = await ask<{ name: string }>(
    db,
    `select c.relname as name from pg_class c
     where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v' order by 1`,
  );
  const contents: Record<string, unknown[]> = {};
  for (const { name } of views) {
    contents[name] = await ask(db, `select v::text from mart.${name} v order by 1`);
  }
  return contents;
}

onEachDatabase('copying a database', (database) => {
  test('every public view says the same in the copy, and a second copy is refused', async () => {
    const { db, kind, options } = database();
    await migrate(db);
    await saveCounty(db, 'xian', ['jia', 'yi']);
    const figures = tableFigures('t2021.applications', 1, (indicator) =>
      indicator === 'results.granted' ? printed(70000) : indicator === 'results.total' ? blank : {},
    );
    const sections = [
      { code: 'overview' as const, heading: '一、“总体”\t情况', text: '第一行\n\\N 第二行\r\n' },
    ];
    const report = loadable('jia', 2021, 'a', { figures, sections });
    await capture(db, report, '2022-01-20');
    await saveReports(db, [report]);
    const event = {
      kind: 'merge',
      happenedOn: '2021-06-01',
      fromUnits: ['jia', 'yi'],
      toUnits: ['jia'],
    } as const;
    await saveUnitEvents(db, [{ ...event, sourceUrl: null, note: '并入“甲”, {乙}' }]);

    const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-copy-'));
    const copy = await openDatabase({ dataFolder });
    try {
      await migrate(copy);
      const copied = await copyDatabase(db, copy);
      expect(copied.find(({ table }) => table === 'core.report')).toEqual({ table: 'core.report', rows: 1 });
      const contents = await publicContents(db);
      expect(contents.figure!.length).toBe(175);
      expect(await publicContents(copy)).toEqual(contents);
      await expect(copyDatabase(db, copy)).rejects.toThrow(NotEmptyError);
      expect(await publicContents(copy)).toEqual(contents);
      if (kind === 'server') await copyBack(copy, db, options.url!, contents);
    } finally {
      await copy.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});

/** From the embedded database to a server: the way that users take. */
async function copyBack(
  copy: Database,
  db: Database,
  serverUrl: string,
  contents: Record<string, unknown[]>,
) {
  await ask(db, 'create database nianbao_copied_back');
  const url = new URL(serverUrl);
  url.pathname = '/nianbao_copied_back';
  const back = await openDatabase({ url: url.href, dataFolder: '' });
  try {
    await migrate(back);
    await copyDatabase(copy, back);
    expect(await publicContents(back)).toEqual(contents);
  } finally {
    await back.close();
  }
}
