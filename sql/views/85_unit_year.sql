create view mart.unit_year as
-- Mergers and what else dated names don't tell.
with written_break as materialized (
  select unit_id, array_agg(happened_on) as days from core.unit_change where recorded and breaks group by unit_id
),
held as (
  select
    r.*,
    s.name as name_then,
    s.parent_id as parent_then,
    r.denied_state_secret::bigint + r.denied_law_prohibited + r.denied_security_stability
      + r.denied_third_party_rights + r.denied_internal_affairs + r.denied_process_information
      + r.denied_enforcement_file + r.denied_administrative_inquiry as denied_total,
    r.unable_not_held::bigint + r.unable_creation_required + r.unable_unclear_after_correction as unable_total,
    r.not_processed_petition_complaint::bigint + r.not_processed_duplicate
      + r.not_processed_public_publication + r.not_processed_excessive_repeated
      + r.not_processed_confirm_or_reissue as not_processed_total,
    -- By the report's own form alone: where it holds tables of another form too, a blank here is not filled from there.
    case r.template
      when 't2019' then r.other_reported_total
      when 't2021' then r.other_correction_overdue::bigint + r.other_fee_overdue + r.other_miscellaneous
    end as other_total,
    case r.template when 't2014' then r.undivided_litigation_total
      else r.direct_total::bigint + r.after_review_total end as litigation_total,
    case r.template when 't2014' then r.undivided_litigation_corrected
      else r.direct_corrected::bigint + r.after_review_corrected end as litigation_corrected,
    r.direct_pending::bigint + r.after_review_pending as litigation_pending,
    lag(r.report_year) over years as previous_year,
    lag(r.template) over years as previous_template,
    lag(s.name) over years as previous_name,
    lag(r.normative_in_force) over years as previous_in_force
  from core.counted_report r
  left join core.unit_span s on s.unit_id = r.unit_id
    and make_date(r.report_year, 12, 31) >= s.from_day and make_date(r.report_year, 12, 31) < s.to_day
  window years as (partition by r.unit_id order by r.report_year)
),
penalty_points as (
  select unit_id, report_year, sum(points) as points
  from (
    select f.unit_id, f.report_year, f.check_id, max(w.points) as points
    from (
      select unit_id, report_year, check_id, severity from core.finding where outcome = 'fail'
      union all
      select unit_id, report_year, check_id, severity from core.weighed_watch_finding where outcome = 'fail'
    ) f
    join core.check_weight w on w.severity = f.severity
    group by f.unit_id, f.report_year, f.check_id
  ) failed
  group by unit_id, report_year
)
select
  r.unit_id,
  u.name as unit_name,
  r.report_year,
  r.name_then as unit_name_then,
  r.parent_then as parent_id,
  r.template,
  r.previous_year is not null
    and (
      r.template is distinct from r.previous_template
      or r.name_then is distinct from r.previous_name
      or exists (
        select from unnest(b.days) day
        where day > make_date(r.previous_year, 12, 31) and day <= make_date(r.report_year, 12, 31))
    ) as series_break,
  r.document_sha256,
  r.new_received as applications_received,
  r.natural_person_received,
  r.carried_in,
  r.new_received::bigint + r.carried_in as caseload,
  r.granted,
  r.partially_granted,
  r.granted::bigint + r.partially_granted as disclosed_total,
  r.denied_state_secret,
  r.denied_law_prohibited,
  r.denied_security_stability,
  r.denied_third_party_rights,
  r.denied_internal_affairs,
  r.denied_process_information,
  r.denied_enforcement_file,
  r.denied_administrative_inquiry,
  r.denied_total,
  r.unable_not_held,
  r.unable_creation_required,
  r.unable_unclear_after_correction,
  r.unable_total,
  r.not_processed_petition_complaint,
  r.not_processed_duplicate,
  r.not_processed_public_publication,
  r.not_processed_excessive_repeated,
  r.not_processed_confirm_or_reissue,
  r.not_processed_total,
  r.other_correction_overdue,
  r.other_fee_overdue,
  r.other_miscellaneous,
  r.other_total,
  r.results_total,
  r.carried_out,
  core.rate(r.granted::bigint + r.partially_granted, r.results_total) as disclosure_rate,
  core.rate(r.granted, r.results_total) as full_disclosure_rate,
  core.rate(r.denied_total, r.results_total) as denial_rate,
  core.rate(r.unable_total, r.results_total) as unable_rate,
  core.rate(r.not_processed_total, r.results_total) as not_processed_rate,
  core.rate(r.other_total, r.results_total) as other_rate,
  r.granted::bigint + r.partially_granted + r.denied_total as substantive_total,
  core.rate(r.denied_total, r.granted::bigint + r.partially_granted + r.denied_total) as substantive_denial_rate,
  core.rate(r.denied_state_secret, r.denied_total) as ground_share_denied_state_secret,
  core.rate(r.denied_law_prohibited, r.denied_total) as ground_share_denied_law_prohibited,
  core.rate(r.denied_security_stability, r.denied_total) as ground_share_denied_security_stability,
  core.rate(r.denied_third_party_rights, r.denied_total) as ground_share_denied_third_party_rights,
  core.rate(r.denied_internal_affairs, r.denied_total) as ground_share_denied_internal_affairs,
  core.rate(r.denied_process_information, r.denied_total) as ground_share_denied_process_information,
  core.rate(r.denied_enforcement_file, r.denied_total) as ground_share_denied_enforcement_file,
  core.rate(r.denied_administrative_inquiry, r.denied_total) as ground_share_denied_administrative_inquiry,
  core.rate(r.unable_not_held, r.unable_total) as ground_share_unable_not_held,
  core.rate(r.unable_creation_required, r.unable_total) as ground_share_unable_creation_required,
  core.rate(r.unable_unclear_after_correction, r.unable_total) as ground_share_unable_unclear_after_correction,
  core.rate(r.not_processed_petition_complaint, r.not_processed_total) as ground_share_not_processed_petition_complaint,
  core.rate(r.not_processed_duplicate, r.not_processed_total) as ground_share_not_processed_duplicate,
  core.rate(r.not_processed_public_publication, r.not_processed_total) as ground_share_not_processed_public_publication,
  core.rate(r.not_processed_excessive_repeated, r.not_processed_total) as ground_share_not_processed_excessive_repeated,
  core.rate(r.not_processed_confirm_or_reissue, r.not_processed_total) as ground_share_not_processed_confirm_or_reissue,
  core.rate(r.other_correction_overdue, r.other_total) as ground_share_other_correction_overdue,
  core.rate(r.other_fee_overdue, r.other_total) as ground_share_other_fee_overdue,
  core.rate(r.other_miscellaneous, r.other_total) as ground_share_other_miscellaneous,
  r.denied_total::bigint + r.unable_total as refused_total,
  core.rate(r.denied_total, r.denied_total::bigint + r.unable_total) as legal_vs_factual_refusal,
  core.rate(r.results_total, r.new_received::bigint + r.carried_in) as clearance_rate,
  core.rate(r.carried_out, r.new_received::bigint + r.carried_in) as backlog_rate,
  core.rate(r.natural_person_received, r.new_received) as natural_person_share,
  r.not_processed_excessive_repeated::bigint + r.not_processed_duplicate
      + r.not_processed_petition_complaint as abusive_total,
  core.rate(
    r.not_processed_excessive_repeated::bigint + r.not_processed_duplicate
      + r.not_processed_petition_complaint, r.results_total
  ) as abusive_share,
  r.review_total,
  r.review_corrected,
  r.review_pending,
  d.review_decided,
  core.rate(r.review_total, r.results_total) as review_rate,
  core.rate(r.review_corrected, d.review_decided) as review_correction_rate,
  core.rate(r.review_corrected, r.review_total) as review_correction_rate_over_total,
  r.direct_total,
  r.direct_corrected,
  r.direct_pending,
  r.after_review_total,
  r.after_review_corrected,
  r.after_review_pending,
  r.litigation_total,
  r.litigation_corrected,
  r.litigation_pending,
  d.litigation_decided,
  core.rate(r.litigation_total, r.results_total) as litigation_rate,
  core.rate(r.litigation_corrected, d.litigation_decided) as litigation_loss_rate,
  core.rate(r.litigation_corrected, r.litigation_total) as litigation_loss_rate_over_total,
  core.rate(r.direct_total, r.litigation_total) as direct_suit_share,
  area.applications_per_unit as applications_per_unit,
  area.applications_received as peer_applications_received,
  area.applications_units as peer_units,
  null::numeric as per_10k_people,
  null::bigint as population,
  r.licensing_decisions as licensing_per_year,
  r.penalty_decisions as penalty_per_year,
  r.coercion_decisions as coercion_per_year,
  r.normative_issued,
  r.normative_repealed,
  r.normative_in_force,
  case when r.previous_year = r.report_year - 1 then r.previous_in_force end as normative_in_force_prev,
  core.rate(
    r.normative_repealed, case when r.previous_year = r.report_year - 1 then r.previous_in_force end
  ) as normative_turnover,
  r.fees_amount,
  r.procurement_amount,
  r.public_on as published_on,
  e.due_on as due_on,
  r.public_on <= e.due_on as on_time_publication,
  -- greatest() passes over null: an unknown day would be on time.
  case when r.public_on > e.due_on then r.public_on - e.due_on when r.public_on <= e.due_on then 0 end as days_late,
  greatest(100 - coalesce(q.points, 0), 0) as quality_score,
  coalesce(q.points, 0) as penalty_points,
  l.likeness_previous::numeric as text_similarity_prev,
  l.likeness_sibling::numeric as text_similarity_sibling,
  area.coverage as coverage,
  area.expected_parsed as coverage_parsed,
  area.expected as coverage_expected,
  r.corrections
