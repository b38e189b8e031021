-- Measures in the long form, each with what it is made of. The measures themselves are defined in 85_unit_year.sql; a test
-- holds the two forms against each other.
create view mart.measure as
select measure, ordinal, label_zh, kind, numerator, denominator, unit, grade_2014_2019, grade_2019_2021, rolls_up
from (values
  ('applications_received', 1, '新收政府信息公开申请数', 'count', null, null, '件', 'B', 'A', true),
  ('natural_person_received', 2, '其中自然人申请数', 'count', null, null, '件', null, 'A', true),
  ('carried_in', 3, '上年结转申请数', 'count', null, null, '件', null, 'A', true),
  ('caseload', 4, '受理总量', 'count', null, null, '件', null, 'A', true),
  ('granted', 5, '予以公开', 'count', null, null, '件', 'B', 'A', true),
  ('partially_granted', 6, '部分公开', 'count', null, null, '件', 'B', 'A', true),
  ('disclosed_total', 7, '予以公开与部分公开合计', 'count', null, null, '件', 'B', 'A', true),
  ('denied_total', 8, '不予公开', 'count', null, null, '件', null, 'A', true),
  ('unable_total', 9, '无法提供', 'count', null, null, '件', null, 'A', true),
  ('not_processed_total', 10, '不予处理', 'count', null, null, '件', null, 'A', true),
  ('other_total', 11, '其他处理', 'count', null, null, '件', null, 'A', true),
  ('results_total', 12, '办理结果总计', 'count', null, null, '件', 'B', 'A', true),
  ('carried_out', 13, '结转下年度继续办理', 'count', null, null, '件', null, 'A', true),
  ('abusive_total', 14, '大量反复、重复、信访举报投诉类申请合计', 'count', null, null, '件', null, 'A', true),
  ('review_total', 15, '行政复议总计', 'count', null, null, '件', 'B', 'A', true),
  ('review_corrected', 16, '行政复议结果纠正', 'count', null, null, '件', 'B', 'A', true),
  ('review_pending', 17, '行政复议尚未审结', 'count', null, null, '件', null, 'A', true),
  ('litigation_total', 18, '行政诉讼总计', 'count', null, null, '件', 'B', 'A', true),
  ('litigation_corrected', 19, '行政诉讼结果纠正', 'count', null, null, '件', 'B', 'A', true),
  ('litigation_pending', 20, '行政诉讼尚未审结', 'count', null, null, '件', null, 'A', true),
  ('licensing_per_year', 21, '行政许可处理决定数', 'count', null, null, '件', null, 'A', true),
  ('penalty_per_year', 22, '行政处罚处理决定数', 'count', null, null, '件', null, 'A', true),
  ('coercion_per_year', 23, '行政强制处理决定数', 'count', null, null, '件', null, 'A', true),
  ('normative_issued', 24, '规范性文件制发件数', 'count', null, null, '件', null, null, true),
  ('normative_repealed', 25, '规范性文件废止件数', 'count', null, null, '件', null, null, true),
  ('normative_in_force', 26, '规范性文件现行有效件数', 'count', null, null, '件', null, null, true),
  ('disclosure_rate', 27, '公开率', 'rate', 'disclosed_total', 'results_total', null, 'B', 'A', true),
  ('full_disclosure_rate', 28, '全部公开率', 'rate', 'granted', 'results_total', null, 'B', 'A', true),
  ('denial_rate', 29, '不予公开率', 'rate', 'denied_total', 'results_total', null, null, 'A', true),
  ('unable_rate', 30, '无法提供率', 'rate', 'unable_total', 'results_total', null, null, 'A', true),
  ('not_processed_rate', 31, '不予处理率', 'rate', 'not_processed_total', 'results_total', null, null, 'A', true),
  ('other_rate', 32, '其他处理率', 'rate', 'other_total', 'results_total', null, null, 'A', true),
  ('substantive_denial_rate', 33, '实质拒绝率', 'rate', 'denied_total', 'substantive_total', null, null, 'A', true),
  ('legal_vs_factual_refusal', 34, '法定理由占比', 'rate', 'denied_total', 'refused_total', null, null, 'A', true),
  ('clearance_rate', 35, '办结率', 'rate', 'results_total', 'caseload', null, null, 'A', true),
  ('backlog_rate', 36, '结转率', 'rate', 'carried_out', 'caseload', null, null, 'A', true),
  ('natural_person_share', 37, '自然人占比', 'rate', 'natural_person_received', 'applications_received', null, null, 'A', true),
  ('abusive_share', 38, '非正常申请占比', 'rate', 'abusive_total', 'results_total', null, null, 'A', true),
  ('review_rate', 39, '复议率', 'rate', 'review_total', 'results_total', null, 'B', 'A', true),
  ('review_correction_rate', 40, '复议纠正率', 'rate', 'review_corrected', 'review_decided', null, null, 'A', true),
  ('review_correction_rate_over_total', 41, '复议纠正率（含未审结）', 'rate', 'review_corrected', 'review_total', null, 'B', 'A', true),
  ('litigation_rate', 42, '诉讼率', 'rate', 'litigation_total', 'results_total', null, 'B', 'A', true),
  ('litigation_loss_rate', 43, '败诉率', 'rate', 'litigation_corrected', 'litigation_decided', null, null, 'A', true),
  ('litigation_loss_rate_over_total', 44, '败诉率（含未审结）', 'rate', 'litigation_corrected', 'litigation_total', null, 'B', 'A', true),
  ('direct_suit_share', 45, '直接起诉占比', 'rate', 'direct_total', 'litigation_total', null, null, 'A', true),
  ('normative_turnover', 46, '规范性文件更替率', 'rate', 'normative_repealed', 'normative_in_force_prev', null, null, null, true),
  ('ground_share_denied_state_secret', 47, '不予公开中“属于国家秘密”占比', 'rate', 'denied_state_secret', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_law_prohibited', 48, '不予公开中“其他法律行政法规禁止公开”占比', 'rate', 'denied_law_prohibited', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_security_stability', 49, '不予公开中“危及“三安全一稳定””占比', 'rate', 'denied_security_stability', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_third_party_rights', 50, '不予公开中“保护第三方合法权益”占比', 'rate', 'denied_third_party_rights', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_internal_affairs', 51, '不予公开中“属于三类内部事务信息”占比', 'rate', 'denied_internal_affairs', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_process_information', 52, '不予公开中“属于四类过程性信息”占比', 'rate', 'denied_process_information', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_enforcement_file', 53, '不予公开中“属于行政执法案卷”占比', 'rate', 'denied_enforcement_file', 'denied_total', null, null, 'A', true),
  ('ground_share_denied_administrative_inquiry', 54, '不予公开中“属于行政查询事项”占比', 'rate', 'denied_administrative_inquiry', 'denied_total', null, null, 'A', true),
  ('ground_share_unable_not_held', 55, '无法提供中“本机关不掌握相关政府信息”占比', 'rate', 'unable_not_held', 'unable_total', null, null, 'A', true),
  ('ground_share_unable_creation_required', 56, '无法提供中“没有现成信息需要另行制作”占比', 'rate', 'unable_creation_required', 'unable_total', null, null, 'A', true),
  ('ground_share_unable_unclear_after_correction', 57, '无法提供中“补正后申请内容仍不明确”占比', 'rate', 'unable_unclear_after_correction', 'unable_total', null, null, 'A', true),
  ('ground_share_not_processed_petition_complaint', 58, '不予处理中“信访举报投诉类申请”占比', 'rate', 'not_processed_petition_complaint', 'not_processed_total', null, null, 'A', true),
  ('ground_share_not_processed_duplicate', 59, '不予处理中“重复申请”占比', 'rate', 'not_processed_duplicate', 'not_processed_total', null, null, 'A', true),
  ('ground_share_not_processed_public_publication', 60, '不予处理中“要求提供公开出版物”占比', 'rate', 'not_processed_public_publication', 'not_processed_total', null, null, 'A', true),
  ('ground_share_not_processed_excessive_repeated', 61, '不予处理中“无正当理由大量反复申请”占比', 'rate', 'not_processed_excessive_repeated', 'not_processed_total', null, null, 'A', true),
  ('ground_share_not_processed_confirm_or_reissue', 62, '不予处理中“要求行政机关确认或重新出具已获取信息”占比', 'rate', 'not_processed_confirm_or_reissue', 'not_processed_total', null, null, 'A', true),
  ('ground_share_other_correction_overdue', 63, '其他处理中“逾期不补正”占比', 'rate', 'other_correction_overdue', 'other_total', null, null, null, true),
  ('ground_share_other_fee_overdue', 64, '其他处理中“逾期未缴费”占比', 'rate', 'other_fee_overdue', 'other_total', null, null, null, true),
  ('ground_share_other_miscellaneous', 65, '其他处理中“其他”占比', 'rate', 'other_miscellaneous', 'other_total', null, null, null, true),
  ('on_time_publication', 66, '按时发布率', 'rate', '按时发布的单位数', '发布日期和时限均已知的单位数', null, null, null, true),
  ('quality_score', 67, '质量得分', 'mean', '得分之和', '单位数', '分', null, null, true),
  ('days_late', 68, '逾期天数', 'mean', '逾期天数之和', '发布日期和时限均已知的单位数', '天', null, null, true),
  ('applications_per_unit', 69, '平均每单位新收申请数', 'mean', 'peer_applications_received', 'peer_units', '件', 'B', 'A', false),
  ('coverage', 70, '入库率', 'rate', 'coverage_parsed', 'coverage_expected', null, null, null, false),
  ('per_10k_people', 71, '每万人新收申请数', 'mean', 'applications_received', 'population', '件', 'B', 'A', false),
  ('text_similarity_prev', 72, '与上年年报文字相似度', 'score', null, null, null, null, null, false),
  ('text_similarity_sibling', 73, '与同一上级其他单位年报文字的最高相似度', 'score', null, null, null, null, null, false)
) m (
  measure, ordinal, label_zh, kind, numerator, denominator, unit, grade_2014_2019, grade_2019_2021, rolls_up);

