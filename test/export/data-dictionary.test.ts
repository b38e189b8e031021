import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { dataDictionary, writeDictionaryWorkbook } from '../../src/export/data-dictionary.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { readViews } from '../../src/store/views/view-stream.js';
import { onEachDatabase } from '../store/databases.js';

const FILE = fileURLToPath(new URL('../../docs/data-dictionary.md', import.meta.url));

onEachDatabase('the data dictionary', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
  });

  test('is up to date (npm run dictionary writes it)', async () => {
    expect(readFileSync(FILE, 'utf8')).toBe(await dataDictionary(database().db));
  });

  test('as a workbook has a row for every table, column and indicator, with the words of the database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-dictionary-'));
    const file = join(folder, 'dictionary.xlsx');
    await writeDictionaryWorkbook(database().db, file);
    const parts = unzipSync(readFileSync(file));
    const sheet = (no: number): string[][] =>
      [...strFromU8(parts[`xl/worksheets/sheet${no}.xml`]!).matchAll(/<row .*?<\/row>/g)].map(([row]) =>
        [...row.matchAll(/<t [^>]*>(.*?)<\/t>/g)].map((match) => match[1]!),
      );
    rmSync(folder, { recursive: true });
    expect(strFromU8(parts['xl/workbook.xml']!)).toMatch(/name="数据表".*name="指标"/);
    const views = await readViews(database().db, {}, async (reader) => reader.views);
    const [head, ...rows] = sheet(1);
    expect(head).toEqual(['数据表', '列', '类型', '说明']);
    expect(rows).toHaveLength(views.reduce((sum, { columns }) => sum + 1 + columns.length, 0));
    expect(rows).toContainEqual(['figure', 'reported_value', '小数', '年报所载数值']);
    const [, ...indicators] = sheet(2);
    const client = await database().db.pool.connect();
    const { rows: known } = await client.query<{ indicator: string }>('select indicator from mart.indicator');
    client.release();
    expect(indicators.map(([code]) => code).sort()).toEqual(known.map(({ indicator }) => indicator).sort());
  });

  test('has a word on every view and column', async () => {
    const views = await readViews(database().db, {}, async (reader) => reader.views);
    const silent = views.flatMap(({ name, comment, columns }) => [
      ...(comment === '' ? [name] : []),
      ...columns.filter((column) => column.comment === '').map((column) => `${name}.${column.name}`),
    ]);
    expect(silent).toEqual([]);
  });
});
