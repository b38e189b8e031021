import { PROACTIVE_2019, PROACTIVE_2021 } from './form-proactive.js';
import type { CrossYearIdentity } from './identities.js';
import {
  before,
  CARRIED_IN,
  DOCUMENTS,
  eachRow,
  FORMS,
  NEW_FORM,
  OLD_FORM,
  PARTS,
  T3,
} from './identity-terms.js';

const T2_2019 = [PROACTIVE_2019.id];
const T2_2021 = [PROACTIVE_2021.id];

const ITEMS = {
  licensing: '行政许可',
  other_services: '其他对外管理服务事项',
  penalty: '行政处罚',
  coercion: '行政强制',
  fees: '行政事业性收费',
};

const CARRY = { kind: 'equal', formTables: T3, left: [CARRIED_IN] } as const;
const CARRIED_OUT = [before('applications.carried_out', '结转下年度')];

/** Identities between a report and the one of the year before. */
export const CROSS_YEAR: readonly CrossYearIdentity[] = [
  {
    id: 'xy-carry',
    nameZh: '跨年结转',
    basis: `定义（${FORMS}表三“结转下年度继续办理”“上年结转”）`,
    rule: '上一年度的结转下年度继续办理，等于本年度的上年结转；总计列不符为错误，单列不符为提醒。本年度有单位并入的，与各原单位之和比较；有一个原单位的上一年度年报未入库、或并入后仍单独发布年报的，无法判定。',
    brokenZh: '上年结转与上一年度报告不符',
    fromYear: 2020,
    addsUp: true,
    equations: [
      {
        ...CARRY,
        severity: 'error',
        scope: { each: 'applicant', applicants: ['total'] },
        right: CARRIED_OUT,
      },
      { ...CARRY, severity: 'warning', scope: { each: 'applicant', applicants: PARTS }, right: CARRIED_OUT },
    ],
  },
  {
    id: 'xy-in-force',
    nameZh: '现行有效件数衔接',
    basis: `审核惯例（${NEW_FORM}表二；清理、失效、机构改革移交都会打断，只作提醒）`,
    rule: '规章、行政规范性文件：现行有效件数加本年废止件数，等于上一年度现行有效件数加本年制发件数。',
    brokenZh: '现行有效件数与上一年度报告衔接不上',
    fromYear: 2022,
    equations: eachRow(
      DOCUMENTS,
      (cell) => ({
        left: [cell('in_force', '现行有效'), cell('repealed', '本年废止')],
        right: [cell('in_force', '现行有效', before), cell('issued', '本年制发')],
      }),
      { kind: 'equal', severity: 'warning', formTables: T2_2021 },
    ),
  },
  {
    id: 't2-repeal-bound',
    nameZh: '废止件数上限',
    basis: `定义（${NEW_FORM}表二）`,
    rule: '规章、行政规范性文件：本年废止件数，不大于上一年度现行有效件数加本年制发件数。',
    brokenZh: '本年废止件数大于可废止的件数',
    fromYear: 2022,
    equations: eachRow(
      DOCUMENTS,
      (cell) => ({
        left: [cell('repealed', '本年废止')],
        right: [cell('in_force', '现行有效', before), cell('issued', '本年制发')],
      }),
      { kind: 'at-most', severity: 'warning', formTables: T2_2021 },
    ),
  },
  {
    id: 'xy-items',
    nameZh: '上一年项目数量衔接',
    basis: `定义（${OLD_FORM}表二“上一年项目数量”“本年增/减”）`,
    rule: '上一年项目数量，等于上一年度报告的上一年项目数量加其本年增/减。',
    brokenZh: '上一年项目数量与上一年度报告衔接不上',
    fromYear: 2020,
    equations: eachRow(
      ITEMS,
      (cell) => ({
        left: [cell('items_prev_year', '上一年项目数量')],
        right: [cell('items_prev_year', '上一年项目数量', before), cell('items_change', '本年增/减', before)],
      }),
      { kind: 'equal', severity: 'warning', formTables: T2_2019 },
    ),
  },
];