comment on view mart.measure is '指标口径：mart.unit_measure、mart.area_measure 中的每个度量一行';
comment on column mart.measure.measure is '度量代码，即 mart.unit_year 的列名';
comment on column mart.measure.ordinal is '先后次序';
comment on column mart.measure.label_zh is '中文名称';
comment on column mart.measure.kind is '类型：count 件数，rate 比率，mean 平均，score 评分';
comment on column mart.measure.numerator is '分子：mart.unit_year 的列名，或说明；件数为空';
comment on column mart.measure.denominator is '分母：同上；为 0 或未知时比率为空';
comment on column mart.measure.unit is '计量单位；比率为空';
comment on column mart.measure.grade_2014_2019 is '2014 与 2019 表式之间的可比性：A 同一口径，B 相近；2014 表式没有的为空';
comment on column mart.measure.grade_2019_2021 is '2019 与 2021 表式之间的可比性；只有一种表式有的为空';
comment on column mart.measure.rolls_up is '是否逐级汇总（mart.area_measure）';

create view mart.unit_measure as
select
  u.unit_id, u.unit_name, u.report_year, m.measure, m.value::numeric as value, m.numerator::numeric as numerator,
  m.denominator::numeric as denominator, u.template, u.series_break, u.parent_id, u.document_sha256
