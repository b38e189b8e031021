import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.js';
import { formTable, type Printed, type PrintedCells } from './build-figures.js';

const T2021 = 't2021.applications';

const check = (cells: PrintedCells, rest?: Printed, id = T2021) =>
  checkReport({ template: id === T2021 ? 't2021' : 't2019', figures: formTable(id, cells, rest) });

/** One application of a natural person, received, granted. */
const ONE_GRANTED: PrintedCells = {
  'applications.new_received@natural_person': 1,
  'applications.new_received@total': 1,
  'results.granted@natural_person': 1,
  'results.granted@total': 1,
  'results.total@natural_person': 1,
  'results.total@total': 1,
};

describe('a faultless table 三', () => {
  test.each([T2021, 't2019.applications'])('%s: every identity passes and nothing is found', (id) => {
    const { findings, outcomes } = check(ONE_GRANTED, 0, id);
    expect(findings).toEqual([]);
    expect(outcomes).toMatchObject({
      't3-balance': 'pass',
      't3-results-sum': 'pass',
      't3-row-total': 'pass',
      't3-nonneg-int': 'pass',
      'blank-total': 'pass',
    });
  });

  test('all zero passes', () => {
    expect(check({}).findings).toEqual([]);
  });
});

describe('t3-balance', () => {
  const { findings: all, outcomes } = check({
    'applications.new_received@natural_person': 12,
    'applications.new_received@total': 12,
    'results.granted@natural_person': 10,
    'results.granted@total': 10,
    'results.total@natural_person': 10,
    'results.total@total': 10,
    'applications.carried_out@natural_person': 1,
    'applications.carried_out@total': 1,
  });
  const findings = all.filter((f) => f.check === 't3-balance');

  test('a broken column is an error with the printed numbers, both sums and the difference', () => {
    expect(outcomes).toMatchObject({
      't3-balance': 'fail',
      't3-results-sum': 'pass',
      't3-row-total': 'pass',
    });
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      outcome: 'fail',
      message: '表三“自然人”列勾稽不符：本年新收 12 + 上年结转 0 = 12，总计 10 + 结转下年度 1 = 11，相差 1',
    });
  });

  test('it names table and column, and no single figure', () => {
    expect(findings.map(({ table, column }) => [table, column])).toEqual([
      [1, 3],
      [1, 9],
    ]);
    expect(findings[0]).not.toHaveProperty('row');
    expect(findings[0]).not.toHaveProperty('indicator');
  });

  test('its evidence is every cell of it', () => {
    expect(findings[0]?.evidence).toHaveLength(4);
    expect(findings[0]?.evidence?.[0]).toEqual({
      indicator: 'applications.new_received',
      applicant: 'natural_person',
      raw: '12',
      value: 12,
      table: 1,
      row: 3,
      column: 3,
    });
  });

  test('cells that the page shows in different columns: the first cell is named, no column', () => {
    const figures = formTable(T2021, { 'applications.new_received@natural_person': 1 }).map((figure) =>
      figure.indicator === 'results.total' ? { ...figure, column: 20 } : figure,
    );
    const finding = checkReport({ template: 't2021', figures }).findings.find(
      (f) => f.check === 't3-balance',
    );
    expect(finding).toMatchObject({ indicator: 'applications.new_received', applicant: 'natural_person' });
  });
});

describe('t3-results-sum', () => {
  test('a leaf more than the total says', () => {
    const { findings } = check({ ...ONE_GRANTED, 'results.other.fee_overdue@natural_person': 2 });
    expect(findings.filter((f) => f.check === 't3-results-sum').map((f) => f.message)).toEqual([
      '表三“自然人”列办理结果总计与各项之和不符：总计 1，予以公开 1 + 申请人逾期未按收费通知要求缴纳费用 2 = 3，相差 2',
    ]);
  });

  test('2019 adds its one row of 其他处理', () => {
    const cells = { ...ONE_GRANTED, 'results.other.total@natural_person': 2 };
    expect(check(cells, 0, 't2019.applications').outcomes['t3-results-sum']).toBe('fail');
  });

  test('a total over rows that are all 0 says so', () => {
    const { findings } = check({ 'results.total@total': 3 });
    expect(findings.find((f) => f.check === 't3-results-sum')?.message).toContain(
      '总计 3，各项均为 0，相差 3',
    );
  });
});

describe('t3-row-total', () => {
  test('a broken row names table and row', () => {
    const { findings, outcomes } = check({ ...ONE_GRANTED, 'applications.new_received@total': 4 });
    expect(outcomes['t3-row-total']).toBe('fail');
    const [finding] = findings.filter((f) => f.check === 't3-row-total');
    expect(finding).toMatchObject({ severity: 'error', table: 1, row: 3 });
    expect(finding).not.toHaveProperty('column');
    expect(finding?.message).toMatch(
      /^表三“本年新收政府信息公开申请数量”行总计与各类申请人之和不符：总计 4，/,
    );
  });

  test('其他 and 总计 of the results name their parent', () => {
    const { findings } = check({
      'results.other.miscellaneous@legal.other': 1,
      'results.total@legal.other': 1,
    });
    const messages = findings.filter((f) => f.check === 't3-row-total').map((f) => f.message);
    expect(messages.join()).toMatch(/“其他处理（其他）”行.*“本年度办理结果（总计）”行/);
  });
});

describe('t3-nonneg-int', () => {
  test.each([-1, 0.5])('%s is one finding, of the cell', (printed) => {
    const { findings } = check({ 'results.granted@legal.research': printed });
    const found = findings.filter((f) => f.check === 't3-nonneg-int');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'error',
      indicator: 'results.granted',
      applicant: 'legal.research',
    });
    expect(found[0]?.message).toBe(`表三“予以公开”行“科研机构”列应为非负整数：印为 ${printed}`);
  });
});

test('decimals are summed as printed: 0.1 + 0.2 is 0.3', () => {
  const { findings } = check({
    'results.granted@natural_person': 0.1,
    'results.granted@legal.business': 0.2,
    'results.granted@total': 0.3,
  });
  expect(findings.filter((f) => f.check === 't3-row-total')).toEqual([]);
});
