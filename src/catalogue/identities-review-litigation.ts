import { REVIEW_LITIGATION } from './form-review-litigation.js';
import type { Comparison, Identity, Scope } from './identities.js';
import { FORMS, term } from './identity-terms.js';

const T4 = [REVIEW_LITIGATION.id];

const REVIEW_SUMS = [
  ['review', '行政复议'],
  ['litigation.direct', '行政诉讼（未经复议直接起诉）'],
  ['litigation.after_review', '行政诉讼（复议后起诉）'],
].map(([group, nameZh]): Comparison => {
  const left = [term(`${group}.total`, '总计')];
  const right = [
    term(`${group}.upheld`, '结果维持'),
    term(`${group}.corrected`, '结果纠正'),
    term(`${group}.other`, '其他结果'),
    term(`${group}.pending`, '尚未审结'),
  ];
  const scope: Scope = { each: 'once', nameZh: nameZh! };
  return { kind: 'equal', severity: 'error', formTables: T4, scope, left, leftIsTotal: true, right };
});

/** Identities within 表四. */
export const REVIEW_IDENTITIES: readonly Identity[] = [
  {
    id: 't4-sum',
    nameZh: '表四合计',
    basis: `定义（${FORMS}表四“总计”）`,
    rule: '表四行政复议、未经复议直接起诉、复议后起诉：总计，等于结果维持、结果纠正、其他结果、尚未审结之和。',
    brokenZh: '总计与各项之和不符',
    equations: REVIEW_SUMS,
  },
  {
    id: 'number-negative-or-fraction',
    nameZh: '负数或小数',
    basis: `定义（${FORMS}表四，单位为件）`,
    rule: '表四每一格都应为非负整数。',
    brokenZh: '应为非负整数',
    equations: [{ kind: 'count', severity: 'error', formTables: T4 }],
  },
];
