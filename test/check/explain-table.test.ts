import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.js';
import { checkSeries } from '../../src/check/check-series.js';
import { explainTable } from '../../src/check/explain-table.js';
import type { Figure } from '../../src/model/extraction.js';
import { consistentApplications, formTable, type PrintedCells } from './build-figures.js';

const T3 = 't2021.applications';
const GRANTED = 'results.granted';
const NEXT_ROW = 'results.partially_granted';

const TRUTH = consistentApplications(T3, {
  'results.granted@natural_person': 79,
  'results.granted@legal.business': 8,
  'results.granted@legal.research': 5,
  'results.granted@legal.public_welfare': 3,
  'results.granted@legal.legal_service': 2,
  'results.granted@legal.other': 1,
  'results.unable.not_held@natural_person': 21,
  'results.unable.not_held@legal.business': 14,
  'applications.carried_in@natural_person': 6,
  'applications.carried_out@natural_person': 12,
});

const table3 = (changes: PrintedCells = {}) => formTable(T3, { ...TRUTH, ...changes });
const table4 = (cells: PrintedCells) => formTable('review_litigation', cells);

const hypotheses = (figures: Figure[]) =>
  checkReport({ template: 't2021', figures }).findings.filter((f) => f.check === 'identity-hypothesis');

const changesOf = (figures: Figure[], before?: Figure[]) =>
  explainTable(figures, before).map(({ causes }) =>
    causes[0]?.changes.map(({ figure: { indicator, applicant, value }, meant, kind }) => [
      applicant ? `${indicator}@${applicant}` : indicator,
      value,
      meant,
      kind.id,
    ]),
  );

test('a faultless report has none', () => {
  expect(hypotheses([...table3(), ...table4({})])).toEqual([]);
  expect(explainTable([...table3(), ...table4({})])).toEqual([]);
});

test('one cell: an info finding that names it, as a hypothesis, with what is printed and what may be meant', () => {
  expect(hypotheses(table3({ 'results.granted@natural_person': 97 }))).toEqual([
    {
      check: 'identity-hypothesis',
      severity: 'info',
      outcome: 'uncertain',
      message:
        '推测（仅供核对，未改动任何数据）：表三的合计与勾稽，改一格即可全部成立：' +
        '“予以公开”行“自然人”列印为 97，疑为 79（相邻两位数字颠倒）',
      indicator: GRANTED,
      applicant: 'natural_person',
      table: 1,
      row: 5,
      column: 3,
      evidence: [
        {
          indicator: GRANTED,
          applicant: 'natural_person',
          raw: '97',
          value: 97,
          table: 1,
          row: 5,
          column: 3,
          text: '推测值 79',
        },
      ],
    },
  ]);
});

describe('kinds', () => {
  test.each([
    ['results.granted@natural_person', 9, 'dropped-digit'],
    ['results.granted@natural_person', 779, 'duplicated-digit'],
    ['results.granted@natural_person', 796, 'added-digit'],
    ['results.granted@natural_person', 790, 'ten-times'],
    ['results.granted@natural_person', -79, 'sign'],
    ['results.granted@natural_person', 0, 'zero'],
    ['results.unable.not_held@legal.business', 21, 'column-before'],
    ['results.granted@total', 0, 'total-not-computed'],
    ['results.granted@total', 90, 'total-omits-part'],
    ['results.granted@total', 55, 'total-not-updated'],
    ['results.granted@legal.other', 44, 'unexplained'],
  ])('%s printed as %i: %s', (cell, printed, kind) => {
    const meant = TRUTH[cell];
    expect(changesOf(table3({ [cell]: printed }))).toEqual([[[cell, printed, meant, kind]]]);
  });

  test('last year’s value, where the year before is given', () => {
    const cell = 'results.granted@natural_person';
    const before = formTable('t2019.applications', { [cell]: 46 });
    expect(changesOf(table3({ [cell]: 46 }), before)).toEqual([[[cell, 46, 79, 'last-year']]]);
    expect(changesOf(table3({ [cell]: 46 }))).toEqual([[[cell, 46, 79, 'unexplained']]]);
  });
});

