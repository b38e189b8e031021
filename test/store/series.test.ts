import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SERIES } from '../../src/catalogue/series.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnitEvents } from '../../src/store/units/unit-events.js';
import { saveUnits } from '../../src/store/units/units.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, loadable, printed, saveCaptured, saveCounty, tableFigures } from './reports.js';

onEachDatabase('mart.series', (database) => {
  test('joins forms of one meaning, marks those of a close one, and numbers lines so that no break is crossed', async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'xian', ['jia', 'yi']);
    await saveCaptured(db, [
      loadable('jia', 2018, 'jia2018', {
        template: 't2014',
        figures: tableFigures('t2014.statistics', 0, (indicator) => printed(OF_2018[indicator] ?? 0)),
      }),
      loadable('jia', 2020, 'jia2020', {
        template: 't2019',
        figures: tableFigures('t2019.applications', 1, (indicator) =>
          indicator === 'results.other.total' ? printed(4) : printed(2),
        ),
      }),
      loadable('jia', 2021, 'jia2021', {
        figures: tableFigures('t2021.applications', 1, (indicator) =>
          indicator === 'results.other.fee_overdue' ? printed(5) : printed(3),
        ),
      }),
    ]);
    expect(await line('results.granted')).toEqual([
      { report_year: 2018, value: '10', form: 't2014', comparability: null, series_break: false, line_no: 1 },
      { report_year: 2020, value: '2', form: 't2019', comparability: 'B', series_break: true, line_no: 2 },
      { report_year: 2021, value: '3', form: 't2021', comparability: 'A', series_break: false, line_no: 2 },
    ]);
    expect(await line('results.other.total')).toEqual([
      { report_year: 2020, value: '4', form: 't2019', comparability: null, series_break: false, line_no: 1 },
      { report_year: 2021, value: '11', form: 't2021', comparability: 'A', series_break: false, line_no: 1 },
    ]);
  });

  test('a sum with a part that is no number is no number', async () => {
    const { db } = database();
    await saveCaptured(db, [
      loadable('yi', 2021, 'yi2021', {
        figures: tableFigures('t2021.applications', 1, (indicator) =>
          indicator === 'results.other.fee_overdue' ? blank : printed(3),
        ),
      }),
    ]);
    expect((await line('results.other.total', 'yi')).map(({ value }) => value)).toEqual([null]);
    expect((await line('results.granted', 'yi')).map(({ value }) => value)).toEqual(['3']);
  });

  test('what the form of a later year counts by another meaning is never the same series', async () => {
    const { db } = database();
    const never = await ask<{ both: number }>(
      db,
      `select count(*)::int as both from mart.comparability c where grade = 'C' and exists (
         select from mart.comparability j where j.grade <> 'C'
           and j.from_indicators && c.from_indicators and j.to_indicators = c.to_indicators)`,
    );
    expect(never).toEqual([{ both: 0 }]);
    expect(SERIES.find(({ code }) => code === 'proactive.normative.in_force')!.terms).toEqual({
      t2021: ['proactive.normative.in_force'],
    });
  });

  test('a renamed or merged unit breaks its series between the two reports, another parent does not', async () => {
    const { db } = database();
    const town = { unitId: 'bing', kind: 'town' as const, divisionCode: null, parentId: 'xian' };
    await saveUnits(db, [
      { ...town, name: '丙乡', validFrom: null, validTo: '2020-05-31' },
      { ...town, name: '丙镇', validFrom: '2020-06-01', validTo: '2021-12-31' },
      { ...town, name: '丙镇', parentId: null, validFrom: '2022-01-01', validTo: null },
    ]);
    await saveCaptured(
      db,
      [2019, 2020, 2021, 2022, 2023].map((year) => loadable('bing', year, `bing${year}`)),
    );
    const event = {
      kind: 'merge' as const,
      happenedOn: '2023-03-01',
      fromUnits: ['bing', 'yi'],
      toUnits: ['bing'],
    };
    await saveUnitEvents(db, [{ ...event, sourceUrl: null, note: null }]);
    const rows = await line('results.total', 'bing');
    expect(rows.map(({ series_break, line_no }) => [series_break, line_no])).toEqual([
      [false, 1],
      [true, 2],
      [false, 2],
      [false, 2],
      [true, 3],
    ]);
    expect(
      await ask(db, `select report_year, series_break from mart.unit_year where unit_id = 'bing' order by 1`),
    ).toEqual([
      { report_year: 2019, series_break: false },
      { report_year: 2020, series_break: true },
      { report_year: 2021, series_break: false },
      { report_year: 2022, series_break: false },
      { report_year: 2023, series_break: true },
    ]);
    expect(
      await ask(
        db,
        `select kind, happened_on, recorded from mart.unit_event where unit_id = 'bing' order by 2`,
      ),
    ).toEqual([
      { kind: 'status_change', happened_on: '2020-06-01', recorded: false },
      { kind: 'transfer', happened_on: '2022-01-01', recorded: false },
      { kind: 'merge', happened_on: '2023-03-01', recorded: true },
    ]);
  });

  test.each([
    "select * from mart.series where unit_id in (select unit_id from mart.unit where parent_id = 'xian')",
    "select s.* from mart.series s join mart.unit u using (unit_id) where u.parent_id = 'xian'",
  ])('is worked out for the units alone that a question picks: %s', async (question) => {
    const { db } = database();
    const others = Array.from({ length: 300 }, (_, n) => `other-${n}`);
    await saveCounty(db, 'xian2', others);
    await sql`analyze core.unit, core.unit_record`.execute(db.kysely);
    const [explained] = await ask<{ 'QUERY PLAN': unknown }>(
      db,
      `explain (analyze, format json) ${question}`,
    );
    const times = timesRead(explained!['QUERY PLAN'], 'report');
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThan(20);
  });

  function line(series: string, unit = 'jia') {
    return ask<{ value: string | null; series_break: boolean; line_no: number }>(
      database().db,
      `select report_year, value, form, comparability, series_break, line_no from mart.series
       where unit_id = '${unit}' and series = '${series}' and applicant = 'total' order by report_year`,
    );
  }
});

const OF_2018: Readonly<Record<string, number>> = {
  'stats.replies.granted': 7,
  'stats.replies.already_public': 3,
};

/** How often a plan that was carried out looked into a table. */
function timesRead(plan: unknown, table: string): number {
  if (plan === null || typeof plan !== 'object') return 0;
  const own = 'Relation Name' in plan && plan['Relation Name'] === table;
  const times = own && 'Actual Loops' in plan ? Number(plan['Actual Loops']) : 0;
  return Object.values(plan).reduce((sum, part) => sum + timesRead(part, table), times);
}
