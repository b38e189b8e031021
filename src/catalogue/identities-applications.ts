import { APPLICATIONS_2019, APPLICATIONS_2021 } from './form-applications.js';
import type { Comparison, Identity } from './identities.js';
import { CARRIED_IN, EACH_APPLICANT, FORMS, PARTS, T3, term } from './identity-terms.js';

/** （七）总计 is the sum of every other row of 本年度办理结果; 2019 has one row of 其他处理, 2021 three. */
const RESULTS_SUMS = [APPLICATIONS_2019, APPLICATIONS_2021].map(({ id, rows }): Comparison => {
  const leaves = rows.filter(({ key }) => key.startsWith('results.') && key !== 'results.total');
  const right = leaves.map(({ key }) => ({ indicator: key }));
  const left = [term('results.total', '总计')];
  const formTables = [id];
  return {
    kind: 'equal',
    severity: 'error',
    formTables,
    scope: EACH_APPLICANT,
    left,
    leftIsTotal: true,
    right,
  };
});

/** Identities within 表三. */
export const APPLICATION_IDENTITIES: readonly Identity[] = [
  {
    id: 't3-balance',
    nameZh: '表三收办勾稽',
    basis: `表内印明（${FORMS}表三左上角）`,
    rule: '表三每一列：本年新收加上年结转，等于本年度办理结果总计加结转下年度继续办理。',
    brokenZh: '勾稽不符',
    equations: [
      {
        kind: 'equal',
        severity: 'error',
        formTables: T3,
        scope: EACH_APPLICANT,
        left: [term('applications.new_received', '本年新收'), CARRIED_IN],
        right: [term('results.total', '总计'), term('applications.carried_out', '结转下年度')],
      },
    ],
  },
  {
    id: 't3-results-sum',
    nameZh: '表三办理结果合计',
    basis: `定义（${FORMS}表三“（七）总计”；部分公开“只计这一情形，不计其他情形”）`,
    rule: '表三每一列：本年度办理结果总计，等于（一）至（六）各项之和。',
    brokenZh: '办理结果总计与各项之和不符',
    equations: RESULTS_SUMS,
  },
  {
    id: 't3-row-total',
    nameZh: '表三申请人合计',
    basis: `定义（${FORMS}表三“总计”列）`,
    rule: '表三每一行：总计，等于自然人与五类法人或其他组织之和。',
    brokenZh: '总计与各类申请人之和不符',
    equations: [
      {
        kind: 'equal',
        severity: 'error',
        formTables: T3,
        scope: { each: 'row' },
        left: [{ applicant: 'total' }],
        leftIsTotal: true,
        right: PARTS.map((applicant) => ({ applicant })),
      },
    ],
  },
  {
    id: 't3-nonneg-int',
    nameZh: '表三非负整数',
    basis: `定义（${FORMS}表三，单位为件）`,
    rule: '表三每一格都应为非负整数。',
    brokenZh: '应为非负整数',
    equations: [{ kind: 'count', severity: 'error', formTables: T3 }],
  },
];