describe('slips of a whole row', () => {
  const row = (numbers: readonly number[]) => {
    const columns = ['natural_person', 'legal.business', 'legal.research', 'legal.public_welfare'];
    const all = [...columns, 'legal.legal_service', 'legal.other', 'total'];
    return Object.fromEntries(all.map((column, i) => [`${GRANTED}@${column}`, numbers[i]!]));
  };

  test.each([
    ['to the right, the total lost', [0, 79, 8, 5, 3, 2, 1]],
    ['to the left', [8, 5, 3, 2, 1, 98, 0]],
    ['to the right, the total in its place', [0, 79, 8, 5, 3, 2, 98]],
  ])('moved by one %s: the row as it was', (_, printed) => {
    const [explanation] = explainTable(table3(row(printed)));
    expect(explanation!.causes).toHaveLength(1);
    const [cause] = explanation!.causes;
    expect(cause!.pattern).toMatchObject({ id: 'shifted-row' });
    const truth = [79, 8, 5, 3, 2, 1, 98];
    expect(cause!.changes.map(({ meant }) => meant)).toEqual(truth.filter((n, i) => n !== printed[i]));
    const [finding] = hypotheses(table3(row(printed)));
    expect(finding).toMatchObject({ table: 1, row: 5 });
    expect(finding).not.toHaveProperty('column');
    expect(finding!.message).toContain('（该行的数整体错了一列）');
  });

  test('a number that slipped into the next column: its row comes first among the rows that would do', () => {
    const truth = consistentApplications(T3, {
      'results.granted@legal.business': 5,
      'results.unable.not_held@legal.research': 30,
    });
    const slipped = { 'results.granted@legal.business': 0, 'results.granted@legal.research': 5 };
    const [explanation] = explainTable(formTable(T3, { ...truth, ...slipped }));
    expect(explanation!.causes.length).toBeGreaterThan(1);
    expect(explanation!.causes[0]).toMatchObject({
      changes: [
        { figure: { indicator: GRANTED }, meant: 5 },
        { figure: { indicator: GRANTED }, meant: 0 },
      ],
      pattern: { id: 'shifted-row' },
    });
  });

  test('the row above printed twice: the row as it was', () => {
    const above = row([4, 4, 4, 4, 4, 4, 24]);
    const cells = Object.entries(above).map(([cell, n]) => [cell.replace(GRANTED, NEXT_ROW), n] as const);
    const truth = consistentApplications(T3, { ...above, [`${NEXT_ROW}@natural_person`]: 1 });
    const [explanation] = explainTable(formTable(T3, { ...truth, ...Object.fromEntries(cells) }));
    expect(explanation!.causes[0]!.pattern).toMatchObject({ id: 'copied-line' });
    expect(explanation!.causes[0]!.changes.map(({ meant }) => meant)).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });
});

describe('表四', () => {
  test('totals left at 0: each group is explained by its total', () => {
    const figures = table4({
      'review.upheld': 10,
      'review.corrected': 1,
      'review.total': 0,
      'litigation.direct.upheld': 5,
      'litigation.direct.total': 0,
    });
    expect(changesOf(figures)).toEqual([
      [['review.total', 0, 11, 'total-not-computed']],
      [['litigation.direct.total', 0, 5, 'total-not-computed']],
    ]);
    expect(hypotheses(figures).map(({ message }) => message)).toEqual([
      '推测（仅供核对，未改动任何数据）：表四“行政复议”的合计与勾稽，改一格即可全部成立：' +
        '“行政复议 / 总计”印为 0，疑为 11（总计未计算，仍为 0）',
      '推测（仅供核对，未改动任何数据）：表四“行政诉讼 / 未经复议直接起诉”的合计与勾稽，改一格即可全部成立，' +
        '共有 2 种改法，不能确定是哪一种，依可能性列出：' +
        '（1）“行政诉讼 / 未经复议直接起诉 / 总计”印为 0，疑为 5（总计未计算，仍为 0）；' +
        '（2）“行政诉讼 / 未经复议直接起诉 / 结果维持”印为 5，疑为 0（原因不明）',
    ]);
    expect(hypotheses(figures)).toMatchObject([
      { indicator: 'review.total' },
      { indicator: 'litigation.direct.total' },
    ]);
  });

  test('where nothing tells the cell, it says how many would do, shows three, and names no cell', () => {
    const [finding] = hypotheses(
      table4({ 'review.upheld': 31, 'review.corrected': 44, 'review.other': 52, 'review.total': 150 }),
    );
    expect(finding!.message).toContain(
      '共有 5 种改法，不能确定是哪一种，较可能的 3 种：（1）“行政复议 / 总计”',
    );
    expect(finding!.evidence).toHaveLength(3);
  });

  test('of equally likely cells it names only their row', () => {
    const [finding] = hypotheses(
      table4({ 'review.upheld': 97, 'review.corrected': 97, 'review.total': 176 }),
    );
    expect(finding).toMatchObject({ table: 2, row: 3 });
    expect(finding).not.toHaveProperty('indicator');
  });
});

