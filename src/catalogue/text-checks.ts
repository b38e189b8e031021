import type { Check } from './checks.js';

/** What the prose says of the tables, beside what the tables say. A number of the prose is never taken for a cell's. */
export interface TextComparison {
  readonly check: string;
  /** A narrative subject, and the cells whose sum it should be: one of these sums. */
  readonly subject: string;
  readonly labelZh: string;
  readonly sums: readonly (readonly string[])[];
}

const T3_PRACTICE = '审核惯例（30号文“不准确”；正文与表三）';
const COUNTED_OTHERWISE = '受理数可能不含已放弃、撤回的申请，只作提示。';

const check = (
  id: string,
  nameZh: string,
  severity: Check['severity'],
  basis: string,
  rule: string,
): Check => ({
  id,
  nameZh,
  severity,
  basis,
  rule,
});

export const TEXT_CHECKS: readonly Check[] = [
  check(
    'txt-received',
    '文表一致：收到申请',
    'warning',
    T3_PRACTICE,
    `正文所说收到（受理）申请件数，等于表三本年新收，或本年新收加上年结转；${COUNTED_OTHERWISE}`,
  ),
  check(
    'txt-processed',
    '文表一致：办结申请',
    'warning',
    T3_PRACTICE,
    '正文所说答复（办结）件数，等于表三办理结果总计。',
  ),
  check(
    'txt-result-kinds',
    '文表一致：各类办理结果',
    'warning',
    T3_PRACTICE,
    '正文所说予以公开、部分公开、不予公开、无法提供、不予处理等件数，等于表三该类各行之和。',
  ),
  check(
    'txt-carry',
    '文表一致：结转下年度',
    'warning',
    T3_PRACTICE,
    '正文所说结转下年度件数，等于表三结转下年度继续办理。',
  ),
  check(
    'txt-review',
    '文表一致：行政复议',
    'warning',
    '审核惯例（正文与表四）',
    '正文所说行政复议件数，等于表四行政复议总计；“未发生”即为 0。',
  ),
  check(
    'txt-litigation',
    '文表一致：行政诉讼',
    'warning',
    '审核惯例（正文与表四）',
    '正文所说行政诉讼件数，等于表四两类行政诉讼总计之和；“未发生”即为 0。',
  ),
  check(
    'txt-none',
    '文表一致：未收到申请',
    'error',
    '定义（“未收到申请”）',
    '正文说未收到申请的，表三本年新收应为 0；没有上年结转的，各项办理结果也应为 0。',
  ),
  check(
    'txt-channel-sum',
    '分渠道合计',
    'info',
    '定义（“其中”各项为总数的组成）',
    '正文依次列出的各渠道件数之和，等于其前所说总数。',
  ),
  check(
    'txt-fee',
    '信息处理费说明',
    'warning',
    '定义（国办函〔2020〕109号）',
    '正文说未收取信息处理费的，不应另有收取金额；表三有逾期未缴费的，应发出过收费通知。表二其他行政事业性收费不在此列。',
  ),
  check(
    't3-fee-row',
    '逾期未缴费与收费通知',
    'warning',
    '定义（国办函〔2020〕109号：收费通知后逾期未缴才视为放弃）',
    '表三“申请人逾期未按收费通知要求缴纳费用”大于 0 的，正文所说发出收费通知件数不应少于它。',
  ),
  check(
    'fee-subset',
    '信息处理费不超过行政事业性收费',
    'info',
    '定义（信息处理费是行政事业性收费，皖财综〔2021〕28号）',
    '正文所说收取的信息处理费，不应超过表二行政事业性收费金额（按其印出的小数位取舍）。',
  ),
];

const leaves = (group: string, names: string): string[] =>
  names.split(' ').map((name) => `results.${group}.${name}`);
const DENIED =
  'state_secret law_prohibited security_stability third_party_rights internal_affairs process_information enforcement_file administrative_inquiry';

export const TEXT_COMPARISONS: readonly TextComparison[] = [
  {
    check: 'txt-received',
    subject: 'narrative.applications.received',
    labelZh: '本年新收',
    sums: [['applications.new_received'], ['applications.new_received', 'applications.carried_in']],
  },
  {
    check: 'txt-processed',
    subject: 'narrative.applications.processed',
    labelZh: '办理结果总计',
    sums: [['results.total']],
  },
  ...[
    ['granted', '予以公开', ['results.granted']] as const,
    ['partially_granted', '部分公开', ['results.partially_granted']] as const,
    ['disclosed', '予以公开与部分公开', ['results.granted', 'results.partially_granted']] as const,
    ['denied', '不予公开', leaves('denied', DENIED)] as const,
    ['unable', '无法提供', leaves('unable', 'not_held creation_required unclear_after_correction')] as const,
    [
      'not_processed',
      '不予处理',
      leaves(
        'not_processed',
        'petition_complaint duplicate public_publication excessive_repeated confirm_or_reissue',
      ),
    ] as const,
  ].map(([subject, labelZh, sum]) => ({
    check: 'txt-result-kinds',
    subject: `narrative.applications.${subject}`,
    labelZh,
    sums: [sum],
  })),
  {
    check: 'txt-result-kinds',
    subject: 'narrative.applications.other_handling',
    labelZh: '其他处理',
    // One row in the form of 2019, three in that of 2021.
    sums: [['results.other.total'], leaves('other', 'correction_overdue fee_overdue miscellaneous')],
  },
  {
    check: 'txt-carry',
    subject: 'narrative.applications.carried_out',
    labelZh: '结转下年度',
    sums: [['applications.carried_out']],
  },
  {
    check: 'txt-review',
    subject: 'narrative.review.total',
    labelZh: '行政复议总计',
    sums: [['review.total']],
  },
  {
    check: 'txt-litigation',
    subject: 'narrative.litigation.total',
    labelZh: '行政诉讼总计',
    sums: [['litigation.direct.total', 'litigation.after_review.total']],
  },
];

/** Totals and the parts that a sentence lists behind them. */
export const CHANNEL_LISTS: readonly { readonly total: string; readonly parts: string }[] = [
  { total: 'narrative.proactive.items', parts: 'narrative.proactive.by_channel.' },
  { total: 'narrative.applications.received', parts: 'narrative.applications.by_channel.' },
];
