import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.js';
import { formTable, type PrintedCells } from './build-figures.js';

const stats = (cells: PrintedCells) =>
  checkReport({
    template: 't2014',
    figures: formTable(
      't2014.statistics',
      Object.fromEntries(Object.entries(cells).map(([row, printed]) => [`stats.${row}`, printed])),
    ),
  });
const shown = (cells: PrintedCells) =>
  stats(cells)
    .findings.filter(({ check }) => check.startsWith('s14'))
    .map(({ check, severity }) => [check, severity]);

test('a table of zeros holds every identity', () => {
  const { findings, outcomes } = stats({});
  expect(findings).toEqual([]);
  const own = Object.entries(outcomes).filter(([id]) => id.startsWith('s14-'));
  expect(own).toHaveLength(7);
  expect(new Set(own.map(([, outcome]) => outcome))).toEqual(new Set(['pass']));
});

test('no check of 2014 is asked of a report of 2021', () => {
  const { outcomes } = checkReport({ template: 't2021', figures: formTable('t2021.proactive') });
  expect(Object.keys(outcomes).filter((id) => id.startsWith('s14-'))).toEqual([]);
});

describe.each<[string, string, PrintedCells, PrintedCells]>([
  ['s14-apply-sum', 'error', { 'applications.received': 2 }, { 'applications.fax': 2 }],
  ['s14-closed-sum', 'error', { 'closed.total': 2 }, { 'closed.extended': 2 }],
  ['s14-replies-sum', 'error', { 'replies.total': 2 }, { 'replies.not_existing': 2 }],
  ['s14-staff-sum', 'error', { 'capacity.staff': 2 }, { 'capacity.staff_part_time': 2 }],
  ['s14-channels', 'warning', { 'proactive.items': 2 }, { 'channel.wechat': 2 }],
  ['s14-normative', 'info', { 'proactive.normative_disclosed': 2 }, { 'proactive.normative_issued': 2 }],
])('%s', (check, severity, total, part) => {
  test('holds', () => expect(shown({ ...total, ...part })).toEqual([]));
  test(`broken: ${severity}`, () => expect(shown(total)).toEqual([[check, severity]]));
});

test('the six grounds of a refusal add up to it', () => {
  const refused = { 'replies.total': 3, 'replies.denied.total': 3 };
  expect(shown({ ...refused, 'replies.denied.privacy': 3 })).toEqual([]);
  expect(shown({ ...refused, 'replies.denied.privacy': 2 })).toEqual([['s14-replies-sum', 'error']]);
});

test('items may be fewer than channels together, as one item goes by several', () => {
  expect(shown({ 'proactive.items': 2, 'channel.website': 2, 'channel.wechat': 2 })).toEqual([]);
});

describe.each(['review', 'litigation'])('s14-court-sum: %s', (court) => {
  const of = (total: number, upheld: number, other: number) =>
    shown({ [`${court}.total`]: total, [`${court}.upheld`]: upheld, [`${court}.other`]: other });
  test('holds', () => expect(of(3, 2, 1)).toEqual([]));
  test('fewer decided than brought may be pending: a warning', () =>
    expect(of(3, 2, 0)).toEqual([['s14-court-sum', 'warning']]));
  test('more decided than brought is an error', () =>
    expect(of(3, 3, 1)).toEqual([['s14-court-sum', 'error']]));
});
