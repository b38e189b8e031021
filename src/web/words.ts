import { APPLICANTS } from '../catalogue/applicants.js';
import { CHECK_BY_ID } from '../catalogue/checks.js';
import type { Severity } from '../model/finding.js';
import type { UnitKind } from '../model/unit.js';
import type { DecisionState, PublicationStatus } from '../store/board/board-data.js';

/** The board's words for codes; checks and applicants follow from the catalogue. */

export const SEVERITIES: readonly { readonly id: Severity; readonly zh: string }[] = [
  { id: 'blocker', zh: '严重' },
  { id: 'error', zh: '错误' },
  { id: 'warning', zh: '警告' },
  { id: 'info', zh: '提示' },
];

export const STATES: readonly { readonly id: DecisionState; readonly zh: string; readonly act: string }[] = [
  { id: 'open', zh: '待处理', act: '重新打开' },
  { id: 'accepted', zh: '属实', act: '认定属实' },
  { id: 'disputed', zh: '有异议', act: '有异议（非单位之误）' },
  { id: 'sent_back', zh: '已退回整改', act: '退回整改' },
  { id: 'done', zh: '已办结', act: '办结' },
];

export const STATUSES: readonly {
  readonly id: PublicationStatus;
  readonly zh: string;
  readonly mark: string;
}[] = [
  { id: 'on_time', zh: '按时发布', mark: '✓' },
  { id: 'late', zh: '逾期发布', mark: '迟' },
  { id: 'date_unknown', zh: '已发布，日期不明', mark: '？' },
  { id: 'unread', zh: '已发布，未能读取', mark: '读' },
  { id: 'missing', zh: '未发布', mark: '缺' },
  { id: 'not_yet_due', zh: '未到期', mark: '待' },
  { id: 'unexpected', zh: '不在应发布之列而已发布', mark: '外' },
];

export const UNIT_KINDS_ZH: Readonly<Record<UnitKind, string>> = {
  government: '政府',
  government_office: '政府办公厅（室）',
  town: '乡镇',
  street: '街道',
  department: '工作部门',
  branch: '派出机构',
  functional_zone: '功能区',
  vertical: '垂直管理部门',
  authorised_body: '授权组织',
  public_utility: '公共企事业单位',
};

export function kindZh(kind: string): string {
  return UNIT_KINDS_ZH[kind as UnitKind] ?? kind;
}

/** A check's name; the reader's own findings are told by their kind. */
export function checkZh(id: string): string {
  return CHECK_BY_ID.get(id)?.nameZh ?? OTHER_CHECKS[id.split('/')[0]!] ?? id;
}

export function severityZh(id: string): string {
  return SEVERITIES.find((severity) => severity.id === id)?.zh ?? id;
}

export function applicantZh(code: string | null): string {
  return APPLICANTS.find((applicant) => applicant.code === code)?.labelZh ?? '';
}

const OTHER_CHECKS: Readonly<Record<string, string>> = {
  read: '文件读取',
  recognise: '表格识别',
  extract: '数据提取',
  load: '入库',
  'correction-reopened': '更正须重新判断',
};

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The day in China. */
export function day(at: Date): string {
  return DAY.format(at);
}

export function minute(at: Date): string {
  return MINUTE.format(at);
}

export function reportPath(unitId: string, year: number): string {
  return `/reports/${encodeURIComponent(unitId)}/${year}`;
}

export function unitPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}`;
}

/** An address with the given query, empty values left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') asked.set(key, String(value));
  return asked.size === 0 ? path : `${path}?${asked}`;
}
