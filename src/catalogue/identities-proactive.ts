import { PROACTIVE_2019, PROACTIVE_2021 } from './form-proactive.js';
import type { Identity } from './identities.js';
import { DOCUMENTS, eachRow, FORMS, OLD_FORM } from './identity-terms.js';

const T2_2019 = [PROACTIVE_2019.id];
const T2_2021 = [PROACTIVE_2021.id];

/** Identities within 表二. */
export const PROACTIVE_IDENTITIES: readonly Identity[] = [
  {
    id: 't2-nonneg',
    nameZh: '表二非负数',
    basis: `定义（${FORMS}表二）`,
    rule: '表二件数、项数应为非负整数，金额不应为负；“本年增/减”除外。',
    brokenZh: '不应为负数，件数、项数不应为小数',
    equations: [{ kind: 'count', severity: 'error', formTables: [...T2_2019, ...T2_2021] }],
  },
  {
    id: 't2-new-le-total',
    nameZh: '表二新公开数量上限',
    basis: `定义（${OLD_FORM}表二；旧文件可在本年才公开，超过本年新制作的只作提示）`,
    rule: '表二（2019年格式）规章、行政规范性文件：本年新公开数量不大于对外公开总数量，一般也不大于本年新制作数量。',
    brokenZh: '本年新公开数量偏大',
    equations: [
      ...eachRow(
        DOCUMENTS,
        (cell) => ({
          left: [cell('newly_disclosed', '本年新公开')],
          right: [cell('disclosed_total', '对外公开总数')],
        }),
        { kind: 'at-most', severity: 'warning', formTables: T2_2019 },
      ),
      ...eachRow(
        DOCUMENTS,
        (cell) => ({
          left: [cell('newly_disclosed', '本年新公开')],
          right: [cell('newly_made', '本年新制作')],
        }),
        { kind: 'at-most', severity: 'info', formTables: T2_2019 },
      ),
    ],
  },
];
