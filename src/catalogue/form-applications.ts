import type { FormRow, FormTable, IgnoredLabel, Label } from '../model/form.js';
import { APPLICANT_COLUMNS } from './applicants.js';
import { buildFormTable } from './build-form-table.js';

/** 表三 收到和处理政府信息公开申请情况: 23 rows × 7 in 2019 (国办公开办函〔2019〕60号), 25 × 7 in 2021 (〔2021〕30号). */

const RESULTS: Label = {
  text: '三、本年度办理结果',
  aliases: ['本年办理结果'],
  distinctive: ['办理结果'],
};
const DENIED: Label = { text: '（三）不予公开' };
const UNABLE: Label = { text: '（四）无法提供' };
const NOT_PROCESSED: Label = { text: '（五）不予处理' };
const OTHER: Label = { text: '（六）其他处理', aliases: ['其它处理'] };

const row = (key: string, ...path: Label[]): FormRow => ({ key, path });
const leaf = (text: string, ...distinctive: string[]): Label => ({ text, distinctive });

const HEAD: readonly FormRow[] = [
  row('applications.new_received', leaf('一、本年新收政府信息公开申请数量', '本年新收', '本年度新收')),
  row('applications.carried_in', leaf('二、上年结转政府信息公开申请数量', '上年结转', '上年度结转')),
  row('results.granted', RESULTS, { text: '（一）予以公开' }),
  row(
    'results.partially_granted',
    RESULTS,
    leaf('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'),
  ),
  row('results.denied.state_secret', RESULTS, DENIED, leaf('1.属于国家秘密', '国家秘密')),
  row(
    'results.denied.law_prohibited',
    RESULTS,
    DENIED,
    leaf('2.其他法律行政法规禁止公开', '禁止公开', '其他法律行政'),
  ),
  row('results.denied.security_stability', RESULTS, DENIED, leaf('3.危及“三安全一稳定”', '三安全')),
  row('results.denied.third_party_rights', RESULTS, DENIED, leaf('4.保护第三方合法权益', '第三方')),
  row('results.denied.internal_affairs', RESULTS, DENIED, leaf('5.属于三类内部事务信息', '内部事务')),
  row('results.denied.process_information', RESULTS, DENIED, leaf('6.属于四类过程性信息', '过程性')),
  row('results.denied.enforcement_file', RESULTS, DENIED, leaf('7.属于行政执法案卷', '执法案卷')),
  row('results.denied.administrative_inquiry', RESULTS, DENIED, leaf('8.属于行政查询事项', '查询事项')),
  row('results.unable.not_held', RESULTS, UNABLE, leaf('1.本机关不掌握相关政府信息', '不掌握')),
  row(
    'results.unable.creation_required',
    RESULTS,
    UNABLE,
    leaf('2.没有现成信息需要另行制作', '另行制作', '没有现成'),
  ),
  row(
    'results.unable.unclear_after_correction',
    RESULTS,
    UNABLE,
    leaf('3.补正后申请内容仍不明确', '仍不明确', '补正后'),
  ),
  row(
    'results.not_processed.petition_complaint',
    RESULTS,
    NOT_PROCESSED,
    leaf('1.信访举报投诉类申请', '信访'),
  ),
  row('results.not_processed.duplicate', RESULTS, NOT_PROCESSED, leaf('2.重复申请', '重复申请')),
  row(
    'results.not_processed.public_publication',
    RESULTS,
    NOT_PROCESSED,
    leaf('3.要求提供公开出版物', '出版物'),
  ),
  row(
    'results.not_processed.excessive_repeated',
    RESULTS,
    NOT_PROCESSED,
    leaf('4.无正当理由大量反复申请', '大量反复', '反复申请'),
  ),
  row(
    'results.not_processed.confirm_or_reissue',
    RESULTS,
    NOT_PROCESSED,
    leaf('5.要求行政机关确认或重新出具已获取信息', '重新出具'),
  ),
];

const OTHER_2019: readonly FormRow[] = [row('results.other.total', RESULTS, OTHER)];

const OTHER_2021: readonly FormRow[] = [
  row(
    'results.other.correction_overdue',
    RESULTS,
    OTHER,
    leaf('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '逾期不补正'),
  ),
  row(
    'results.other.fee_overdue',
    RESULTS,
    OTHER,
    leaf('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '缴纳费用', '收费通知'),
  ),
  row('results.other.miscellaneous', RESULTS, OTHER, { text: '3.其他', aliases: ['其它'] }),
];

const TAIL: readonly FormRow[] = [
  row('results.total', RESULTS, { text: '（七）总计', aliases: ['合计'] }),
  row('applications.carried_out', leaf('四、结转下年度继续办理', '结转下年', '结转至下年')),
];

const IGNORED: readonly IgnoredLabel[] = [
  { label: '项目', reason: '行标签的表头，有的报告用它代替勾稽关系说明' },
  { label: '勾稽关系', reason: '左上角的勾稽关系说明，不是数据' },
  { label: '收到和处理政府信息公开申请情况', reason: '表名' },
];

const cell = (rowKey: string, columnKey: string) => ({ indicator: rowKey, applicant: columnKey });

export const APPLICATIONS_2019: FormTable = buildFormTable({
  id: 't2019.applications',
  template: 't2019',
  subject: 'applications',
  rows: [...HEAD, ...OTHER_2019, ...TAIL],
  columns: APPLICANT_COLUMNS,
  cell,
  ignored: IGNORED,
  leastColumns: 2,
});

export const APPLICATIONS_2021: FormTable = buildFormTable({
  id: 't2021.applications',
  template: 't2021',
  subject: 'applications',
  rows: [...HEAD, ...OTHER_2021, ...TAIL],
  columns: APPLICANT_COLUMNS,
  cell,
  ignored: IGNORED,
  leastColumns: 2,
});
