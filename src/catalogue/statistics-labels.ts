import type { FormColumn, IgnoredLabel } from '../model/form.js';

/** A row of the statistics table: its official label first, then wordings of real tables, and its unit. */
export interface StatisticsLabel {
  readonly unit: string;
  readonly wordings: readonly string[];
}

const of =
  (unit: string) =>
  (...wordings: string[]): StatisticsLabel => ({ unit, wordings });
const 条 = of('条');
const 件 = of('件');
const 次 = of('次');
const 篇 = of('篇');
const 个 = of('个');
const 人 = of('人');
const 人次 = of('人次');
const 万元 = of('万元');

/** By indicator without `stats.` (spec §2.7). 数, 数量, 总数, 其中 and numbers are added where the form is made. */
export const ISSUED_LABELS: Readonly<Record<string, StatisticsLabel>> = {
  'proactive.items': 条(
    '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
    '主动公开政府信息数不同渠道和方式公开相同信息计1条',
    '主动公开信息数',
  ),
  'proactive.normative_disclosed': 条('其中：主动公开规范性文件数', '主动公开的规范性文件数'),
  'proactive.normative_issued': 件('制发规范性文件总数', '制发的规范性文件总数'),
  'channel.gazette': 条('1.政府公报公开政府信息数', '政府公报公开信息数', '政府公报'),
  'channel.website': 条('2.政府网站公开政府信息数', '政府网站公开信息数', '政府网站'),
  'channel.weibo': 条('3.政务微博公开政府信息数', '政务微博公开信息数', '政务微博'),
  'channel.wechat': 条('4.政务微信公开政府信息数', '政务微信公开信息数', '政务微信'),
  'channel.other': 条('5.其他方式公开政府信息数', '其他方式公开信息数', '其他方式', '其他'),
  'response.events': 次(
    '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
    '回应公众关注热点或重大舆情数不同方式回应同一热点或舆情计1次',
    '回应公众关注热点和重大舆情数',
    '回应公众关注热点及重大舆情数',
  ),
  'response.press_conferences': 次('1.参加或举办新闻发布会总次数', '举办或参加新闻发布会总次数'),
  'response.press_conferences_leader': 次(
    '其中：主要负责同志参加新闻发布会次数',
    '主要负责人参加新闻发布会次数',
  ),
  'response.online_interviews': 次('2.政府网站在线访谈次数', '政府网站在线访谈总次数'),
  'response.online_interviews_leader': 次(
    '其中：主要负责同志参加政府网站在线访谈次数',
    '主要负责人参加政府网站在线访谈次数',
    '主要负责同志参加在线访谈次数',
  ),
  'response.interpretation_articles': 篇('3.政策解读稿件发布数', '发布政策解读稿件数'),
  'response.weibo_wechat': 次('4.微博微信回应事件数', '政务微博微信回应事件数'),
  'response.other': 次('5.其他方式回应事件数', '其他方式', '其他'),
  'applications.received': 件('（一）收到申请数', '收到政府信息公开申请数'),
  'applications.in_person': 件('1.当面申请数'),
  'applications.fax': 件('2.传真申请数'),
  'applications.online': 件('3.网络申请数'),
  'applications.letter': 件('4.信函申请数', '信件申请数'),
  'closed.total': 件('（二）申请办结数'),
  'closed.on_time': 件('1.按时办结数', '按期办结数'),
  'closed.extended': 件('2.延期办结数'),
  'replies.total': 件('（三）申请答复数'),
  'replies.already_public': 件('1.属于已主动公开范围数', '属于已经主动公开范围数', '已主动公开范围数'),
  'replies.granted': 件('2.同意公开答复数', '同意公开数'),
  'replies.partially_granted': 件('3.同意部分公开答复数', '同意部分公开数'),
  'replies.denied.total': 件('4.不同意公开答复数', '不同意公开数'),
  'replies.denied.state_secret': 件('其中：1.涉及国家秘密', '涉及国家秘密'),
  'replies.denied.trade_secret': 件('2.涉及商业秘密'),
  'replies.denied.privacy': 件('3.涉及个人隐私'),
  'replies.denied.security_stability': 件('4.危及国家安全、公共安全、经济安全和社会稳定'),
  'replies.denied.not_government_information': 件(
    '5.不是《条例》所指政府信息',
    '不属于《条例》所指政府信息',
    '非《条例》所指政府信息',
  ),
  'replies.denied.other_legal': 件('6.法律法规规定的其他情形'),
  'replies.not_own_competence': 件('5.不属于本行政机关公开数', '不属于本机关公开数', '非本行政机关公开数'),
  'replies.not_existing': 件('6.申请信息不存在数', '申请的信息不存在数', '信息不存在数'),
  'replies.correction_requested': 件('7.告知作出更改补充数', '告知做出更改补充数'),
  'replies.referred_elsewhere': 件('8.告知通过其他途径办理数'),
  'review.total': 件('四、行政复议数量'),
  'review.upheld': 件('（一）维持具体行政行为数', '维持行政行为数'),
  'review.corrected': 件('（二）被依法纠错数', '依法纠错数'),
  'review.other': 件('（三）其他情形数', '其他'),
  'litigation.total': 件('五、行政诉讼数量'),
  'litigation.upheld': 件(
    '（一）维持具体行政行为或者驳回原告诉讼请求数',
    '维持具体行政行为或驳回原告诉讼请求数',
    '维持行政行为或者驳回原告诉讼请求数',
    '维持具体行政行为数',
    '维持行政行为数',
  ),
  'litigation.corrected': 件('（二）被依法纠错数', '依法纠错数'),
  'litigation.other': 件('（三）其他情形数', '其他'),
  'complaints.total': 件('六、举报投诉数量', '投诉举报数量'),
  'application_fees.amount': 万元(
    '七、依申请公开信息收取的费用',
    '依申请公开信息收取费用',
    '依申请公开政府信息收取的费用',
    '依申请公开收取的费用',
  ),
  'capacity.dedicated_bodies': 个('（一）政府信息公开工作专门机构数', '政府信息公开专门机构数'),
  'capacity.reading_points': 个('（二）设置政府信息公开查阅点数', '政府信息公开查阅点数'),
  'capacity.staff': 人('（三）从事政府信息公开工作人员数', '政府信息公开工作人员数'),
  'capacity.staff_full_time': 人(
    '1.专职人员数（不包括政府公报及政府网站工作人员数）',
    '专职人员数不包括政府公报及政府网站工作人员数',
  ),
  'capacity.staff_part_time': 人('2.兼职人员数'),
  'capacity.budget': 万元(
    '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
    '政府信息公开专项经费不包括用于政府公报编辑管理及政府网站建设维护等方面的经费',
  ),
  'training.meetings': 次(
    '（一）召开政府信息公开工作会议或专题会议数',
    '召开政府信息公开工作会议或者专题会议数',
    '召开政府信息公开工作会议或专题会议次数',
  ),
  'training.courses': 次('（二）举办各类培训班数', '举办培训班数'),
  'training.attendees': 人次('（三）接受培训人员数', '接受培训人员数次', '接受培训人次数'),
};

