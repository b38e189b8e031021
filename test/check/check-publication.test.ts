import { describe, expect, test } from 'vitest';
import { checkSeries } from '../../src/check/check-series.js';
import type { UnitSeries } from '../../src/model/series.js';

const DUE = { unitId: 'anqiu-huiqu', reportYear: 2022, dueOn: '2023-01-31', basis: '当地通知' };

function check(today: string, parts: Partial<UnitSeries>) {
  const empty = { reports: [], expectations: [DUE], unreadYears: [] };
  const unit = { unitId: 'anqiu-huiqu', unitName: '辉渠镇人民政府', unitKind: 'town' } as const;
  return checkSeries({ ...unit, ...empty, ...parts }, today);
}

const published = (publishedOn: string | null) => ({
  reports: [{ reportYear: 2022, documentSha256: 'a', publishedOn, figures: [] }],
});

describe('report-missing', () => {
  test.each(['2023-01-30', '2023-01-31'])('on %s it is not due yet', (today) => {
    expect(check(today, {})).toMatchObject([
      { findings: [], outcomes: { 'report-missing': 'not_assessable' } },
    ]);
  });

  test('the day after the due day it is missing', () => {
    const [year] = check('2023-02-01', {});
    expect(year).toMatchObject({ unitId: 'anqiu-huiqu', reportYear: 2022 });
    expect(year?.findings).toEqual([
      {
        check: 'report-missing',
        severity: 'blocker',
        outcome: 'fail',
        message: '未发布年报：未见辉渠镇人民政府2022年度报告，应不迟于 2023-01-31 发布（当地通知）',
      },
    ]);
    expect(year?.outcomes).toEqual({
      'report-missing': 'fail',
      'late-publication': 'not_assessable',
      'publication-date-unknown': 'not_assessable',
    });
  });

  test('the finding is the same on any later day', () => {
    expect(check('2023-02-01', {})).toEqual(check('2024-02-01', {}));
  });

  test('a document that could not be read was published', () => {
    const [year] = check('2023-06-01', { unreadYears: [2022] });
    expect(year).toMatchObject({ findings: [], outcomes: { 'report-missing': 'pass' } });
    expect(year?.outcomes['late-publication']).toBe('not_assessable');
  });

  test('a year that nobody expects is never missing', () => {
    const [year] = check('2023-06-01', { ...published('2023-05-01'), expectations: [] });
    expect(year?.findings).toEqual([]);
    expect(year?.outcomes).not.toHaveProperty('report-missing');
    expect(year?.outcomes['late-publication']).toBe('not_assessable');
  });
});

describe('late-publication', () => {
  test.each(['2022-12-30', '2023-01-31'])('published on %s is in time', (day) => {
    const [year] = check('2023-06-01', published(day));
    expect(year?.findings).toEqual([]);
    expect(year?.outcomes).toMatchObject({ 'report-missing': 'pass', 'late-publication': 'pass' });
  });

  test.each([
    ['2023-02-01', 1],
    ['2023-03-02', 30],
  ])('published on %s is %i days late', (day, days) => {
    const [year] = check('2023-06-01', published(day));
    expect(year?.findings).toMatchObject([
      {
        check: 'late-publication',
        severity: 'error',
        message: `逾期 ${days} 天发布：${day} 发布，应不迟于 2023-01-31（当地通知）`,
      },
    ]);
  });

  test('without a day it is uncertain, and a note says why', () => {
    const [year] = check('2023-06-01', published(null));
    expect(year?.outcomes).toMatchObject({
      'report-missing': 'pass',
      'late-publication': 'uncertain',
      'publication-date-unknown': 'uncertain',
    });
    expect(year?.findings).toMatchObject([{ check: 'publication-date-unknown', severity: 'info' }]);
  });
});

test('one answer for each year with a report, an unread document or an expectation, in order', () => {
  const years = check('2024-06-01', {
    ...published('2023-01-05'),
    expectations: [{ ...DUE, reportYear: 2023, dueOn: '2024-01-31' }, DUE],
    unreadYears: [2020],
  });
  expect(years.map((y) => y.reportYear)).toEqual([2020, 2022, 2023]);
});
