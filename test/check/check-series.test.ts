import { describe, expect, test } from 'vitest';
import { checkSeries } from '../../src/check/check-series.js';
import type { Figure } from '../../src/model/extraction.js';
import type { UnitSeries, UnitYearChecks } from '../../src/model/series.js';
import { formTable } from './build-figures.js';

const TODAY = '2024-06-01';

const series = (parts: Partial<UnitSeries>): UnitSeries => ({
  unitId: 'anqiu-huiqu',
  unitName: '辉渠镇人民政府',
  unitKind: 'town',
  reports: [],
  expectations: [],
  unreadYears: [],
  ...parts,
});

const report = (reportYear: number, ...figures: Figure[][]) => ({
  reportYear,
  documentSha256: `${reportYear}`,
  publishedOn: `${reportYear + 1}-01-20`,
  figures: figures.flat(),
});

const compare = (...reports: ReturnType<typeof report>[]): UnitYearChecks =>
  checkSeries(series({ reports }), TODAY).at(-1)!;

const only = ({ findings }: UnitYearChecks, check: string) => findings.filter((f) => f.check === check);

describe('xy-carry', () => {
  const earlier = (printed: number | string) =>
    report(2020, formTable('t2019.applications', { 'applications.carried_out@total': printed }));
  const later = (printed: number | string) =>
    report(2021, formTable('t2021.applications', { 'applications.carried_in@total': printed }));

  test('what was carried out of 2020 is carried into 2021, whatever the form', () => {
    expect(compare(earlier(3), later(3))).toMatchObject({ findings: [], outcomes: { 'xy-carry': 'pass' } });
  });

  test('a break in the total is an error that shows the cells of both years', () => {
    const year = compare(earlier(3), later(5));
    expect(year.reportYear).toBe(2021);
    expect(year.outcomes['xy-carry']).toBe('fail');
    expect(year.findings).toMatchObject([
      {
        severity: 'error',
        indicator: 'applications.carried_in',
        applicant: 'total',
        message: '表三“总计”列上年结转与上一年度报告不符：2021年上年结转 5，2020年结转下年度 3，相差 2',
        evidence: [
          { indicator: 'applications.carried_in', value: 5 },
          { indicator: 'applications.carried_out', value: 3, year: 2020 },
        ],
      },
    ]);
    expect(year.findings[0]?.evidence?.[0]).not.toHaveProperty('year');
  });

  test('a break in a single column is a warning', () => {
    const year = compare(
      report(2022, formTable('t2021.applications')),
      report(2023, formTable('t2021.applications', { 'applications.carried_in@legal.other': 1 })),
    );
    expect(year.findings).toMatchObject([
      { check: 'xy-carry', severity: 'warning', applicant: 'legal.other' },
    ]);
  });

  test('the year of a merger carries in what others carried out: not assessable', () => {
    const merged = series({ reports: [earlier(3), later(5)], mergedYears: [2021] });
    expect(checkSeries(merged, TODAY).at(-1)).toMatchObject({
      findings: [],
      outcomes: { 'xy-carry': 'not_assessable' },
    });
  });

  describe('where units were merged', () => {
    const from = (unitId: string, unitName: string, printed: number | string | null) => ({
      unitId,
      unitName,
      figures: printed === null ? null : earlier(printed).figures,
    });
    const into = (carriedIn: number, ...predecessors: ReturnType<typeof from>[]) =>
      checkSeries(
        series({
          reports: [earlier(1), later(carriedIn)],
          mergedYears: [2021],
          mergers: [{ year: 2021, predecessors }],
        }),
        TODAY,
      ).at(-1)!;
    const self = from('anqiu-huiqu', '辉渠镇人民政府', 1);

    test('it is asked of their sum, the unit itself included where it was one before', () => {
      expect(into(4, self, from('a', '甲镇', 3)).outcomes['xy-carry']).toBe('pass');
      expect(into(5, from('a', '甲镇', 3), from('b', '乙镇', 2)).outcomes['xy-carry']).toBe('pass');
      expect(into(1, self, from('a', '甲镇', 3)).outcomes['xy-carry']).toBe('fail');
    });

    test('a break names each with its cell', () => {
      const [finding] = into(5, self, from('a', '甲镇', 3)).findings;
      expect(finding?.message).toBe(
        '表三“总计”列上年结转与上一年度报告不符：2021年上年结转 5，2020年结转下年度 1 + 2020年甲镇结转下年度 3 = 4，相差 1',
      );
      expect(finding?.evidence?.slice(1)).toMatchObject([
        { value: 1, year: 2020 },
        { value: 3, year: 2020, unitId: 'a' },
      ]);
      expect(finding?.evidence?.[1]).not.toHaveProperty('unitId');
    });

    test('nothing is decided where one report of the year before is not held, or its cell not read', () => {
      expect(into(4, self, from('a', '甲镇', null))).toMatchObject({
        outcomes: { 'xy-carry': 'not_assessable' },
      });
      expect(into(4, self, from('a', '甲镇', '?3')).outcomes['xy-carry']).toBe('uncertain');
    });
  });

  test('a blank counts as zero only where that holds', () => {
    expect(compare(earlier(0), later('')).outcomes['xy-carry']).toBe('pass');
    expect(only(compare(earlier(4), later('')), 'xy-carry')).toEqual([]);
  });

  test('a withheld cell of either year is uncertain', () => {
    expect(compare(earlier('?3'), later(5)).outcomes['xy-carry']).toBe('uncertain');
    const [note] = compare(earlier('?3'), later(5)).findings;
    expect(note).toMatchObject({ severity: 'info', evidence: [{ year: 2020, raw: '3' }] });
  });

  test('not assessable over a gap of a year, or where the year before could not be read', () => {
    const reports = [report(2019, formTable('t2019.applications')), later(5)];
    const years = checkSeries(series({ reports, unreadYears: [2020] }), TODAY);
    expect(years.map((y) => [y.reportYear, y.outcomes['xy-carry']])).toEqual([
      [2019, undefined],
      [2020, undefined],
      [2021, 'not_assessable'],
    ]);
  });
});

