import type { Severity } from '../model/finding.js';
import { CROSS_YEAR_IDENTITIES, type Identity, REPORT_IDENTITIES } from './identities.js';
import { FORM_CHECKS } from './quality-form.js';
import { SERIES_CHECKS } from './quality-series.js';
import { PROSE_CHECKS } from './quality-text.js';
import { ROLL_UPS } from './roll-ups.js';
import { TEXT_CHECKS } from './text-checks.js';

export interface Check {
  readonly id: string;
  readonly nameZh: string;
  /** The gravest that a finding of it can have. */
  readonly severity: Severity;
  readonly basis: string;
  /** One sentence in Chinese. */
  readonly rule: string;
}

const GRAVEST_FIRST: readonly Severity[] = ['blocker', 'error', 'warning', 'info'];

function describeIdentity({ id, nameZh, basis, rule, equations }: Identity): Check {
  const severity = GRAVEST_FIRST.find((s) => equations.some((equation) => equation.severity === s))!;
  return { id, nameZh, severity, basis, rule };
}

export const BLANK_TOTAL: Check = {
  id: 'blank-total',
  nameZh: '总计空白',
  severity: 'warning',
  basis: '审核惯例（零应写作0，总计应填写）',
  rule: '表三、表四的总计格不应在其各项有数时空白；空白不当作0，也不代为计算。',
};

/** Not a rule to keep, but an aid to the officer who looks into a broken identity. */
export const IDENTITY_HYPOTHESIS: Check = {
  id: 'identity-hypothesis',
  nameZh: '勾稽不符原因推测',
  severity: 'info',
  basis: '推算（表三、表四各项合计互相约束，可反推最少要改哪几格）',
  rule: '表三、表四合计或勾稽不符时，推测最少改动哪几格即可全部成立，以及可能的笔误；仅供核对，不改动数据。',
};

/** Checks of whether and when a report was published. */
export const REPORT_MISSING: Check = {
  id: 'report-missing',
  nameZh: '未发布年报',
  severity: 'blocker',
  basis: '《政府信息公开条例》第四十九条、第五十条，或当地通知',
  rule: '应发布年报的单位，过了时限仍未见其该年度报告。',
};

export const LATE_PUBLICATION: Check = {
  id: 'late-publication',
  nameZh: '逾期发布',
  severity: 'error',
  basis: '《政府信息公开条例》第四十九条，或当地通知',
  rule: '发布日期晚于时限；时限当日发布不算逾期，日期不明的存疑。',
};

export const PUBLICATION_DATE_UNKNOWN: Check = {
  id: 'publication-date-unknown',
  nameZh: '发布日期不明',
  severity: 'info',
  basis: '审核惯例（日期不明只存疑，不扣分）',
  rule: '报告、网页和列表页都没有发布日期。',
};

/** Checks of what became of a page after it was published; the views of schema mart make their findings and outcomes. */
export const CHANGED_AFTER_PUBLICATION: Check = {
  id: 'changed-after-publication',
  nameZh: '发布后改动',
  severity: 'warning',
  basis: '审核惯例（公开内容应当稳定，改动应当说明）',
  rule: '同一网址的年报在发布后有数据改动；改动前后的版本均存档，逐项列出不同。发布后尚未再次查看的、本地载入的无法判定。',
};

export const PAGE_UNREACHABLE: Check = {
  id: 'page-unreachable',
  nameZh: '链接失效',
  severity: 'error',
  basis: '可获取性（年报应当可以持续查阅）',
  rule: '年报网页相隔一天以上的每次查看都已不存在或换成了别的内容；不足一天的存疑。已入库的年报保留。',
};

/** Every check that is evaluated. */
export const CHECKS: readonly Check[] = [
  ...REPORT_IDENTITIES.map(describeIdentity),
  BLANK_TOTAL,
  IDENTITY_HYPOTHESIS,
  ...TEXT_CHECKS,
  ...CROSS_YEAR_IDENTITIES.map(describeIdentity),
  REPORT_MISSING,
  LATE_PUBLICATION,
  PUBLICATION_DATE_UNKNOWN,
  CHANGED_AFTER_PUBLICATION,
  PAGE_UNREACHABLE,
  ...FORM_CHECKS,
  ...PROSE_CHECKS,
  ...SERIES_CHECKS,
  ...ROLL_UPS,
];

export const CHECK_BY_ID: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.id, check]));
