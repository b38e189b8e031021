import { beforeAll, expect, test } from 'vitest';
import { saveExpectations } from '../../src/store/collection/expectations.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { capture, loadable, printed, saveCaptured, saveCounty, tableFigures } from './reports.js';

onEachDatabase('what is not known', (database) => {
  const courts = (unit: string, total: number, pending: number) =>
    loadable(unit, 2021, unit, {
      figures: tableFigures('review_litigation', 2, (indicator) => {
        if (indicator.endsWith('.total')) return printed(total);
        return indicator.endsWith('.pending') ? printed(pending) : {};
      }),
    });

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveUnits(db, [
      {
        ...{ unitId: 'sheng', name: '示例省人民政府', kind: 'government', divisionCode: '370000' },
        ...{ parentId: null, validFrom: null, validTo: null },
      },
    ]);
    await saveCounty(db, 'xian', ['jia', 'yi']);
    await saveExpectations(
      db,
      [2021, 2022].map((year) => ({
        ...{ unitId: 'jia', reportYear: year, dueOn: `${year + 1}-01-10`, basis: '试' },
      })),
      { from: 2021, to: 2022 },
    );
    await saveCaptured(db, [courts('jia', 4, 1), courts('yi', 0, 12)]);
  });

  test('no day is late by 0 days where nobody knows by when it was due', async () => {
    const { db } = database();
    expect(await ask(db, 'select unit_id, due_on, days_late from mart.unit_year order by 1')).toEqual([
      { unit_id: 'jia', due_on: '2022-01-10', days_late: 10 },
      { unit_id: 'yi', due_on: null, days_late: null },
    ]);
    expect(
      await ask(
        db,
        `select value::float as value, denominator::int as n from mart.area_measure
         where level = 'county' and report_year = 2021 and measure = 'days_late'`,
      ),
    ).toEqual([{ value: 10, n: 1 }]);
  });

  test('more pending than there are leaves the decided unknown, and out of the sums of the area', async () => {
    const { db } = database();
    expect(
      await ask(db, 'select unit_id, review_decided, litigation_decided from mart.unit_year order by 1'),
    ).toEqual([
      { unit_id: 'jia', review_decided: 3, litigation_decided: 6 },
      { unit_id: 'yi', review_decided: null, litigation_decided: null },
    ]);
    expect(
      await ask(
        db,
        `select review_correction_rate_of::int as of, review_correction_rate_units as units, litigation_loss_rate_of::int as suits
         from mart.county_year where report_year = 2021`,
      ),
    ).toEqual([{ of: 3, units: 1, suits: 6 }]);
  });

  test('a year of which no report is in has its rows in the long form as in the wide', async () => {
    expect(
      await ask(
        database().db,
        `select report_year, value, units_counted, reports, expected, units from mart.area_measure
         where level = 'county' and measure = 'applications_received' order by 1`,
      ),
    ).toEqual([
      { report_year: 2021, value: null, units_counted: 0, reports: 2, expected: 1, units: 2 },
      { report_year: 2022, value: null, units_counted: 0, reports: 0, expected: 1, units: 2 },
    ]);
  });

  test('what the watch saw fail costs points, as it fails in mart.compliance', async () => {
    const { db } = database();
    const later = loadable('jia', 2021, 'jia later', { figures: courts('jia', 5, 1).extraction.figures });
    await capture(db, later, '2022-03-01');
    await saveReports(db, [later]);
    expect(
      await ask(
        db,
        `select outcome, penalty_points::int as points, quality_score::int as score
         from mart.compliance join mart.unit_year using (unit_id, report_year)
         where unit_id = 'jia' and check_id = 'changed-after-publication'`,
      ),
    ).toEqual([{ outcome: 'fail', points: 3, score: 97 }]);
  });
});
