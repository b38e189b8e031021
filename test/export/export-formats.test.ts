import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportOptions } from '../../src/export/export.js';
import { exportDatasets } from '../../src/export/export-datasets.js';
import { EXPORTS } from '../../src/export/exports.js';
import { parseYearRange } from '../../src/export/year-range.js';
import { readViews } from '../../src/store/views/view-stream.js';
import { onEachDatabase } from '../store/databases.js';
import { FORMULA, saveExportedReports, TEXT } from './exported-reports.js';

onEachDatabase('export', (database) => {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-export-'));
  let views: string[] = [];
  const run = (format: string, out: string, options: Partial<ExportOptions> = {}) =>
    exportDatasets(database().db, EXPORTS[format]!, { out: join(root, out), ...options });
  const csv = (out: string, view: string): Record<string, string>[] =>
    parse(readFileSync(join(root, out, `${view}.csv`)), { bom: true, columns: true });
  const jsonl = (out: string, view: string): Record<string, unknown>[] =>
    readFileSync(join(root, out, `${view}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  beforeAll(async () => {
    await saveExportedReports(database().db);
    views = await readViews(database().db, {}, async (reader) => reader.views.map(({ name }) => name));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('a CSV for Excel has a byte order mark, exact numbers, formulas made inert, one whole file a view', async () => {
    const { files } = await run('csv', 'csv');
    expect(readdirSync(join(root, 'csv')).sort()).toEqual(views.map((view) => `${view}.csv`).sort());
    expect(files.find((file) => file.path.endsWith('/report.csv'))).toMatchObject({ rows: 9 });
    expect([...readFileSync(join(root, 'csv', 'unit.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new Set(csv('csv', 'figure').map((row) => row.value))).toEqual(new Set(['', '43.788']));
    expect(csv('csv', 'section')[0]).toMatchObject({ text: TEXT, heading: `'${FORMULA}` });
    expect(csv('csv', 'report')[0]).toMatchObject({ published_on: '2022-01-20', revised_at: '' });
    expect(csv('csv', 'indicator').length).toBeGreaterThan(50);
  });

  test('a CSV for machines is untouched, and tells an empty text from none', async () => {
    await run('csv', 'machines', { audience: 'machines' });
    expect(csv('machines', 'section')[0]).toMatchObject({ heading: FORMULA });
    const text = readFileSync(join(root, 'machines', 'figure.csv'), 'utf8');
    expect(text.startsWith('unit_id,report_year,indicator')).toBe(true);
    expect(text).toMatch(/,,,件,"",blank,/);
  });

  test('a cell that the reader may not take for a formula comes back from its CSV', async () => {
    const { CSV_DIALECTS, withoutApostrophe } = await import('../../src/export/csv-dialects.js');
    const texts = ['=1', "'=1", "''=1", "'x", '-', '-5', '－', '+x', '@a', '\t=1', 'a,"b"', '——', '＝1'];
    for (const text of texts) {
      const line = CSV_DIALECTS.excel.line([text, 'end'], ['string', 'string']);
      const cell = (parse(line) as string[][])[0]![0]!;
      expect(withoutApostrophe(cell)).toBe(text);
      if (/^[=+@＝]/.test(text)) expect(cell).toBe(`'${text}`);
    }
    expect(CSV_DIALECTS.excel.line(['-5', '-'], ['number', 'string'])).toBe('-5,-\r\n');
  });

  test('JSONL has values in their types, with the digits of the database', async () => {
    await run('jsonl', 'jsonl');
    const figures = jsonl('jsonl', 'figure');
    expect(figures).toHaveLength(90);
    expect(figures[0]).toMatchObject({ report_year: 2019, unit_id: 'town-a', value: null, raw: '' });
    expect(figures[1]).toMatchObject({ value: 43.788, raw: '43.788', applicant: null });
    expect(jsonl('jsonl', 'section')[0]).toMatchObject({ text: TEXT, heading: FORMULA });
    expect(jsonl('jsonl', 'indicator').at(-1)!.templates).toEqual(['t2014']);
    expect(jsonl('jsonl', 'report')[0]!.published_on_stated).toBe(true);
  });

  test('Parquet is partitioned by year, and DuckDB reads in it what CSV and JSONL have', async () => {
    await run('parquet', 'parquet');
    expect(readdirSync(join(root, 'parquet', 'figure'))).toEqual(['year=2019', 'year=2020', 'year=2021']);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async (query: string) => (await connection.runAndReadAll(query)).getRowObjectsJson();
    const figures = `read_parquet('${root}/parquet/figure/*/*.parquet', hive_partitioning = true)`;
    expect(
      await ask(`select year::int as year, count(*)::int as n, count(value)::int as numbers, max(value) as top,
        count(*) filter (raw = '')::int as blanks from ${figures} group by 1 order by 1`),
    ).toEqual([2019, 2020, 2021].map((year) => ({ year, n: 30, numbers: 27, top: 43.788, blanks: 3 })));
    const [report] = await ask(`select published_on::text as day, published_on_stated as stated,
      epoch_ms(collected_at)::text as at, revised_at from read_parquet('${root}/parquet/report/year=2020/*.parquet')`);
    expect(report).toEqual({
      day: '2022-01-20',
      stated: true,
      at: String(Date.parse(`${jsonl('jsonl', 'report')[3]!.collected_at}:00`)),
      revised_at: null,
    });
    const sections = `select text from read_parquet('${root}/parquet/section/*/*.parquet') limit 1`;
    expect(await ask(sections)).toEqual([{ text: TEXT }]);
    connection.closeSync();
  });

  test('a narrower Parquet export leaves no year of the wider one behind', async () => {
    await run('parquet', 'parquet', { years: { from: 2021, to: 2021 } });
    expect(readdirSync(join(root, 'parquet', 'figure'))).toEqual(['year=2021']);
  });

  test('XLSX has a codebook, a sheet a view, numbers as numbers, text that is no formula, links to the sources', async () => {
    await run('xlsx', 'xlsx');
    const parts = unzipSync(readFileSync(join(root, 'xlsx', 'nianbao.xlsx')));
    const part = (name: string): string => strFromU8(parts[name]!);
    const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1]!);
    expect(names).toEqual(['说明', ...views]);
    const sheet = (name: string): string => part(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`);
    expect(sheet('说明')).toContain('年报所载数值');
    expect(sheet('figure').match(/<row /g)).toHaveLength(91);
    expect(sheet('figure')).toContain('<v>43.788</v>');
    expect(sheet('section')).toContain(`<t xml:space="preserve">${FORMULA}</t>`);
    expect(sheet('section')).toContain('第二段 &lt;&amp;&gt;');
    expect(sheet('report')).toContain('<f>HYPERLINK("http://localhost/town-a/2019")</f>');
  });

  test('keeps to the asked years, the units under a unit, a kind and a form', async () => {
    await run('jsonl', 'some', { years: { from: 2020, to: 2021 }, under: 'county-a' });
    expect(jsonl('some', 'report').map((row) => [row.report_year, row.unit_id])).toEqual([
      [2020, 'town-a'],
      [2020, 'town-b'],
      [2021, 'town-a'],
      [2021, 'town-b'],
    ]);
    expect(jsonl('some', 'figure')).toHaveLength(40);
    expect(jsonl('some', 'unit').map((row) => row.unit_id)).toEqual(['county-a', 'town-a', 'town-b']);
    await run('csv', 'kind', { kind: 'government' });
    expect(csv('kind', 'unit').map((row) => row.unit_id)).toEqual(['county-a', 'county-b']);
    expect([...csv('kind', 'report'), ...csv('kind', 'figure')]).toEqual([]);
    await run('csv', 'form', { form: 't2019' });
    expect([...csv('form', 'report'), ...csv('form', 'figure')]).toEqual([]);
    await run('csv', 'form', { form: 't2021' });
    expect(csv('form', 'report')).toHaveLength(9);
  });

  test('has every row of every view, by year and unit (series by unit and year), however it is read', async () => {
    const client = await database().db.pool.connect();
    const held: Record<string, number> = {};
    for (const view of views) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from mart.${view}`);
      held[view] = rows[0]!.n;
    }
    client.release();
    const streamed: Record<string, number> = {};
    await readViews(database().db, {}, async (reader) => {
      for (const { name, columns } of reader.views) {
        const keys = name === 'series' ? ['unit_id', 'report_year'] : ['report_year', 'unit_id'];
        const places = keys.map((key) => columns.findIndex((c) => c.name === key));
        let before = '';
        streamed[name] = 0;
        for await (const rows of reader.stream(name)) {
          for (const row of rows) {
            streamed[name]++;
            if (places.includes(-1)) continue;
            const key = places.map((place) => row[place] ?? '~').join(' ');
            expect(key >= before, `${name}: ${before} before ${key}`).toBe(true);
            before = key;
          }
        }
      }
    });
    expect(streamed).toEqual(held);
    expect(streamed.figure_history).toBe(90);
    expect(streamed.compliance).toBeGreaterThan(0);
  });

  test('says when no report is what was asked for, and of which years there are some', async () => {
    const { notes } = await run('csv', 'nothing', { years: { from: 1999, to: 1999 }, tables: ['figure'] });
    expect(notes).toEqual([
      'no report is what was asked for, so the tables have no figures; there are reports of 2019, 2020, 2021',
    ]);
    expect(csv('nothing', 'figure')).toEqual([]);
    expect((await run('csv', 'tables', { tables: ['figure'] })).notes).toEqual([]);
  });

  test('writes the asked tables alone, the long one or the wide one', async () => {
    await run('csv', 'tables', { tables: ['unit_year', 'figure'] });
    expect(readdirSync(join(root, 'tables')).sort()).toEqual(['figure.csv', 'unit_year.csv']);
    expect(csv('tables', 'figure')).toHaveLength(90);
    expect(csv('tables', 'unit_year')).toHaveLength(9);
  });

  test.each([
    [{ tables: ['castle'] }, /no table castle: there are .*figure.*unit_year/],
    [{ under: 'nobody' }, /no unit nobody/],
    [{ kind: 'castle' }, /no unit of kind castle: there are government, town/],
    [{ form: 't1999' }, /no form t1999: there are .*t2019, t2021/],
  ])('what %j names isn’t there: said, and the files of before are as they were', async (filter, message) => {
    const before = readFileSync(join(root, 'csv', 'report.csv'), 'utf8');
    await expect(run('csv', 'csv', filter)).rejects.toThrow(message);
    expect(readFileSync(join(root, 'csv', 'report.csv'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, 'csv'))).toHaveLength(views.length);
  });

  test('what a killed export left is cleared; what others keep in the folder is not touched', async () => {
    mkdirSync(join(root, 'killed', '.part-999999999'), { recursive: true });
    writeFileSync(join(root, 'killed', 'mine.txt'), 'mine');
    await run('csv', 'killed');
    expect(existsSync(join(root, 'killed', '.part-999999999'))).toBe(false);
    expect(readFileSync(join(root, 'killed', 'mine.txt'), 'utf8')).toBe('mine');
    mkdirSync(join(root, 'foreign', 'figure'), { recursive: true });
    writeFileSync(join(root, 'foreign', 'figure', 'mine.txt'), 'mine');
    await expect(run('parquet', 'foreign')).rejects.toThrow(/holds mine.txt, which no export made/);
    await expect(run('csv', 'killed/mine.txt')).rejects.toThrow(/is a file: name a folder/);
  });
});

test('--year takes a year or a range, and says what it expects', () => {
  expect(parseYearRange('2021')).toEqual({ from: 2021, to: 2021 });
  expect(parseYearRange('2019-2023')).toEqual({ from: 2019, to: 2023 });
  for (const text of ['21', '2023-2019', '', '2019-', 'all'])
    expect(() => parseYearRange(text)).toThrow(/--year expects/);
});