from mart.unit_year u
cross join lateral (values
  ('applications_received', u.applications_received::numeric, null::numeric, null::numeric),
  ('natural_person_received', u.natural_person_received::numeric, null::numeric, null::numeric),
  ('carried_in', u.carried_in::numeric, null::numeric, null::numeric),
  ('caseload', u.caseload::numeric, null::numeric, null::numeric),
  ('granted', u.granted::numeric, null::numeric, null::numeric),
  ('partially_granted', u.partially_granted::numeric, null::numeric, null::numeric),
  ('disclosed_total', u.disclosed_total::numeric, null::numeric, null::numeric),
  ('denied_total', u.denied_total::numeric, null::numeric, null::numeric),
  ('unable_total', u.unable_total::numeric, null::numeric, null::numeric),
  ('not_processed_total', u.not_processed_total::numeric, null::numeric, null::numeric),
  ('other_total', u.other_total::numeric, null::numeric, null::numeric),
  ('results_total', u.results_total::numeric, null::numeric, null::numeric),
  ('carried_out', u.carried_out::numeric, null::numeric, null::numeric),
  ('abusive_total', u.abusive_total::numeric, null::numeric, null::numeric),
  ('review_total', u.review_total::numeric, null::numeric, null::numeric),
  ('review_corrected', u.review_corrected::numeric, null::numeric, null::numeric),
  ('review_pending', u.review_pending::numeric, null::numeric, null::numeric),
  ('litigation_total', u.litigation_total::numeric, null::numeric, null::numeric),
  ('litigation_corrected', u.litigation_corrected::numeric, null::numeric, null::numeric),
  ('litigation_pending', u.litigation_pending::numeric, null::numeric, null::numeric),
  ('licensing_per_year', u.licensing_per_year::numeric, null::numeric, null::numeric),
  ('penalty_per_year', u.penalty_per_year::numeric, null::numeric, null::numeric),
  ('coercion_per_year', u.coercion_per_year::numeric, null::numeric, null::numeric),
  ('normative_issued', u.normative_issued::numeric, null::numeric, null::numeric),
  ('normative_repealed', u.normative_repealed::numeric, null::numeric, null::numeric),
  ('normative_in_force', u.normative_in_force::numeric, null::numeric, null::numeric),
  ('disclosure_rate', u.disclosure_rate, u.disclosed_total, u.results_total),
  ('full_disclosure_rate', u.full_disclosure_rate, u.granted, u.results_total),
  ('denial_rate', u.denial_rate, u.denied_total, u.results_total),
  ('unable_rate', u.unable_rate, u.unable_total, u.results_total),
  ('not_processed_rate', u.not_processed_rate, u.not_processed_total, u.results_total),
  ('other_rate', u.other_rate, u.other_total, u.results_total),
  ('substantive_denial_rate', u.substantive_denial_rate, u.denied_total, u.substantive_total),
  ('legal_vs_factual_refusal', u.legal_vs_factual_refusal, u.denied_total, u.refused_total),
  ('clearance_rate', u.clearance_rate, u.results_total, u.caseload),
  ('backlog_rate', u.backlog_rate, u.carried_out, u.caseload),
  ('natural_person_share', u.natural_person_share, u.natural_person_received, u.applications_received),
  ('abusive_share', u.abusive_share, u.abusive_total, u.results_total),
  ('review_rate', u.review_rate, u.review_total, u.results_total),
  ('review_correction_rate', u.review_correction_rate, u.review_corrected, u.review_decided),
  ('review_correction_rate_over_total', u.review_correction_rate_over_total, u.review_corrected, u.review_total),
  ('litigation_rate', u.litigation_rate, u.litigation_total, u.results_total),
  ('litigation_loss_rate', u.litigation_loss_rate, u.litigation_corrected, u.litigation_decided),
  ('litigation_loss_rate_over_total', u.litigation_loss_rate_over_total, u.litigation_corrected, u.litigation_total),
  ('direct_suit_share', u.direct_suit_share, u.direct_total, u.litigation_total),
  ('normative_turnover', u.normative_turnover, u.normative_repealed, u.normative_in_force_prev),
  ('ground_share_denied_state_secret', u.ground_share_denied_state_secret, u.denied_state_secret, u.denied_total),
  ('ground_share_denied_law_prohibited', u.ground_share_denied_law_prohibited, u.denied_law_prohibited, u.denied_total),
  ('ground_share_denied_security_stability', u.ground_share_denied_security_stability, u.denied_security_stability, u.denied_total),
  ('ground_share_denied_third_party_rights', u.ground_share_denied_third_party_rights, u.denied_third_party_rights, u.denied_total),
  ('ground_share_denied_internal_affairs', u.ground_share_denied_internal_affairs, u.denied_internal_affairs, u.denied_total),
  ('ground_share_denied_process_information', u.ground_share_denied_process_information, u.denied_process_information, u.denied_total),
  ('ground_share_denied_enforcement_file', u.ground_share_denied_enforcement_file, u.denied_enforcement_file, u.denied_total),
  ('ground_share_denied_administrative_inquiry', u.ground_share_denied_administrative_inquiry, u.denied_administrative_inquiry, u.denied_total),
  ('ground_share_unable_not_held', u.ground_share_unable_not_held, u.unable_not_held, u.unable_total),
  ('ground_share_unable_creation_required', u.ground_share_unable_creation_required, u.unable_creation_required, u.unable_total),
  ('ground_share_unable_unclear_after_correction', u.ground_share_unable_unclear_after_correction, u.unable_unclear_after_correction, u.unable_total),
  ('ground_share_not_processed_petition_complaint', u.ground_share_not_processed_petition_complaint, u.not_processed_petition_complaint, u.not_processed_total),
  ('ground_share_not_processed_duplicate', u.ground_share_not_processed_duplicate, u.not_processed_duplicate, u.not_processed_total),
  ('ground_share_not_processed_public_publication', u.ground_share_not_processed_public_publication, u.not_processed_public_publication, u.not_processed_total),
  ('ground_share_not_processed_excessive_repeated', u.ground_share_not_processed_excessive_repeated, u.not_processed_excessive_repeated, u.not_processed_total),
  ('ground_share_not_processed_confirm_or_reissue', u.ground_share_not_processed_confirm_or_reissue, u.not_processed_confirm_or_reissue, u.not_processed_total),
  ('ground_share_other_correction_overdue', u.ground_share_other_correction_overdue, u.other_correction_overdue, u.other_total),
  ('ground_share_other_fee_overdue', u.ground_share_other_fee_overdue, u.other_fee_overdue, u.other_total),
  ('ground_share_other_miscellaneous', u.ground_share_other_miscellaneous, u.other_miscellaneous, u.other_total),
  ('on_time_publication', u.on_time_publication::integer, u.on_time_publication::integer, case when u.on_time_publication is not null then 1 end),
  ('quality_score', u.quality_score, u.quality_score, 1),
  ('days_late', u.days_late, u.days_late, case when u.days_late is not null then 1 end),
  ('applications_per_unit', u.applications_per_unit, u.peer_applications_received, u.peer_units),
  ('coverage', u.coverage, u.coverage_parsed, u.coverage_expected),
  ('per_10k_people', u.per_10k_people, u.applications_received, u.population),
  ('text_similarity_prev', u.text_similarity_prev, null, null),
  ('text_similarity_sibling', u.text_similarity_sibling, null, null)
) m (measure, value, numerator, denominator);

comment on view mart.unit_measure is '单位年度度量（长表）：一个单位一个统计年度一个度量一行，即 mart.unit_year 的长表形式；口径见 mart.measure';
comment on column mart.unit_measure.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.unit_measure.unit_name is '发布单位现用名称';
comment on column mart.unit_measure.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.unit_measure.measure is '度量代码，见 mart.measure';
comment on column mart.unit_measure.value is '件数或比率；未知为空，绝不为 0';
comment on column mart.unit_measure.numerator is '分子；件数为空';
comment on column mart.unit_measure.denominator is '分母，即 n；件数为空';
comment on column mart.unit_measure.template is '表式';
comment on column mart.unit_measure.series_break is '序列断点，同 mart.unit_year';
comment on column mart.unit_measure.parent_id is '统计年度末的上级单位代码';
comment on column mart.unit_measure.document_sha256 is '原始文件的 SHA-256，即存档文件名';