describe('blank and unread cells', () => {
  test('blanks count as 0, and zeros around the cell don’t blur it', () => {
    const blanks = Object.fromEntries(Object.entries(TRUTH).map(([cell, n]) => [cell, n === 0 ? '' : n]));
    const printed = { ...blanks, 'results.granted@natural_person': 97 };
    expect(changesOf(formTable(T3, printed))).toEqual([
      [['results.granted@natural_person', 97, 79, 'swapped-digits']],
    ]);
  });

  test('totals left blank are free, not three more errors', () => {
    const totals = Object.keys(TRUTH).filter(
      (cell) => cell.startsWith('results.') && cell.endsWith('@total'),
    );
    const printed = {
      ...Object.fromEntries(totals.map((cell) => [cell, ''])),
      'results.total@natural_person': 10,
    };
    expect(changesOf(table3(printed))).toEqual([[['results.total@natural_person', 10, 100, 'tenth']]]);
  });

  test('a blank that should hold a number is named, beside the error that proves it', () => {
    const cells = { 'results.granted@legal.business': '', 'results.granted@natural_person': 97 };
    expect(changesOf(table3(cells))).toEqual([
      [
        ['results.granted@natural_person', 97, 79, 'swapped-digits'],
        ['results.granted@legal.business', null, 8, 'blank'],
      ],
    ]);
  });

  test('too many such blanks: their sums are left out, and it says so', () => {
    const columns = ['legal.business', 'legal.research', 'legal.public_welfare', 'legal.legal_service'];
    const blanks = Object.fromEntries(columns.map((column) => [`${GRANTED}@${column}`, '']));
    const figures = table3({ ...blanks, 'results.unable.not_held@natural_person': 12 });
    expect(changesOf(figures)).toEqual([
      [['results.unable.not_held@natural_person', 12, 21, 'swapped-digits']],
    ]);
    expect(hypotheses(figures)[0]!.message).toContain('（只因空白格而不成立的除外）');
  });

  test.each(['?见附件', '若干'])('a cell that is %s may be anything: it is never named', (unread) => {
    const cells = { 'results.granted@legal.business': unread, 'results.granted@natural_person': 97 };
    const [explanation] = explainTable(table3(cells));
    expect(explanation?.causes[0]?.changes).toMatchObject([{ meant: 79 }]);
  });

  test('blanks alone prove nothing', () => {
    expect(hypotheses(table3({ 'results.granted@legal.business': '' }))).toEqual([]);
  });
});

test('more than three cells: it says that no such change was found', () => {
  const cells = ['new_received', 'carried_in', 'carried_out'].map((row) => [
    `applications.${row}@legal.other`,
    7,
  ]);
  const more = { 'results.granted@natural_person': 4, 'results.total@legal.business': 31 };
  const [finding] = hypotheses(table3({ ...Object.fromEntries(cells), ...more }));
  expect(finding!.message).toMatch(/找不到不超过三格、数值又能确定的改法$/);
  expect(finding).toMatchObject({ table: 1, evidence: [] });
});

describe('over the years', () => {
  const years = (...reports: Figure[][]) =>
    checkSeries(
      {
        unitId: 'anqiu-huiqu',
        unitName: '辉渠镇人民政府',
        unitKind: 'town',
        reports: reports.map((figures, i) => {
          const reportYear = 2021 + i;
          return { reportYear, documentSha256: `${i}`, publishedOn: `${reportYear + 1}-01-20`, figures };
        }),
        expectations: [],
        unreadYears: [],
      },
      '2024-06-01',
    )
      .at(-1)!
      .findings.filter((f) => f.check === 'identity-hypothesis');

  const earlier = formTable(T3, {
    'results.granted@natural_person': 46,
    'applications.carried_out@total': 6,
  });

  test('a number of the year before, left standing, is told', () => {
    const [finding] = years(earlier, table3({ 'results.granted@natural_person': 46 }));
    expect(finding!.message).toContain('印为 46，疑为 79（与上一年度同一格的数相同，可能未更新）');
  });

  test('what the report by itself explains isn’t told again', () => {
    expect(years(earlier, table3({ 'results.granted@natural_person': 97 }))).toEqual([]);
  });
});
