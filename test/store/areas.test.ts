import { expect, test } from 'vitest';
import { saveExpectations } from '../../src/store/collection/expectations.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, loadable, printed, saveCaptured, tableFigures } from './reports.js';

onEachDatabase('roll-ups', (database) => {
  const unit = (
    unitId: string,
    parentId: string | null,
    code: string | null,
    from: string | null,
    to: string | null,
  ) => ({
    unitId,
    name: code ? `${unitId}人民政府` : `${unitId}镇`,
    kind: code ? ('government' as const) : ('town' as const),
    divisionCode: code,
    parentId,
    validFrom: from,
    validTo: to,
  });
  const report = (unitId: string, year: number, granted: number, total: number | null) =>
    loadable(unitId, year, `${unitId}${year}`, {
      figures: tableFigures('t2021.applications', 1, (indicator) => {
        if (indicator === 'results.total') return total === null ? blank : printed(total);
        return indicator === 'results.granted' ? printed(granted) : {};
      }),
    });

  test('sum numerators and denominators of units that have both, and say how many of how many are in', async () => {
    const { db } = database();
    await migrate(db);
    await saveUnits(db, [
      unit('sheng', null, '370000', null, null),
      unit('shi', 'sheng', '370700', null, null),
      unit('xian', 'shi', '370784', null, null),
      unit('qu', 'shi', '370702', null, null),
      unit('jia', 'xian', null, null, null),
      unit('yi', 'xian', null, null, null),
      unit('bing', 'xian', null, null, null),
      // Moved to the district at the end of 2021.
      unit('ding', 'xian', null, null, '2021-12-30'),
      unit('ding', 'qu', null, '2021-12-31', null),
    ]);
    await saveExpectations(
      db,
      ['jia', 'yi', 'bing', 'ding'].map((unitId) => ({
        unitId,
        reportYear: 2021,
        dueOn: '2022-01-31',
        basis: '试',
      })),
      { from: 2021, to: 2021 },
    );
    await saveCaptured(db, [
      report('jia', 2021, 1, 10),
      report('yi', 2021, 5, null),
      report('ding', 2021, 3, 4),
      report('ding', 2020, 2, 2),
      // The whole county's: it must not be added to its towns'.
      report('xian', 2021, 100, 100),
    ]);
    const rows = await ask(
      db,
      `select county_id, report_year, units, expected, reports, granted, granted_units, full_disclosure_rate,
         full_disclosure_rate_n, full_disclosure_rate_of, full_disclosure_rate_units
       from mart.county_year order by report_year, county_id`,
    );
    const rate = { full_disclosure_rate: '1.000000', full_disclosure_rate_n: 2, full_disclosure_rate_of: 2 };
    expect(rows).toEqual([
      {
        county_id: 'xian',
        report_year: 2020,
        units: 4,
        expected: 0,
        reports: 1,
        granted: 2,
        granted_units: 1,
        ...rate,
        full_disclosure_rate_units: 1,
      },
      {
        county_id: 'qu',
        report_year: 2021,
        units: 1,
        expected: 1,
        reports: 1,
        granted: 3,
        granted_units: 1,
        full_disclosure_rate: '0.750000',
        full_disclosure_rate_n: 3,
        full_disclosure_rate_of: 4,
        full_disclosure_rate_units: 1,
      },
      {
        county_id: 'xian',
        report_year: 2021,
        units: 3,
        expected: 3,
        reports: 2,
        granted: 6,
        granted_units: 2,
        full_disclosure_rate: '0.100000',
        full_disclosure_rate_n: 1,
        full_disclosure_rate_of: 10,
        full_disclosure_rate_units: 1,
      },
    ]);
    expect(
      await ask(db, `select city_id, units, reports, granted from mart.city_year where report_year = 2021`),
    ).toEqual([{ city_id: 'shi', units: 4, reports: 3, granted: 9 }]);
    expect(
      await ask(db, `select parent_id, granted from mart.parent_year where report_year = 2021 order by 1`),
    ).toEqual([
      { parent_id: 'qu', granted: 3 },
      { parent_id: 'sheng', granted: null },
      { parent_id: 'shi', granted: 100 },
      { parent_id: 'xian', granted: 6 },
    ]);
  });

  test('the long form of the measures says what the wide form says, numerator and denominator too', async () => {
    const { db } = database();
    const differing = await ask(
      db,
      `select m.measure, m.value, j ->> m.measure as wide
       from mart.unit_measure m
       join mart.measure d on d.measure = m.measure
       join (select unit_id, report_year, to_jsonb(u) as j from mart.unit_year u) u using (unit_id, report_year)
       where d.measure <> 'on_time_publication' and (m.value is distinct from (j ->> m.measure)::numeric
         or (j ? d.numerator and m.numerator is distinct from (j ->> d.numerator)::numeric)
         or (j ? d.denominator and m.denominator is distinct from (j ->> d.denominator)::numeric))`,
    );
    expect(differing).toEqual([]);
    const [{ measures, held }] = (await ask<{ measures: number; held: number }>(
      db,
      `select (select count(*)::int from mart.measure) as measures, count(distinct measure)::int as held from mart.unit_measure`,
    )) as [{ measures: number; held: number }];
    expect(held).toBe(measures);
    const rateless = await ask(
      db,
      `select a.attname from pg_attribute a where a.attrelid = 'mart.unit_year'::regclass and a.attnum > 0
         and a.attname ~ '_(rate|share|rate_over_total|turnover|refusal)$|^ground_share|_score$'
         and a.attname not in (select measure from mart.measure)`,
    );
    expect(rateless).toEqual([]);
  });

  test('units are where they belonged on 31 December of the year', async () => {
    expect(
      await ask(
        database().db,
        `select report_year, parent_id, county_id, city_id, province_id, existed from mart.unit_place
         where unit_id = 'ding' order by 1`,
      ),
    ).toEqual([
      {
        report_year: 2020,
        parent_id: 'xian',
        county_id: 'xian',
        city_id: 'shi',
        province_id: 'sheng',
        existed: true,
      },
      {
        report_year: 2021,
        parent_id: 'qu',
        county_id: 'qu',
        city_id: 'shi',
        province_id: 'sheng',
        existed: true,
      },
    ]);
  });
});
