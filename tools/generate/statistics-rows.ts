/**
 * Rows of 政府信息公开情况统计表, 2014–2018 (国办发〔2014〕32号), as printed: label, unit, indicator without `stats.`.
 * Kept apart from src/catalogue, so that a slip there is found.
 */
export interface StatisticsRow {
  readonly label: string;
  readonly unit: string;
  /** Null in headings. */
  readonly indicator: string | null;
}

/** `label|unit|indicator`; a heading has no more than its label. */
const LINES = `一、主动公开情况
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|proactive.items
其中：主动公开规范性文件数|条|proactive.normative_disclosed
制发规范性文件总数|件|proactive.normative_issued
（二）通过不同渠道和方式公开政府信息的情况
1.政府公报公开政府信息数|条|channel.gazette
2.政府网站公开政府信息数|条|channel.website
3.政务微博公开政府信息数|条|channel.weibo
4.政务微信公开政府信息数|条|channel.wechat
5.其他方式公开政府信息数|条|channel.other
二、回应解读情况
（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|response.events
（二）通过不同渠道和方式回应解读的情况
1.参加或举办新闻发布会总次数|次|response.press_conferences
其中：主要负责同志参加新闻发布会次数|次|response.press_conferences_leader
2.政府网站在线访谈次数|次|response.online_interviews
其中：主要负责同志参加政府网站在线访谈次数|次|response.online_interviews_leader
3.政策解读稿件发布数|篇|response.interpretation_articles
4.微博微信回应事件数|次|response.weibo_wechat
5.其他方式回应事件数|次|response.other
三、依申请公开情况
（一）收到申请数|件|applications.received
1.当面申请数|件|applications.in_person
2.传真申请数|件|applications.fax
3.网络申请数|件|applications.online
4.信函申请数|件|applications.letter
（二）申请办结数|件|closed.total
1.按时办结数|件|closed.on_time
2.延期办结数|件|closed.extended
（三）申请答复数|件|replies.total
1.属于已主动公开范围数|件|replies.already_public
2.同意公开答复数|件|replies.granted
3.同意部分公开答复数|件|replies.partially_granted
4.不同意公开答复数|件|replies.denied.total
其中：1.涉及国家秘密|件|replies.denied.state_secret
2.涉及商业秘密|件|replies.denied.trade_secret
3.涉及个人隐私|件|replies.denied.privacy
4.危及国家安全、公共安全、经济安全和社会稳定|件|replies.denied.security_stability
5.不是《条例》所指政府信息|件|replies.denied.not_government_information
6.法律法规规定的其他情形|件|replies.denied.other_legal
5.不属于本行政机关公开数|件|replies.not_own_competence
6.申请信息不存在数|件|replies.not_existing
7.告知作出更改补充数|件|replies.correction_requested
8.告知通过其他途径办理数|件|replies.referred_elsewhere
四、行政复议数量|件|review.total
（一）维持具体行政行为数|件|review.upheld
（二）被依法纠错数|件|review.corrected
（三）其他情形数|件|review.other
五、行政诉讼数量|件|litigation.total
（一）维持具体行政行为或者驳回原告诉讼请求数|件|litigation.upheld
（二）被依法纠错数|件|litigation.corrected
（三）其他情形数|件|litigation.other
六、举报投诉数量|件|complaints.total
七、依申请公开信息收取的费用|万元|application_fees.amount
八、机构建设和保障经费情况
（一）政府信息公开工作专门机构数|个|capacity.dedicated_bodies
（二）设置政府信息公开查阅点数|个|capacity.reading_points
（三）从事政府信息公开工作人员数|人|capacity.staff
1.专职人员数（不包括政府公报及政府网站工作人员数）|人|capacity.staff_full_time
2.兼职人员数|人|capacity.staff_part_time
（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|capacity.budget
九、政府信息公开会议和培训情况
（一）召开政府信息公开工作会议或专题会议数|次|training.meetings
（二）举办各类培训班数|次|training.courses
（三）接受培训人员数|人次|training.attendees`;

export const STATISTICS_ROWS: readonly StatisticsRow[] = LINES.split('\n').map((line) => {
  const [label, unit, indicator] = line.split('|');
  return { label: label!, unit: unit ?? '——', indicator: indicator ? `stats.${indicator}` : null };
});
