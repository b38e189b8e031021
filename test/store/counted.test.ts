import { beforeAll, expect, test } from 'vitest';
import type { CorrectionRequest } from '../../src/model/correction.js';
import { saveCorrections } from '../../src/store/judgement/corrections.js';
import { HOT_COLUMNS, HOT_FIGURES } from '../../src/store/postgres/hot-figures.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { capture, loadable, printed, saveCounty, tableFigures } from './reports.js';

const FIGURES = [
  ...tableFigures('t2021.proactive', 0, () => printed(3)),
  ...tableFigures('t2021.applications', 1, () => printed(10)),
  ...tableFigures('review_litigation', 2, () => printed(2)),
];

onEachDatabase('measures', (database) => {
  const correct = (
    unitId: string,
    [indicator, applicant]: readonly [string, string | null],
    value: string | null,
  ) =>
    ({
      ...{ unitId, reportYear: 2021, indicator, applicant, value, withdrawn: false },
      ...{ by: '李主任', why: '电话核实' },
    }) satisfies CorrectionRequest;

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'county', ['town-a', 'town-b']);
    for (const unit of ['town-a', 'town-b']) {
      const report = loadable(unit, 2021, unit, { figures: FIGURES });
      await capture(db, report, '2022-02-01');
      await saveReports(db, [report]);
    }
  });

  test('count the correction where one stands, and say how many do', async () => {
    const { db } = database();
    const measures = `select unit_id, applications_received, granted, results_total, disclosure_rate, corrections,
      peer_applications_received from mart.unit_year order by 1`;
    const same = { applications_received: 10, granted: 10, results_total: 10, disclosure_rate: '2.000000' };
    expect(await ask(db, measures)).toMatchObject([
      { unit_id: 'town-a', ...same, corrections: 0, peer_applications_received: 20 },
      { unit_id: 'town-b', ...same, corrections: 0 },
    ]);
    await saveCorrections(
      db,
      [
        correct('town-a', ['results.total', 'total'], '40'),
        correct('town-a', ['applications.new_received', 'total'], '30'),
        correct('town-a', ['results.granted', 'total'], null),
      ],
      new Date('2026-01-01T00:00:00Z'),
    );
    const corrected = { applications_received: 30, granted: null, results_total: 40, disclosure_rate: null };
    expect(await ask(db, measures)).toMatchObject([
      { unit_id: 'town-a', ...corrected, corrections: 3, peer_applications_received: 40 },
      { unit_id: 'town-b', ...same, corrections: 0 },
    ]);
    const outcome = `select count from mart.application_outcome
      where unit_id = 'town-a' and outcome = 'results.total' and applicant = 'total'`;
    expect(await ask(db, outcome)).toEqual([{ count: '40' }]);
  });

  test('leave what was reported where a correction no longer fits its cell, or is taken back', async () => {
    const { db } = database();
    await ask(db, "update core.correction set raw = '11' where indicator = 'results.total'");
    const withdrawn = { ...correct('town-a', ['results.granted', 'total'], null), withdrawn: true };
    await saveCorrections(db, [withdrawn], new Date('2026-01-02T00:00:00Z'));
    expect(
      await ask(
        db,
        "select applications_received, granted, results_total, corrections from mart.unit_year where unit_id = 'town-a'",
      ),
    ).toEqual([{ applications_received: 30, granted: 10, results_total: 10, corrections: 1 }]);
  });

  test('take a correction of every figure that has a column, each in its own', async () => {
    const { db } = database();
    // Of other forms than this report's.
    const cells = Object.entries(HOT_FIGURES).filter(
      ([column]) => !/^(?:procurement_amount|other_reported_total|undivided_)/.test(column),
    );
    const requests = cells.map(([, cell], n) => correct('town-b', cell, String(1000 + n)));
    await saveCorrections(db, requests, new Date('2026-01-01T00:00:00Z'));
    const columns = cells.map(([column]) => `${column}::int`).join(', ');
    const rows = await ask(db, `select ${columns} from core.counted_report where unit_id = 'town-b'`);
    expect(rows).toEqual([Object.fromEntries(cells.map(([column], n) => [column, 1000 + n]))]);
    const names = (view: string) =>
      ask<{ name: string }>(
        db,
        `select column_name as name from information_schema.columns
         where table_schema = 'core' and table_name = '${view}' and column_name <> 'corrections' order by 1`,
      );
    expect(await names('counted_report')).toEqual(await names('current_report'));
    expect((await names('counted_report')).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...HOT_COLUMNS]),
    );
  });

  test('list an outcome once where a report prints table 三 of both forms: that of its own form', async () => {
    const { db } = database();
    await saveCounty(db, 'county-mixed', ['town-mixed']);
    const figures = [
      ...tableFigures('t2019.applications', 0, () => printed(4)),
      ...tableFigures('t2021.applications', 1, () => printed(10)),
    ];
    const report = loadable('town-mixed', 2020, 'mixed', { figures });
    await capture(db, report, '2021-02-01');
    await saveReports(db, [report]);
    const rows = `select outcome, applicant, count from mart.application_outcome where unit_id = 'town-mixed'
      and outcome = 'results.granted' and applicant in ('natural_person', 'total') order by applicant`;
    expect(await ask(db, rows)).toEqual([
      { outcome: 'results.granted', applicant: 'natural_person', count: '10' },
      { outcome: 'results.granted', applicant: 'total', count: '10' },
    ]);
    const received = `select applicant, value from mart.series where unit_id = 'town-mixed'
      and series = 'applications.new_received' and applicant = 'natural_person'`;
    expect(await ask(db, received)).toEqual([{ applicant: 'natural_person', value: '10' }]);
  });
});
