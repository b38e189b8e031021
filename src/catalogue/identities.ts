import type { Severity } from '../model/finding.js';
import { APPLICANTS } from './applicants.js';
import { APPLICATIONS_2019, APPLICATIONS_2021 } from './form-applications.js';
import { PROACTIVE_2019, PROACTIVE_2021 } from './form-proactive.js';
import { REVIEW_LITIGATION } from './form-review-litigation.js';

/** 勾稽关系: what the figures of one report, or of two years running, owe each other. */
export interface Identity {
  readonly id: string;
  readonly nameZh: string;
  /** 表内印明: the words are in the form · 定义: follows from the labels · 审核惯例: applied by reviewers. */
  readonly basis: string;
  /** In Chinese, for the codebook and the board. */
  readonly rule: string;
  /** What a finding says after the place: 「表三“自然人”列」 + 「勾稽不符」. */
  readonly brokenZh: string;
  readonly equations: readonly Equation[];
}

export interface CrossYearIdentity extends Identity {
  /** The first report year that it can be asked of: the year before must have had the same rows. */
  readonly fromYear: number;
}

export type Equation = Comparison | Counting;

/** Σ left = Σ right, or Σ left ≤ Σ right. The first term on the left is the cell that a finding names. */
export interface Comparison {
  readonly kind: 'equal' | 'at-most';
  /** An `info` comparison accuses nobody: broken, it is uncertain. */
  readonly severity: Severity;
  readonly formTables: readonly string[];
  readonly scope: Scope;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** The left side is one printed 总计: blank while parts exist, it is a `blank-total`. */
  readonly leftIsTotal?: true;
}

/** Every cell of the tables is ≥ 0, and whole where its indicator counts; signed indicators are exempt. */
export interface Counting {
  readonly kind: 'count';
  readonly severity: Severity;
  readonly formTables: readonly string[];
}

/** Of what there is one instance each. */
export type Scope =
  | { readonly each: 'applicant'; readonly applicants: readonly string[] }
  | { readonly each: 'row' }
  | { readonly each: 'once'; readonly nameZh: string };

/** One cell; the scope fills in the applicant or the indicator that the term leaves open. */
export interface Term {
  readonly indicator?: string;
  readonly applicant?: string;
  /** Short name in messages; else the row's or the column's own. */
  readonly labelZh?: string;
  /** The cell is in the report of the year before. */
  readonly yearsBack?: 1;
}

const T2_2019 = [PROACTIVE_2019.id];
const T2_2021 = [PROACTIVE_2021.id];
const T3 = [APPLICATIONS_2019.id, APPLICATIONS_2021.id];
const T4 = [REVIEW_LITIGATION.id];

const PARTS = APPLICANTS.map((a) => a.code).filter((code) => code !== 'total');
const EACH_APPLICANT: Scope = { each: 'applicant', applicants: [...PARTS, 'total'] };
const FORMS = '国办公开办函〔2019〕60号、〔2021〕30号';
const NEW_FORM = '国办公开办函〔2021〕30号';
const OLD_FORM = '国办公开办函〔2019〕60号';

const term = (indicator: string, labelZh: string): Term => ({ indicator, labelZh });
const before = (indicator: string, labelZh: string): Term => ({ indicator, labelZh, yearsBack: 1 });
const CARRIED_IN = term('applications.carried_in', '上年结转');

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

/** One comparison of 表二 for each named row, written once. */
function eachRow(
  names: Readonly<Record<string, string>>,
  write: (
    cell: (column: string, labelZh: string, of?: typeof term) => Term,
  ) => Pick<Comparison, 'left' | 'right'>,
  facts: Pick<Comparison, 'kind' | 'severity' | 'formTables'>,
): Comparison[] {
  return Object.entries(names).map(([row, nameZh]) => ({
    ...facts,
    scope: { each: 'once', nameZh },
    ...write((column, labelZh, of = term) => of(`proactive.${row}.${column}`, labelZh)),
  }));
}

const DOCUMENTS = { rules: '规章', normative: '行政规范性文件' };
const ITEMS = {
  licensing: '行政许可',
  other_services: '其他对外管理服务事项',
  penalty: '行政处罚',
  coercion: '行政强制',
  fees: '行政事业性收费',
};

/** Identities within one report, 表三 first. */
export const REPORT_IDENTITIES: readonly Identity[] = [
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

const CARRY = { kind: 'equal', formTables: T3, left: [CARRIED_IN] } as const;
const CARRIED_OUT = [before('applications.carried_out', '结转下年度')];

/** Identities between a report and the one of the year before. */
export const CROSS_YEAR_IDENTITIES: readonly CrossYearIdentity[] = [
  {
    id: 'xy-carry',
    nameZh: '跨年结转',
    basis: `定义（${FORMS}表三“结转下年度继续办理”“上年结转”）`,
    rule: '上一年度的结转下年度继续办理，等于本年度的上年结转；总计列不符为错误，单列不符为提醒。',
    brokenZh: '上年结转与上一年度报告不符',
    fromYear: 2020,
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
