/**
 * The rows of the official forms as the generator prints them. Written down here once more, on purpose not
 * imported from src/catalogue: a slip there must show against generated documents, not repeat itself in them.
 * Sources: 国办公开办函〔2019〕60号 (t2019) and 〔2021〕30号 (t2021).
 */
export type FormTemplate = 't2019' | 't2021';

export type Applicant = (typeof APPLICANTS)[number]['code'];

/** Columns of table 三, left to right. */
export const APPLICANTS = [
  { code: 'natural_person', label: '自然人' },
  { code: 'legal.business', label: '商业企业' },
  { code: 'legal.research', label: '科研机构' },
  { code: 'legal.public_welfare', label: '社会公益组织' },
  { code: 'legal.legal_service', label: '法律服务机构' },
  { code: 'legal.other', label: '其他' },
  { code: 'total', label: '总计' },
] as const;

/** The six columns whose sum is 总计. */
export const PARTS = APPLICANTS.slice(0, -1).map((applicant) => applicant.code);

export interface FormRow {
  readonly indicator: string;
  readonly label: string;
}

/** One block of table 三 under 三、本年度办理结果; without a label its single row stands alone. */
export interface ResultGroup {
  readonly label: string | null;
  readonly rows: readonly FormRow[];
}

/** What stands under 三、本年度办理结果, （七）总计 left out. */
export function resultGroups(template: FormTemplate): readonly ResultGroup[] {
  return [...COMMON_GROUPS, template === 't2019' ? OTHER_2019 : OTHER_2021];
}

/** Indicators whose sum is results.total. */
export function resultRows(template: FormTemplate): readonly FormRow[] {
  return resultGroups(template).flatMap((group) => group.rows);
}

const row = (indicator: string, label: string): FormRow => ({ indicator, label });

export const NEW_RECEIVED = row('applications.new_received', '一、本年新收政府信息公开申请数量');
export const CARRIED_IN = row('applications.carried_in', '二、上年结转政府信息公开申请数量');
export const RESULTS_LABEL = '三、本年度办理结果';
export const RESULTS_TOTAL = row('results.total', '（七）总计');
export const CARRIED_OUT = row('applications.carried_out', '四、结转下年度继续办理');
export const CORNER_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const COMMON_GROUPS: readonly ResultGroup[] = [
  { label: null, rows: [row('results.granted', '（一）予以公开')] },
  {
    label: null,
    rows: [row('results.partially_granted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）')],
  },
  {
    label: '（三）不予公开',
    rows: [
      row('results.denied.state_secret', '1.属于国家秘密'),
      row('results.denied.law_prohibited', '2.其他法律行政法规禁止公开'),
      row('results.denied.security_stability', '3.危及“三安全一稳定”'),
      row('results.denied.third_party_rights', '4.保护第三方合法权益'),
      row('results.denied.internal_affairs', '5.属于三类内部事务信息'),
      row('results.denied.process_information', '6.属于四类过程性信息'),
      row('results.denied.enforcement_file', '7.属于行政执法案卷'),
      row('results.denied.administrative_inquiry', '8.属于行政查询事项'),
    ],
  },
  {
    label: '（四）无法提供',
    rows: [
      row('results.unable.not_held', '1.本机关不掌握相关政府信息'),
      row('results.unable.creation_required', '2.没有现成信息需要另行制作'),
      row('results.unable.unclear_after_correction', '3.补正后申请内容仍不明确'),
    ],
  },
  {
    label: '（五）不予处理',
    rows: [
      row('results.not_processed.petition_complaint', '1.信访举报投诉类申请'),
      row('results.not_processed.duplicate', '2.重复申请'),
      row('results.not_processed.public_publication', '3.要求提供公开出版物'),
      row('results.not_processed.excessive_repeated', '4.无正当理由大量反复申请'),
      row('results.not_processed.confirm_or_reissue', '5.要求行政机关确认或重新出具已获取信息'),
    ],
  },
];

const OTHER_2019: ResultGroup = { label: null, rows: [row('results.other.total', '（六）其他处理')] };

const OTHER_2021: ResultGroup = {
  label: '（六）其他处理',
  rows: [
    row(
      'results.other.correction_overdue',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    ),
    row(
      'results.other.fee_overdue',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    ),
    row('results.other.miscellaneous', '3.其他'),
  ],
};

/** Table 四: three groups of the same five columns, the last of which is the sum of the others. */
export const COURT_GROUPS = [
  { code: 'review', label: '行政复议' },
  { code: 'litigation.direct', label: '未经复议直接起诉' },
  { code: 'litigation.after_review', label: '复议后起诉' },
] as const;

export const COURT_OUTCOMES = [
  { code: 'upheld', label: '结果维持' },
  { code: 'corrected', label: '结果纠正' },
  { code: 'other', label: '其他结果' },
  { code: 'pending', label: '尚未审结' },
  { code: 'total', label: '总计' },
] as const;
