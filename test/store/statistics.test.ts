import { beforeAll, expect, test } from 'vitest';
import type { Extraction, LocalCell } from '../../src/model/extraction.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, capture, loadable, printed, saveCounty, tableFigures } from './reports.js';

const LOCAL: readonly LocalCell[] = [
  { table: 0, row: 3, column: 3, label: '主动公开信息数 / 条', heading: '历年累计', raw: '1,204' },
  { table: 2, row: 1, column: 1, label: '网站专栏\t“访问量”', heading: null, raw: '99人次' },
  { table: 2, row: 2, column: 1, label: '咨询数', heading: null, raw: '7' },
];

const VALUES: Readonly<Record<string, number>> = {
  'stats.applications.received': 12,
  'stats.replies.total': 11,
  'stats.replies.already_public': 2,
  'stats.replies.granted': 3,
  'stats.replies.partially_granted': 1,
  'stats.replies.denied.trade_secret': 1,
  'stats.replies.denied.privacy': 2,
  'stats.replies.not_own_competence': 1,
  'stats.review.total': 4,
  'stats.review.corrected': 1,
  'stats.litigation.total': 2,
};

const figuresOf2014 = (withheld = '') =>
  tableFigures('t2014.statistics', 0, (indicator) =>
    indicator === withheld ? blank : printed(VALUES[indicator] ?? 0),
  );

onEachDatabase('reports of 2014–2018', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
    await saveCounty(database().db, 'anqiu', ['huiqu', 'jingzhi']);
  });

  const save = async (unit: string, year: number, word: string, parts: Partial<Extraction>) => {
    const report = loadable(unit, year, word, { template: 't2014', ...parts });
    await capture(database().db, report, `${year + 1}-03-01`);
    const saved = await saveReports(database().db, [report]);
    expect(saved.failed).toEqual([]);
    return saved;
  };
  const unitYear = async (unit: string, year: number) =>
    (
      await ask<Record<string, unknown>>(
        database().db,
        `select * from mart.unit_year where unit_id = '${unit}' and report_year = ${year}`,
      )
    )[0]!;

  test('go on as the measures that are close, and the break is visible', async () => {
    await save('huiqu', 2017, '2017', { figures: figuresOf2014() });
    await save('huiqu', 2018, '2018', { figures: figuresOf2014() });
    await save('huiqu', 2019, '2019', {
      template: 't2019',
      figures: [...tableFigures('t2019.applications', 0), ...tableFigures('review_litigation', 1)],
    });
    expect(await unitYear('huiqu', 2018)).toMatchObject({
      template: 't2014',
      series_break: false,
      applications_received: 12,
      granted: 5,
      partially_granted: 1,
      denied_third_party_rights: 3,
      unable_not_held: 1,
      results_total: 11,
      disclosed_total: 6,
      review_total: 4,
      litigation_total: 2,
      // What the table of 2014 doesn't count is not 0.
      carried_in: null,
      denied_total: null,
      unable_total: null,
      natural_person_received: null,
      direct_total: null,
      review_decided: null,
    });
    expect(await unitYear('huiqu', 2019)).toMatchObject({ series_break: true, applications_received: 0 });
  });

  test('a sum with a blank part is unknown', async () => {
    await save('jingzhi', 2016, '2016', { figures: figuresOf2014('stats.replies.already_public') });
    expect(await unitYear('jingzhi', 2016)).toMatchObject({ granted: null, partially_granted: 1 });
  });

  test('where a report prints both tables, the later form counts', async () => {
    const figures = [...figuresOf2014(), ...tableFigures('t2019.applications', 1, () => printed(9))];
    await save('jingzhi', 2019, 'both', { template: 't2019', figures });
    expect(await unitYear('jingzhi', 2019)).toMatchObject({ applications_received: 9, results_total: 9 });
  });

  test('local cells are kept as printed, and a new reading takes their place', async () => {
    const rows = () =>
      ask(
        database().db,
        `select table_no as "table", row_no as "row", column_no as "column", label, heading, raw
         from mart.local_row where unit_id = 'huiqu' and report_year = 2013 order by 1, 2`,
      );
    await save('huiqu', 2013, '2013', { template: null, figures: [], localCells: LOCAL });
    expect(await rows()).toEqual(LOCAL);
    expect(
      await save('huiqu', 2013, '2013', { template: null, figures: [], localCells: LOCAL }),
    ).toMatchObject({
      unchanged: 1,
    });
    await save('huiqu', 2013, '2013', { template: null, figures: [], localCells: LOCAL.slice(0, 1) });
    expect(await rows()).toEqual(LOCAL.slice(0, 1));
  });
});