from held r
-- More pending than there are is a contradiction (its check says so), and no number to divide by or to add up.
cross join lateral (
  select
    case when r.review_pending <= r.review_total then r.review_total::bigint - r.review_pending end as review_decided,
    case when r.litigation_pending <= r.litigation_total then r.litigation_total - r.litigation_pending end
      as litigation_decided
) d
left join core.unit_today u on u.unit_id = r.unit_id
left join written_break b on b.unit_id = r.unit_id
left join core.unit_year_checks l on l.unit_id = r.unit_id and l.report_year = r.report_year
left join core.expectation e on e.unit_id = r.unit_id and e.report_year = r.report_year
left join penalty_points q on q.unit_id = r.unit_id and q.report_year = r.report_year
left join mart.coverage area on area.parent_id = r.parent_then and area.report_year = r.report_year;

comment on view mart.unit_year is '单位年度指标：一个单位一个统计年度（有现行年报）一行。数字有人工更正时取更正值，年报所载见 mart.figure.reported_value。比率旁附分子分母；乡镇申请量多为 0 至 5 件，比率应先汇总分子分母再计算，不可平均比率';
comment on column mart.unit_year.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.unit_year.unit_name is '发布单位现用名称';
comment on column mart.unit_year.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.unit_year.unit_name_then is '统计年度末（12 月 31 日）的单位名称';
comment on column mart.unit_year.parent_id is '统计年度末（12 月 31 日）的上级单位代码';
comment on column mart.unit_year.template is '表式：t2014、t2019、t2021。依申请公开、复议和诉讼各数只取这一表式的表，年报另附的其他表式见 mart.figure、mart.series';
comment on column mart.unit_year.series_break is '序列断点：表式与该单位上一份年报不同，或其间单位更名、合并、分立；首份年报为 false';
comment on column mart.unit_year.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.unit_year.applications_received is '本年新收政府信息公开申请数量（总计列；2014 表式取收到申请数，口径相近），件；空白等为空，绝不为 0';
comment on column mart.unit_year.natural_person_received is '其中自然人，件';
comment on column mart.unit_year.carried_in is '上年结转申请数量，件';
comment on column mart.unit_year.caseload is '受理总量 = 新收 + 上年结转，件；任一为空则为空';
comment on column mart.unit_year.granted is '予以公开（2014 表式取同意公开 + 属于已主动公开范围，口径相近），件';
comment on column mart.unit_year.partially_granted is '部分公开（2014 表式取同意部分公开，口径相近），件';
comment on column mart.unit_year.disclosed_total is '予以公开 + 部分公开，件';
comment on column mart.unit_year.denied_state_secret is '不予公开：属于国家秘密（2014 表式取涉及国家秘密，口径相近），件';
comment on column mart.unit_year.denied_law_prohibited is '不予公开：其他法律行政法规禁止公开，件';
comment on column mart.unit_year.denied_security_stability is '不予公开：危及“三安全一稳定”（2014 表式同，口径相近），件';
comment on column mart.unit_year.denied_third_party_rights is '不予公开：保护第三方合法权益（2014 表式取涉及商业秘密 + 涉及个人隐私，口径相近），件';
comment on column mart.unit_year.denied_internal_affairs is '不予公开：属于三类内部事务信息，件';
comment on column mart.unit_year.denied_process_information is '不予公开：属于四类过程性信息，件';
comment on column mart.unit_year.denied_enforcement_file is '不予公开：属于行政执法案卷，件';
comment on column mart.unit_year.denied_administrative_inquiry is '不予公开：属于行政查询事项，件';
comment on column mart.unit_year.denied_total is '不予公开小计 = 8 行之和，件；任一行不是数字则为空';
comment on column mart.unit_year.unable_not_held is '无法提供：本机关不掌握相关政府信息（2014 表式取不属于本行政机关公开 + 申请信息不存在，口径相近），件';
comment on column mart.unit_year.unable_creation_required is '无法提供：没有现成信息需要另行制作，件';
comment on column mart.unit_year.unable_unclear_after_correction is '无法提供：补正后申请内容仍不明确，件';
comment on column mart.unit_year.unable_total is '无法提供小计 = 3 行之和，件；任一行不是数字则为空';
comment on column mart.unit_year.not_processed_petition_complaint is '不予处理：信访举报投诉类申请，件';
comment on column mart.unit_year.not_processed_duplicate is '不予处理：重复申请，件';
comment on column mart.unit_year.not_processed_public_publication is '不予处理：要求提供公开出版物，件';
comment on column mart.unit_year.not_processed_excessive_repeated is '不予处理：无正当理由大量反复申请，件';
comment on column mart.unit_year.not_processed_confirm_or_reissue is '不予处理：要求行政机关确认或重新出具已获取信息，件';
comment on column mart.unit_year.not_processed_total is '不予处理小计 = 5 行之和，件；任一行不是数字则为空';
comment on column mart.unit_year.other_correction_overdue is '其他处理：逾期不补正，件';
comment on column mart.unit_year.other_fee_overdue is '其他处理：逾期未缴费，件';
comment on column mart.unit_year.other_miscellaneous is '其他处理：其他，件';
comment on column mart.unit_year.other_total is '其他处理小计，2021 表式为三行之和，2019 表式为所印数字，件；任一行不是数字则为空';
comment on column mart.unit_year.results_total is '本年度办理结果总计（所印数字或其人工更正，不重算；2014 表式取申请答复数，口径相近），件';
comment on column mart.unit_year.carried_out is '结转下年度继续办理，件';
comment on column mart.unit_year.disclosure_rate is '公开率 = disclosed_total / results_total；分母为 0 或未知时为空（以下各率同）';
comment on column mart.unit_year.full_disclosure_rate is '全部公开率 = granted / results_total';
comment on column mart.unit_year.denial_rate is '不予公开率 = denied_total / results_total';
comment on column mart.unit_year.unable_rate is '无法提供率 = unable_total / results_total';
comment on column mart.unit_year.not_processed_rate is '不予处理率 = not_processed_total / results_total';
comment on column mart.unit_year.other_rate is '其他处理率 = other_total / results_total';
comment on column mart.unit_year.substantive_total is '实质答复数 = granted + partially_granted + denied_total，件';
comment on column mart.unit_year.substantive_denial_rate is '实质拒绝率 = denied_total / substantive_total';
comment on column mart.unit_year.ground_share_denied_state_secret is '不予公开中“属于国家秘密”占比 = denied_state_secret / denied_total';
comment on column mart.unit_year.ground_share_denied_law_prohibited is '不予公开中“其他法律行政法规禁止公开”占比 = denied_law_prohibited / denied_total';
comment on column mart.unit_year.ground_share_denied_security_stability is '不予公开中“危及“三安全一稳定””占比 = denied_security_stability / denied_total';
comment on column mart.unit_year.ground_share_denied_third_party_rights is '不予公开中“保护第三方合法权益”占比 = denied_third_party_rights / denied_total';
comment on column mart.unit_year.ground_share_denied_internal_affairs is '不予公开中“属于三类内部事务信息”占比 = denied_internal_affairs / denied_total';
comment on column mart.unit_year.ground_share_denied_process_information is '不予公开中“属于四类过程性信息”占比 = denied_process_information / denied_total';
comment on column mart.unit_year.ground_share_denied_enforcement_file is '不予公开中“属于行政执法案卷”占比 = denied_enforcement_file / denied_total';
comment on column mart.unit_year.ground_share_denied_administrative_inquiry is '不予公开中“属于行政查询事项”占比 = denied_administrative_inquiry / denied_total';
comment on column mart.unit_year.ground_share_unable_not_held is '无法提供中“本机关不掌握相关政府信息”占比 = unable_not_held / unable_total';
comment on column mart.unit_year.ground_share_unable_creation_required is '无法提供中“没有现成信息需要另行制作”占比 = unable_creation_required / unable_total';
comment on column mart.unit_year.ground_share_unable_unclear_after_correction is '无法提供中“补正后申请内容仍不明确”占比 = unable_unclear_after_correction / unable_total';
comment on column mart.unit_year.ground_share_not_processed_petition_complaint is '不予处理中“信访举报投诉类申请”占比 = not_processed_petition_complaint / not_processed_total';
comment on column mart.unit_year.ground_share_not_processed_duplicate is '不予处理中“重复申请”占比 = not_processed_duplicate / not_processed_total';
comment on column mart.unit_year.ground_share_not_processed_public_publication is '不予处理中“要求提供公开出版物”占比 = not_processed_public_publication / not_processed_total';
comment on column mart.unit_year.ground_share_not_processed_excessive_repeated is '不予处理中“无正当理由大量反复申请”占比 = not_processed_excessive_repeated / not_processed_total';
comment on column mart.unit_year.ground_share_not_processed_confirm_or_reissue is '不予处理中“要求行政机关确认或重新出具已获取信息”占比 = not_processed_confirm_or_reissue / not_processed_total';
comment on column mart.unit_year.ground_share_other_correction_overdue is '其他处理中“逾期不补正”占比 = other_correction_overdue / other_total';
comment on column mart.unit_year.ground_share_other_fee_overdue is '其他处理中“逾期未缴费”占比 = other_fee_overdue / other_total';
comment on column mart.unit_year.ground_share_other_miscellaneous is '其他处理中“其他”占比 = other_miscellaneous / other_total';
comment on column mart.unit_year.refused_total is '法定不公开与事实不能合计 = denied_total + unable_total，件';
comment on column mart.unit_year.legal_vs_factual_refusal is '法定理由占比 = denied_total / refused_total';
comment on column mart.unit_year.clearance_rate is '办结率 = results_total / caseload';
comment on column mart.unit_year.backlog_rate is '结转率 = carried_out / caseload';
comment on column mart.unit_year.natural_person_share is '自然人占比 = natural_person_received / applications_received';
comment on column mart.unit_year.abusive_total is '大量反复 + 重复申请 + 信访举报投诉类，件';
comment on column mart.unit_year.abusive_share is '非正常申请占比 = abusive_total / results_total';
comment on column mart.unit_year.review_total is '行政复议总计（2014 表式取行政复议数量），件';
comment on column mart.unit_year.review_corrected is '行政复议结果纠正（2014 表式取被依法纠错数），件';
comment on column mart.unit_year.review_pending is '行政复议尚未审结，件';
comment on column mart.unit_year.review_decided is '行政复议已审结 = review_total − review_pending，件；尚未审结多于总计的为空';
comment on column mart.unit_year.review_rate is '复议率 = review_total / results_total';
comment on column mart.unit_year.review_correction_rate is '复议纠正率 = review_corrected / review_decided';
comment on column mart.unit_year.review_correction_rate_over_total is '复议纠正率（含未审结）= review_corrected / review_total';
comment on column mart.unit_year.direct_total is '行政诉讼（未经复议直接起诉）总计，件';
comment on column mart.unit_year.direct_corrected is '行政诉讼（未经复议直接起诉）结果纠正，件';
comment on column mart.unit_year.direct_pending is '行政诉讼（未经复议直接起诉）尚未审结，件';
comment on column mart.unit_year.after_review_total is '行政诉讼（复议后起诉）总计，件';
comment on column mart.unit_year.after_review_corrected is '行政诉讼（复议后起诉）结果纠正，件';
comment on column mart.unit_year.after_review_pending is '行政诉讼（复议后起诉）尚未审结，件';
comment on column mart.unit_year.litigation_total is '行政诉讼两类合计：总计，件；任一类为空则为空；2014 表式取行政诉讼数量';
comment on column mart.unit_year.litigation_corrected is '行政诉讼两类合计：结果纠正，件；任一类为空则为空；2014 表式取被依法纠错数';
comment on column mart.unit_year.litigation_pending is '行政诉讼两类合计：尚未审结，件；任一类为空则为空';
comment on column mart.unit_year.litigation_decided is '行政诉讼已审结 = litigation_total − litigation_pending，件；尚未审结多于总计的为空';
comment on column mart.unit_year.litigation_rate is '诉讼率 = litigation_total / results_total';
comment on column mart.unit_year.litigation_loss_rate is '败诉率 = litigation_corrected / litigation_decided';
comment on column mart.unit_year.litigation_loss_rate_over_total is '败诉率（含未审结）= litigation_corrected / litigation_total';
comment on column mart.unit_year.direct_suit_share is '直接起诉占比 = direct_total / litigation_total';
comment on column mart.unit_year.applications_per_unit is '同一上级各单位平均新收申请数 = peer_applications_received / peer_units';
comment on column mart.unit_year.peer_applications_received is '同一上级、同一年度各单位新收申请数合计，件；没有上级的单位为空';
comment on column mart.unit_year.peer_units is '同一上级、同一年度有新收申请数字的单位数；没有上级的单位为空';
comment on column mart.unit_year.per_10k_people is '每万人新收申请数 = applications_received / population × 10000；尚未导入人口数据，暂为空';
comment on column mart.unit_year.population is '人口数，per_10k_people 的分母；尚未导入人口数据，暂为空';
comment on column mart.unit_year.licensing_per_year is '行政许可处理决定数量，件';
comment on column mart.unit_year.penalty_per_year is '行政处罚处理决定数量，件';
comment on column mart.unit_year.coercion_per_year is '行政强制处理决定数量，件';
comment on column mart.unit_year.normative_issued is '行政规范性文件本年制发件数（2021 表式）';
comment on column mart.unit_year.normative_repealed is '行政规范性文件本年废止件数（2021 表式）';
comment on column mart.unit_year.normative_in_force is '行政规范性文件现行有效件数（2021 表式）';
comment on column mart.unit_year.normative_in_force_prev is '上一统计年度的行政规范性文件现行有效件数；上年没有年报或不是数字则为空';
comment on column mart.unit_year.normative_turnover is '规范性文件更替率 = normative_repealed / normative_in_force_prev';
comment on column mart.unit_year.fees_amount is '行政事业性收费本年收费金额（2021 表式），万元';
comment on column mart.unit_year.procurement_amount is '政府集中采购总金额（2019 表式），表式未印单位，数值照原文，单位见 mart.figure';
comment on column mart.unit_year.published_on is '发布日期：文中日期，没有则取列表页日期';
comment on column mart.unit_year.due_on is '发布时限；没有应发布记录时为空';
comment on column mart.unit_year.on_time_publication is '是否按时发布：published_on 不晚于 due_on；任一不明则为空';
comment on column mart.unit_year.days_late is '逾期天数，按时为 0；发布日期或时限不明则为空';
comment on column mart.unit_year.quality_score is '质量得分 = 100 − penalty_points，最低 0';
comment on column mart.unit_year.penalty_points is '不通过的检查项按严重程度扣分之和，每项只扣一次；权重见 core.check_weight（blocker 100，error 10，warning 3，info 0），可按考核办法修改';
comment on column mart.unit_year.text_similarity_prev is '第一、五部分与上年年报文字的相似度，0 至 1（五字片段的 Jaccard 系数）；无上年年报、文字过少不可比为空';
comment on column mart.unit_year.text_similarity_sibling is '第一、五部分与同一上级其他单位同年度年报文字的最高相似度，0 至 1；无可比的，或估计相去甚远而未逐字比较的为空';
comment on column mart.unit_year.coverage is '同一上级、同一年度的入库率 = coverage_parsed / coverage_expected';
comment on column mart.unit_year.coverage_parsed is '同一上级、同一年度应发布且已入库的单位数；没有上级的单位为空';
comment on column mart.unit_year.coverage_expected is '同一上级、同一年度应发布的单位数；没有上级的单位为空';
comment on column mart.unit_year.corrections is '现行有效的人工更正个数；0 表示各数字均为年报所载';
