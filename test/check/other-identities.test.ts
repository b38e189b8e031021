import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.js';
import { formTable, type PrintedCells } from './build-figures.js';

const review = (cells: PrintedCells) =>
  checkReport({ template: 't2021', figures: formTable('review_litigation', cells) });
const proactive = (id: 't2019' | 't2021', cells: PrintedCells) =>
  checkReport({ template: id, figures: formTable(`${id}.proactive`, cells) });

describe('t4-sum', () => {
  test.each(['review', 'litigation.direct', 'litigation.after_review'])('%s adds up', (group) => {
    const cells = { [`${group}.upheld`]: 2, [`${group}.pending`]: 1, [`${group}.total`]: 3 };
    expect(review(cells)).toMatchObject({
      findings: [],
      outcomes: { 't4-sum': 'pass', 'blank-total': 'pass' },
    });
  });

  test('10 upheld and 1 corrected printed as 0 in all, as a district did in 2023', () => {
    const { findings } = review({ 'review.upheld': 10, 'review.corrected': 1, 'review.total': 0 });
    expect(findings.map(({ check }) => check)).toEqual(['t4-sum', 'identity-hypothesis']);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      indicator: 'review.total',
      applicant: null,
      message:
        '表四“行政复议”总计与各项之和不符：总计 0，结果维持 10 + 结果纠正 1 + 其他结果 0 + 尚未审结 0 = 11，相差 11',
    });
    expect(findings[0]?.evidence).toHaveLength(5);
  });

  test.each(['litigation.direct', 'litigation.after_review'])('%s is summed by itself', (group) => {
    expect(review({ [`${group}.other`]: 1 }).outcomes['t4-sum']).toBe('fail');
  });

  test('a blank total over parts is a warning', () => {
    const { findings } = review({ 'review.upheld': 2, 'review.total': '' });
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([['blank-total', 'warning']]);
  });
});

test('number-negative-or-fraction: each cell of table 四', () => {
  const { findings } = review({ 'review.upheld': -1, 'review.other': 1 });
  expect(findings).toMatchObject([{ check: 'number-negative-or-fraction', indicator: 'review.upheld' }]);
  expect(findings[0]?.message).toBe('表四“行政复议 / 结果维持”应为非负整数：印为 -1');
});

describe('t2-nonneg', () => {
  test('money may have decimals and 本年增/减 may be negative', () => {
    expect(proactive('t2021', { 'proactive.fees.amount': 7730.28 }).findings).toEqual([]);
    expect(proactive('t2019', { 'proactive.licensing.items_change': -3 }).findings).toEqual([]);
  });

  test.each([
    ['t2021', 'proactive.fees.amount', -0.5],
    ['t2021', 'proactive.licensing.decisions', -1],
    ['t2021', 'proactive.penalty.decisions', 1.5],
    ['t2019', 'proactive.procurement.projects', -2],
  ] as const)('%s: %s printed as %s is an error', (id, indicator, printed) => {
    const { findings } = proactive(id, { [indicator]: printed });
    expect(findings).toMatchObject([{ check: 't2-nonneg', severity: 'error', indicator, applicant: null }]);
  });
});

describe('t2-new-le-total', () => {
  const made = { 'proactive.rules.newly_made': 5, 'proactive.rules.disclosed_total': 5 };

  test('no more newly disclosed than disclosed in all', () => {
    expect(proactive('t2019', { ...made, 'proactive.rules.newly_disclosed': 5 }).findings).toEqual([]);
  });

  test('more is a warning', () => {
    const { findings, outcomes } = proactive('t2019', {
      'proactive.normative.newly_made': 9,
      'proactive.normative.newly_disclosed': 9,
      'proactive.normative.disclosed_total': 7,
    });
    expect(outcomes['t2-new-le-total']).toBe('fail');
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        indicator: 'proactive.normative.newly_disclosed',
        message: '表二“行政规范性文件”本年新公开数量偏大：本年新公开 9，对外公开总数 7，相差 2',
      },
    ]);
  });

  test('more than was made this year accuses nobody: old documents may be disclosed later', () => {
    const { findings, outcomes } = proactive('t2019', {
      'proactive.rules.newly_disclosed': 1,
      'proactive.rules.disclosed_total': 1,
    });
    expect(outcomes['t2-new-le-total']).toBe('uncertain');
    expect(findings).toMatchObject([{ severity: 'info', outcome: 'uncertain' }]);
  });
});
