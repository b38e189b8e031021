import { beforeAll, expect, test } from 'vitest';
import type { CorrectionRequest } from '../../src/model/correction.js';
import type { Figure } from '../../src/model/extraction.js';
import { saveCorrections } from '../../src/store/judgement/corrections.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, loadable, printed, saveCaptured, saveCounty, tableFigures } from './reports.js';

/** 表三 of both forms as it is read: what both print alike once, at the first of them; own rows of each. */
const bothApplications = (first: 't2019' | 't2021', second: 't2019' | 't2021'): Figure[] => {
  const rows = tableFigures(`${first}.applications`, 1, (indicator) =>
    printed(indicator === 'results.other.total' ? 9 : 3),
  );
  const known = new Set(rows.map(({ indicator }) => indicator));
  const more = tableFigures(`${second}.applications`, 2, (indicator) =>
    printed(indicator === 'results.other.total' ? 9 : 3),
  );
  return [...rows, ...more.filter(({ indicator }) => !known.has(indicator))];
};

const STATISTICS = tableFigures('t2014.statistics', 5, () => printed(70));
const APPLICATIONS_2019 = tableFigures('t2019.applications', 1, () => printed(5));

onEachDatabase('a report with tables of several forms', (database) => {
  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'xian', ['jia', 'yi', 'bing', 'ding', 'wu']);
    await saveCaptured(db, [
      loadable('jia', 2021, 'jia', { figures: bothApplications('t2019', 't2021') }),
      loadable('yi', 2021, 'yi', {
        figures: bothApplications('t2021', 't2019').map((figure) =>
          figure.indicator === 'results.other.fee_overdue' ? { ...figure, ...blank } : figure,
        ),
      }),
      loadable('bing', 2019, 'bing', {
        template: 't2019',
        figures: [
          ...APPLICATIONS_2019,
          ...tableFigures('review_litigation', 3, (indicator) =>
            indicator === 'litigation.after_review.corrected' ? blank : printed(1),
          ),
          ...STATISTICS,
        ],
      }),
      loadable('ding', 2019, 'ding', { template: 't2019', figures: [...APPLICATIONS_2019, ...STATISTICS] }),
      loadable('wu', 2016, 'wu', { template: 't2014', figures: STATISTICS }),
    ]);
  });

  test('has every outcome of its own form once, wherever it was read', async () => {
    const outcomes = await ask<{ unit_id: string; outcomes: number; rows: number; others: string[] }>(
      database().db,
      `select unit_id, count(distinct outcome)::int as outcomes, count(*)::int as rows,
         array_agg(outcome order by outcome) filter (where outcome_group = 'other' and applicant = 'total') as others
       from mart.application_outcome where report_year = 2021 group by 1 order by 1`,
    );
    const others = ['correction_overdue', 'fee_overdue', 'miscellaneous'].map(
      (row) => `results.other.${row}`,
    );
    expect(outcomes).toEqual([
      { unit_id: 'jia', outcomes: 22, rows: 22 * 7, others },
      { unit_id: 'yi', outcomes: 22, rows: 22 * 7, others },
    ]);
  });

  test('counts by its own form: what is blank there is not filled from another', async () => {
    expect(
      await ask(
        database().db,
        `select unit_id, other_total, review_total, litigation_total, litigation_corrected,
           litigation_loss_rate_over_total
         from mart.unit_year where unit_id <> 'wu' order by 1`,
      ),
    ).toMatchObject([
      {
        ...{ unit_id: 'bing', other_total: 5, review_total: 1, litigation_total: 2 },
        ...{ litigation_corrected: null, litigation_loss_rate_over_total: null },
      },
      { unit_id: 'ding', other_total: 5, review_total: null, litigation_total: null },
      { unit_id: 'jia', other_total: 9 },
      { unit_id: 'yi', other_total: null },
    ]);
  });

  test('takes corrections of the tables of its own form, added up like what was reported', async () => {
    const { db } = database();
    const correct = (unitId: string, reportYear: number, indicator: string, value: string) =>
      ({
        ...{ unitId, reportYear, indicator, applicant: null, value, withdrawn: false },
        ...{ by: '李主任', why: '电话核实' },
      }) satisfies CorrectionRequest;
    await saveCorrections(
      db,
      ['wu', 'ding'].flatMap((unit) => [
        correct(unit, unit === 'wu' ? 2016 : 2019, 'stats.applications.received', '11'),
        correct(unit, unit === 'wu' ? 2016 : 2019, 'stats.replies.granted', '4'),
        correct(unit, unit === 'wu' ? 2016 : 2019, 'stats.litigation.total', '6'),
        correct(unit, unit === 'wu' ? 2016 : 2019, 'stats.proactive.normative_issued', '8'),
      ]),
      new Date('2026-01-01T00:00:00Z'),
    );
    expect(
      await ask(
        db,
        `select unit_id, applications_received, granted, denied_third_party_rights, litigation_total,
           normative_issued, corrections
         from mart.unit_year where unit_id in ('wu', 'ding') order by 1`,
      ),
    ).toMatchObject([
      { unit_id: 'ding', applications_received: 5, granted: 5, litigation_total: null, corrections: 4 },
      {
        ...{ unit_id: 'wu', applications_received: 11, granted: 74, denied_third_party_rights: 140 },
        ...{ normative_issued: null, corrections: 4 },
      },
    ]);
    expect(
      await ask(
        db,
        `select s.value = u.granted as same, s.value from mart.series s join mart.unit_year u using (unit_id, report_year)
         where unit_id = 'wu' and series = 'results.granted'`,
      ),
    ).toEqual([{ same: true, value: '74' }]);
  });
});