const column = (key: string, ...[text, ...aliases]: [string, ...string[]]): FormColumn => ({
  key,
  path: [{ text, aliases }],
});

/**
 * The year's count, proven by its header, and columns that places put beside it: known, so that rows can be counted by
 * them, and without figures, so that 历年累计 is never the year's value.
 */
export const STATISTICS_COLUMNS: readonly FormColumn[] = [
  { ...column('unit', '单位', '计量单位', '统计单位', '数量单位'), holds: 'unit' },
  column(
    'count',
    '统计数',
    ...['统计数据', '统计数量', '统计数值', '统计结果', '数量', '数据', '数值', '总数', '合计'],
    ...['本年', '本年数', '本年度', '本年度数', '本年统计数', '本年度统计数', '本年数量', '本年度数量'],
    ...['年度统计数', '全年', '全年数', '全年统计数', '本年数据', '本年合计', '当年', '当年数'],
  ),
  column('code', '代码', '指标代码', '编码'),
  column('cumulative', '历年累计', '累计', '历年累计数', '累计数', '历年累计统计数', '累计统计数', '历年'),
  column('previous', '上年', '上年数', '上年度', '上年统计数', '上一年', '去年', '上年同期', '去年同期'),
  column('change', '同比', '同比增减', '同比增长', '增减', '比上年增减', '较上年增减'),
  column('remark', '备注', '说明', '备注说明', '填表说明'),
];

export const STATISTICS_IGNORED: readonly IgnoredLabel[] = [
  { label: '统计指标', reason: '行标签列的表头' },
  { label: '指标名称', reason: '行标签列的表头' },
  { label: '统计项目', reason: '行标签列的表头' },
  { label: '序号', reason: '行序号列的表头，不是数据' },
  { label: '行次', reason: '行序号列的表头，不是数据' },
  { label: '情况统计表', reason: '表名' },
];