describe('表二 across years', () => {
  const t2021 = (year: number, cells: Record<string, number>) =>
    report(year, formTable('t2021.proactive', cells));
  const earlier = t2021(2021, { 'proactive.normative.in_force': 10 });

  test('xy-in-force: what is in force follows from the year before', () => {
    const later = { 'proactive.normative.issued': 2, 'proactive.normative.repealed': 3 };
    const holds = compare(earlier, t2021(2022, { ...later, 'proactive.normative.in_force': 9 }));
    expect(holds).toMatchObject({
      findings: [],
      outcomes: { 'xy-in-force': 'pass', 't2-repeal-bound': 'pass' },
    });
    const broken = compare(earlier, t2021(2022, { ...later, 'proactive.normative.in_force': 12 }));
    expect(broken.findings).toMatchObject([
      {
        check: 'xy-in-force',
        severity: 'warning',
        indicator: 'proactive.normative.in_force',
        message:
          '表二“行政规范性文件”现行有效件数与上一年度报告衔接不上：2022年现行有效 12 + 2022年本年废止 3 = 15，2021年现行有效 10 + 2022年本年制发 2 = 12，相差 3',
      },
    ]);
  });

  test('t2-repeal-bound: no more repealed than there was', () => {
    const later = t2021(2022, { 'proactive.normative.issued': 1, 'proactive.normative.repealed': 12 });
    expect(only(compare(earlier, later), 't2-repeal-bound')).toMatchObject([
      { severity: 'warning', outcome: 'fail' },
    ]);
  });

  test('in_force is not compared with the 2019 form', () => {
    const old = report(2021, formTable('t2019.proactive', { 'proactive.rules.disclosed_total': 7 }));
    expect(compare(old, t2021(2022, {})).outcomes['xy-in-force']).toBe('not_assessable');
    expect(compare(t2021(2021, {})).outcomes).not.toHaveProperty('xy-in-force');
  });

  test('xy-items: last year and its change give this year', () => {
    const first = { 'proactive.licensing.items_prev_year': 20, 'proactive.licensing.items_change': -4 };
    const items = (printed: number) =>
      compare(
        report(2019, formTable('t2019.proactive', first)),
        report(2020, formTable('t2019.proactive', { 'proactive.licensing.items_prev_year': printed })),
      );
    expect(items(16)).toMatchObject({ findings: [], outcomes: { 'xy-items': 'pass' } });
    expect(items(15).findings).toMatchObject([{ check: 'xy-items', severity: 'warning' }]);
    expect(items(15).outcomes).not.toHaveProperty('xy-in-force');
  });
});
