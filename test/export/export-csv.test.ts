import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORTED_VIEWS } from '../../src/export/exported-views.js';
import { EXPORTS } from '../../src/export/exports.js';
import { parseYearRange } from '../../src/export/year-range.js';
import { migrate } from '../../src/store/migrate.js';
import { saveReports } from '../../src/store/save-reports.js';
import { onEachDatabase } from '../store/databases.js';
import { capture, extraction, loadable, saveCounty, tableFigures } from '../store/reports.js';

onEachDatabase('export as CSV', (database) => {
  const out = mkdtempSync(join(tmpdir(), 'nianbao-export-'));
  const read = (view: string): Record<string, string>[] =>
    parse(readFileSync(join(out, `${view}.csv`)), { bom: true, columns: true }) as Record<string, string>[];

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'county-a', ['town-a', 'town-b']);
    await saveCounty(db, 'county-b', ['town-c']);
    const figures = tableFigures('t2021.proactive', 0, () => ({ raw: '43.788', value: 43.788 }));
    const text = '第一段，"引号"\n第二段';
    const sections = extraction().sections.map((section) => ({ ...section, text }));
    const reports = ['town-a', 'town-b', 'town-c'].flatMap((unit) =>
      [2019, 2020, 2021].map((year) => loadable(unit, year, `${unit} ${year}`, { figures, sections })),
    );
    for (const report of reports) await capture(db, report, '2022-02-01');
    await saveReports(db, reports);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('writes one whole file a view, with a byte order mark, exact values and no leftovers', async () => {
    const files = await EXPORTS.csv!(database().db, { out });
    expect(readdirSync(out).sort()).toEqual(EXPORTED_VIEWS.map((view) => `${view}.csv`).sort());
    expect(files.find((f) => f.path.endsWith('/report.csv'))).toMatchObject({ rows: 9 });
    expect([...readFileSync(join(out, 'unit.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(read('figure')).toHaveLength(90);
    expect(new Set(read('figure').map((row) => row.value))).toEqual(new Set(['43.788']));
    expect(read('section')[0]!.text).toBe('第一段，"引号"\n第二段');
    expect(read('report')[0]).toMatchObject({
      published_on: '2022-01-20',
      revised_at: '',
      published_on_stated: 'true',
    });
    expect(read('indicator').length).toBeGreaterThan(50);
  });

  test('keeps to the asked years and the units under a unit', async () => {
    await EXPORTS.csv!(database().db, { out, years: { from: 2020, to: 2021 }, under: 'county-a' });
    expect(read('report').map((row) => [row.report_year, row.unit_id])).toEqual([
      ['2020', 'town-a'],
      ['2020', 'town-b'],
      ['2021', 'town-a'],
      ['2021', 'town-b'],
    ]);
    expect(read('unit').map((row) => row.unit_id)).toEqual(['county-a', 'town-a', 'town-b']);
    expect(new Set(read('coverage').map((row) => row.parent_id))).toEqual(new Set(['county-a']));
  });

  test('leaves the files of before as they were when it fails', async () => {
    const before = readFileSync(join(out, 'report.csv'), 'utf8');
    await expect(EXPORTS.csv!(database().db, { out, under: 'nobody' })).rejects.toThrow(/no unit nobody/);
    expect(readFileSync(join(out, 'report.csv'), 'utf8')).toBe(before);
    expect(readdirSync(out)).toHaveLength(EXPORTED_VIEWS.length);
  });
});

test('--year takes a year or a range, and says what it expects', () => {
  expect(parseYearRange('2021')).toEqual({ from: 2021, to: 2021 });
  expect(parseYearRange('2019-2023')).toEqual({ from: 2019, to: 2023 });
  for (const text of ['21', '2023-2019', '', '2019-', 'all'])
    expect(() => parseYearRange(text)).toThrow(/--year expects/);
});
