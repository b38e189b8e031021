import type { Check } from './checks.js';
import { REPORT_IDENTITIES } from './identities.js';
import { TEXT_CHECKS } from './text-checks.js';

/** One answer for several checks, as offices' lists have it: the worst of their outcomes, without findings of its own. */
export interface RollUp extends Check {
  readonly members: readonly string[];
}

export const ROLL_UPS: readonly RollUp[] = [
  {
    id: 'identity-fail',
    nameZh: '勾稽错误',
    severity: 'error',
    basis: '表内印明及定义（见各勾稽关系）',
    rule: '报告内各勾稽关系的汇总：取最差的一项。',
    members: REPORT_IDENTITIES.map(({ id }) => id),
  },
  {
    id: 'carry-mismatch',
    nameZh: '跨年结转不符',
    severity: 'error',
    basis: '定义（结转下年度、上年结转）',
    rule: '即 xy-carry。',
    members: ['xy-carry'],
  },
  {
    id: 'text-table-mismatch',
    nameZh: '文表不一致',
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号“不准确”',
    rule: '正文与各表核对的汇总：取最差的一项。',
    members: TEXT_CHECKS.map(({ id }) => id).filter((id) => id.startsWith('txt-')),
  },
  {
    id: 'fee-conflict',
    nameZh: '收费说明矛盾',
    severity: 'warning',
    basis: '定义（国办函〔2020〕109号）',
    rule: '即 txt-fee；表二其他行政事业性收费大于 0 而第六部分为“无”的不算矛盾。',
    members: ['txt-fee'],
  },
];
