-- Units of each area on 31 December of each year. Level parent: those directly below, governments too. County, city and
-- province: every organ, however deep; governments are left out, as the report of one covers its whole area
-- (条例第四十九、五十条) and would count twice.
create view core.area_unit as
select 'parent' as level, parent_id as area_id, unit_id, report_year, kind, existed from core.unit_place
where parent_id is not null
union all
select 'county', county_id, unit_id, report_year, kind, existed from core.unit_place
where county_id is not null and kind <> 'government'
union all
select 'city', city_id, unit_id, report_year, kind, existed from core.unit_place
where city_id is not null and kind <> 'government'
union all
select 'province', province_id, unit_id, report_year, kind, existed from core.unit_place
where province_id is not null and kind <> 'government';

-- How many units of how many.
create view core.area_count as
select
  a.level, a.area_id, a.report_year,
  count(*) filter (where a.existed or r.unit_id is not null)::integer as units,
  count(e.unit_id)::integer as expected,
  count(r.unit_id)::integer as reports
from core.area_unit a
left join core.expectation e on e.unit_id = a.unit_id and e.report_year = a.report_year
left join core.current_report r on r.unit_id = a.unit_id and r.report_year = a.report_year
group by a.level, a.area_id, a.report_year;

create view mart.area_measure as
with summed as (
  select
    a.level, a.area_id, a.report_year, m.measure,
    case when m.kind = 'count' then sum(v.value) else
      round(sum(v.numerator) filter (where v.denominator is not null)
        / nullif(sum(v.denominator) filter (where v.numerator is not null), 0), 6) end as value,
    sum(v.numerator) filter (where v.denominator is not null) as numerator,
    sum(v.denominator) filter (where v.numerator is not null) as denominator,
    count(*) filter (
      where case when m.kind = 'count' then v.value is not null
        else v.numerator is not null and v.denominator is not null end)::integer as units_counted
  from core.area_unit a
  join mart.unit_measure v on v.unit_id = a.unit_id and v.report_year = a.report_year
  join mart.measure m on m.measure = v.measure and m.rolls_up
  group by a.level, a.area_id, a.report_year, m.measure, m.kind
)
select
  s.level, s.area_id, u.name as area_name, s.report_year, s.measure, s.value, s.numerator, s.denominator,
  s.units_counted, c.reports, c.expected, c.units
from summed s
join core.area_count c on c.level = s.level and c.area_id = s.area_id and c.report_year = s.report_year
left join core.unit_today u on u.unit_id = s.area_id;

comment on view mart.area_measure is '地区年度度量（长表）：一级一个地区一个统计年度一个度量一行；分子分母各自相加后相除，绝不平均比率；只加分子分母都有的单位';
comment on column mart.area_measure.level is '级别：parent 直属下级各单位（含下级政府），county 县、city 地级、province 省内全部机关（不含政府本身，其年报涵盖全地区，计入则重复）';
comment on column mart.area_measure.area_id is '地区：上级单位或县、地、省级政府的单位代码';
comment on column mart.area_measure.area_name is '上级单位或政府现用名称';
comment on column mart.area_measure.report_year is '统计年度；隶属关系取当年 12 月 31 日';
comment on column mart.area_measure.measure is '度量代码，见 mart.measure';
comment on column mart.area_measure.value is '件数之和，或分子之和除以分母之和；没有一个单位有数字则为空';
comment on column mart.area_measure.numerator is '分子之和；件数为空';
comment on column mart.area_measure.denominator is '分母之和，即 n；件数为空';
comment on column mart.area_measure.units_counted is '计入的单位数（该度量有数字的）';
comment on column mart.area_measure.reports is '有现行年报的单位数';
comment on column mart.area_measure.expected is '应发布的单位数';
comment on column mart.area_measure.units is '当年末存续（或有年报）的单位数';

create view core.area_year as
select
  c.level, c.area_id, u.name as area_name, c.report_year, c.units, c.expected, c.reports,
  (max(m.value) filter (where m.measure = 'applications_received'))::bigint as applications_received,
  max(m.units_counted) filter (where m.measure = 'applications_received') as applications_received_units,
  (max(m.value) filter (where m.measure = 'carried_in'))::bigint as carried_in,
  max(m.units_counted) filter (where m.measure = 'carried_in') as carried_in_units,
  (max(m.value) filter (where m.measure = 'caseload'))::bigint as caseload,
  max(m.units_counted) filter (where m.measure = 'caseload') as caseload_units,
  (max(m.value) filter (where m.measure = 'granted'))::bigint as granted,
  max(m.units_counted) filter (where m.measure = 'granted') as granted_units,
  (max(m.value) filter (where m.measure = 'partially_granted'))::bigint as partially_granted,
  max(m.units_counted) filter (where m.measure = 'partially_granted') as partially_granted_units,
  (max(m.value) filter (where m.measure = 'disclosed_total'))::bigint as disclosed_total,
  max(m.units_counted) filter (where m.measure = 'disclosed_total') as disclosed_total_units,
  (max(m.value) filter (where m.measure = 'denied_total'))::bigint as denied_total,
  max(m.units_counted) filter (where m.measure = 'denied_total') as denied_total_units,
  (max(m.value) filter (where m.measure = 'unable_total'))::bigint as unable_total,
  max(m.units_counted) filter (where m.measure = 'unable_total') as unable_total_units,
  (max(m.value) filter (where m.measure = 'not_processed_total'))::bigint as not_processed_total,
  max(m.units_counted) filter (where m.measure = 'not_processed_total') as not_processed_total_units,
  (max(m.value) filter (where m.measure = 'other_total'))::bigint as other_total,
  max(m.units_counted) filter (where m.measure = 'other_total') as other_total_units,
  (max(m.value) filter (where m.measure = 'results_total'))::bigint as results_total,
  max(m.units_counted) filter (where m.measure = 'results_total') as results_total_units,
  (max(m.value) filter (where m.measure = 'carried_out'))::bigint as carried_out,
  max(m.units_counted) filter (where m.measure = 'carried_out') as carried_out_units,
  (max(m.value) filter (where m.measure = 'review_total'))::bigint as review_total,
  max(m.units_counted) filter (where m.measure = 'review_total') as review_total_units,
  (max(m.value) filter (where m.measure = 'review_corrected'))::bigint as review_corrected,
  max(m.units_counted) filter (where m.measure = 'review_corrected') as review_corrected_units,
  (max(m.value) filter (where m.measure = 'litigation_total'))::bigint as litigation_total,
  max(m.units_counted) filter (where m.measure = 'litigation_total') as litigation_total_units,
  (max(m.value) filter (where m.measure = 'litigation_corrected'))::bigint as litigation_corrected,
  max(m.units_counted) filter (where m.measure = 'litigation_corrected') as litigation_corrected_units,
  core.rate((max(m.value) filter (where m.measure = 'applications_received'))::bigint, max(m.units_counted) filter (where m.measure = 'applications_received')) as applications_per_unit,
  max(m.value) filter (where m.measure = 'disclosure_rate') as disclosure_rate,
  (max(m.numerator) filter (where m.measure = 'disclosure_rate'))::bigint as disclosure_rate_n,
  (max(m.denominator) filter (where m.measure = 'disclosure_rate'))::bigint as disclosure_rate_of,
  max(m.units_counted) filter (where m.measure = 'disclosure_rate') as disclosure_rate_units,
  max(m.value) filter (where m.measure = 'full_disclosure_rate') as full_disclosure_rate,
  (max(m.numerator) filter (where m.measure = 'full_disclosure_rate'))::bigint as full_disclosure_rate_n,
  (max(m.denominator) filter (where m.measure = 'full_disclosure_rate'))::bigint as full_disclosure_rate_of,
  max(m.units_counted) filter (where m.measure = 'full_disclosure_rate') as full_disclosure_rate_units,
  max(m.value) filter (where m.measure = 'denial_rate') as denial_rate,
  (max(m.numerator) filter (where m.measure = 'denial_rate'))::bigint as denial_rate_n,
  (max(m.denominator) filter (where m.measure = 'denial_rate'))::bigint as denial_rate_of,
  max(m.units_counted) filter (where m.measure = 'denial_rate') as denial_rate_units,
  max(m.value) filter (where m.measure = 'unable_rate') as unable_rate,
  (max(m.numerator) filter (where m.measure = 'unable_rate'))::bigint as unable_rate_n,
  (max(m.denominator) filter (where m.measure = 'unable_rate'))::bigint as unable_rate_of,
  max(m.units_counted) filter (where m.measure = 'unable_rate') as unable_rate_units,
  max(m.value) filter (where m.measure = 'not_processed_rate') as not_processed_rate,
  (max(m.numerator) filter (where m.measure = 'not_processed_rate'))::bigint as not_processed_rate_n,
  (max(m.denominator) filter (where m.measure = 'not_processed_rate'))::bigint as not_processed_rate_of,
  max(m.units_counted) filter (where m.measure = 'not_processed_rate') as not_processed_rate_units,
  max(m.value) filter (where m.measure = 'other_rate') as other_rate,
  (max(m.numerator) filter (where m.measure = 'other_rate'))::bigint as other_rate_n,
  (max(m.denominator) filter (where m.measure = 'other_rate'))::bigint as other_rate_of,
  max(m.units_counted) filter (where m.measure = 'other_rate') as other_rate_units,
  max(m.value) filter (where m.measure = 'substantive_denial_rate') as substantive_denial_rate,
  (max(m.numerator) filter (where m.measure = 'substantive_denial_rate'))::bigint as substantive_denial_rate_n,
  (max(m.denominator) filter (where m.measure = 'substantive_denial_rate'))::bigint as substantive_denial_rate_of,
  max(m.units_counted) filter (where m.measure = 'substantive_denial_rate') as substantive_denial_rate_units,
  max(m.value) filter (where m.measure = 'legal_vs_factual_refusal') as legal_vs_factual_refusal,
  (max(m.numerator) filter (where m.measure = 'legal_vs_factual_refusal'))::bigint as legal_vs_factual_refusal_n,
  (max(m.denominator) filter (where m.measure = 'legal_vs_factual_refusal'))::bigint as legal_vs_factual_refusal_of,
  max(m.units_counted) filter (where m.measure = 'legal_vs_factual_refusal') as legal_vs_factual_refusal_units,
  max(m.value) filter (where m.measure = 'clearance_rate') as clearance_rate,
  (max(m.numerator) filter (where m.measure = 'clearance_rate'))::bigint as clearance_rate_n,
  (max(m.denominator) filter (where m.measure = 'clearance_rate'))::bigint as clearance_rate_of,
  max(m.units_counted) filter (where m.measure = 'clearance_rate') as clearance_rate_units,
  max(m.value) filter (where m.measure = 'backlog_rate') as backlog_rate,
  (max(m.numerator) filter (where m.measure = 'backlog_rate'))::bigint as backlog_rate_n,
  (max(m.denominator) filter (where m.measure = 'backlog_rate'))::bigint as backlog_rate_of,
  max(m.units_counted) filter (where m.measure = 'backlog_rate') as backlog_rate_units,
  max(m.value) filter (where m.measure = 'natural_person_share') as natural_person_share,
  (max(m.numerator) filter (where m.measure = 'natural_person_share'))::bigint as natural_person_share_n,
  (max(m.denominator) filter (where m.measure = 'natural_person_share'))::bigint as natural_person_share_of,
  max(m.units_counted) filter (where m.measure = 'natural_person_share') as natural_person_share_units,
  max(m.value) filter (where m.measure = 'abusive_share') as abusive_share,
  (max(m.numerator) filter (where m.measure = 'abusive_share'))::bigint as abusive_share_n,
  (max(m.denominator) filter (where m.measure = 'abusive_share'))::bigint as abusive_share_of,
  max(m.units_counted) filter (where m.measure = 'abusive_share') as abusive_share_units,
  max(m.value) filter (where m.measure = 'review_rate') as review_rate,
  (max(m.numerator) filter (where m.measure = 'review_rate'))::bigint as review_rate_n,
  (max(m.denominator) filter (where m.measure = 'review_rate'))::bigint as review_rate_of,
  max(m.units_counted) filter (where m.measure = 'review_rate') as review_rate_units,
  max(m.value) filter (where m.measure = 'review_correction_rate') as review_correction_rate,
  (max(m.numerator) filter (where m.measure = 'review_correction_rate'))::bigint as review_correction_rate_n,
  (max(m.denominator) filter (where m.measure = 'review_correction_rate'))::bigint as review_correction_rate_of,
  max(m.units_counted) filter (where m.measure = 'review_correction_rate') as review_correction_rate_units,
  max(m.value) filter (where m.measure = 'review_correction_rate_over_total') as review_correction_rate_over_total,
  (max(m.numerator) filter (where m.measure = 'review_correction_rate_over_total'))::bigint as review_correction_rate_over_total_n,
  (max(m.denominator) filter (where m.measure = 'review_correction_rate_over_total'))::bigint as review_correction_rate_over_total_of,
  max(m.units_counted) filter (where m.measure = 'review_correction_rate_over_total') as review_correction_rate_over_total_units,
  max(m.value) filter (where m.measure = 'litigation_rate') as litigation_rate,
  (max(m.numerator) filter (where m.measure = 'litigation_rate'))::bigint as litigation_rate_n,
  (max(m.denominator) filter (where m.measure = 'litigation_rate'))::bigint as litigation_rate_of,
  max(m.units_counted) filter (where m.measure = 'litigation_rate') as litigation_rate_units,
  max(m.value) filter (where m.measure = 'litigation_loss_rate') as litigation_loss_rate,
  (max(m.numerator) filter (where m.measure = 'litigation_loss_rate'))::bigint as litigation_loss_rate_n,
  (max(m.denominator) filter (where m.measure = 'litigation_loss_rate'))::bigint as litigation_loss_rate_of,
  max(m.units_counted) filter (where m.measure = 'litigation_loss_rate') as litigation_loss_rate_units,
  max(m.value) filter (where m.measure = 'litigation_loss_rate_over_total') as litigation_loss_rate_over_total,
  (max(m.numerator) filter (where m.measure = 'litigation_loss_rate_over_total'))::bigint as litigation_loss_rate_over_total_n,
  (max(m.denominator) filter (where m.measure = 'litigation_loss_rate_over_total'))::bigint as litigation_loss_rate_over_total_of,
  max(m.units_counted) filter (where m.measure = 'litigation_loss_rate_over_total') as litigation_loss_rate_over_total_units,
  max(m.value) filter (where m.measure = 'direct_suit_share') as direct_suit_share,
  (max(m.numerator) filter (where m.measure = 'direct_suit_share'))::bigint as direct_suit_share_n,
  (max(m.denominator) filter (where m.measure = 'direct_suit_share'))::bigint as direct_suit_share_of,
  max(m.units_counted) filter (where m.measure = 'direct_suit_share') as direct_suit_share_units,
  max(m.value) filter (where m.measure = 'on_time_publication') as on_time_publication,
  (max(m.numerator) filter (where m.measure = 'on_time_publication'))::bigint as on_time_publication_n,
  (max(m.denominator) filter (where m.measure = 'on_time_publication'))::bigint as on_time_publication_of,
  max(m.units_counted) filter (where m.measure = 'on_time_publication') as on_time_publication_units
from core.area_count c
left join mart.area_measure m on m.level = c.level and m.area_id = c.area_id and m.report_year = c.report_year
left join core.unit_today u on u.unit_id = c.area_id
group by c.level, c.area_id, u.name, c.report_year, c.units, c.expected, c.reports;

create view mart.parent_year as
select area_id as parent_id, area_name as parent_name,
  report_year, units, expected, reports,
  applications_received, applications_received_units, carried_in, carried_in_units,
  caseload, caseload_units, granted, granted_units,
  partially_granted, partially_granted_units, disclosed_total, disclosed_total_units,
  denied_total, denied_total_units, unable_total, unable_total_units,
  not_processed_total, not_processed_total_units, other_total, other_total_units,
  results_total, results_total_units, carried_out, carried_out_units,
  review_total, review_total_units, review_corrected, review_corrected_units,
  litigation_total, litigation_total_units, litigation_corrected, litigation_corrected_units,
  applications_per_unit, disclosure_rate, disclosure_rate_n, disclosure_rate_of,
  disclosure_rate_units, full_disclosure_rate, full_disclosure_rate_n, full_disclosure_rate_of,
  full_disclosure_rate_units, denial_rate, denial_rate_n, denial_rate_of,
  denial_rate_units, unable_rate, unable_rate_n, unable_rate_of,
  unable_rate_units, not_processed_rate, not_processed_rate_n, not_processed_rate_of,
  not_processed_rate_units, other_rate, other_rate_n, other_rate_of,
  other_rate_units, substantive_denial_rate, substantive_denial_rate_n, substantive_denial_rate_of,
  substantive_denial_rate_units, legal_vs_factual_refusal, legal_vs_factual_refusal_n, legal_vs_factual_refusal_of,
  legal_vs_factual_refusal_units, clearance_rate, clearance_rate_n, clearance_rate_of,
  clearance_rate_units, backlog_rate, backlog_rate_n, backlog_rate_of,
  backlog_rate_units, natural_person_share, natural_person_share_n, natural_person_share_of,
  natural_person_share_units, abusive_share, abusive_share_n, abusive_share_of,
  abusive_share_units, review_rate, review_rate_n, review_rate_of,
  review_rate_units, review_correction_rate, review_correction_rate_n, review_correction_rate_of,
  review_correction_rate_units, review_correction_rate_over_total, review_correction_rate_over_total_n, review_correction_rate_over_total_of,
  review_correction_rate_over_total_units, litigation_rate, litigation_rate_n, litigation_rate_of,
  litigation_rate_units, litigation_loss_rate, litigation_loss_rate_n, litigation_loss_rate_of,
  litigation_loss_rate_units, litigation_loss_rate_over_total, litigation_loss_rate_over_total_n, litigation_loss_rate_over_total_of,
  litigation_loss_rate_over_total_units, direct_suit_share, direct_suit_share_n, direct_suit_share_of,
  direct_suit_share_units, on_time_publication, on_time_publication_n, on_time_publication_of,
  on_time_publication_units
from core.area_year where level = 'parent';

comment on view mart.parent_year is '上级单位年度汇总：一个上级单位一个统计年度一行，加总其直属各单位（含下级政府）；比率以分子分母之和相除';
comment on column mart.parent_year.parent_id is '上级单位代码';
comment on column mart.parent_year.parent_name is '上级单位名称';
create view mart.county_year as
select area_id as county_id, regexp_replace(area_name, '人民政府$', '') as county,
  report_year, units, expected, reports,
  applications_received, applications_received_units, carried_in, carried_in_units,
  caseload, caseload_units, granted, granted_units,
  partially_granted, partially_granted_units, disclosed_total, disclosed_total_units,
  denied_total, denied_total_units, unable_total, unable_total_units,
  not_processed_total, not_processed_total_units, other_total, other_total_units,
  results_total, results_total_units, carried_out, carried_out_units,
  review_total, review_total_units, review_corrected, review_corrected_units,
  litigation_total, litigation_total_units, litigation_corrected, litigation_corrected_units,
  applications_per_unit, disclosure_rate, disclosure_rate_n, disclosure_rate_of,
  disclosure_rate_units, full_disclosure_rate, full_disclosure_rate_n, full_disclosure_rate_of,
  full_disclosure_rate_units, denial_rate, denial_rate_n, denial_rate_of,
  denial_rate_units, unable_rate, unable_rate_n, unable_rate_of,
  unable_rate_units, not_processed_rate, not_processed_rate_n, not_processed_rate_of,
  not_processed_rate_units, other_rate, other_rate_n, other_rate_of,
  other_rate_units, substantive_denial_rate, substantive_denial_rate_n, substantive_denial_rate_of,
  substantive_denial_rate_units, legal_vs_factual_refusal, legal_vs_factual_refusal_n, legal_vs_factual_refusal_of,
  legal_vs_factual_refusal_units, clearance_rate, clearance_rate_n, clearance_rate_of,
  clearance_rate_units, backlog_rate, backlog_rate_n, backlog_rate_of,
  backlog_rate_units, natural_person_share, natural_person_share_n, natural_person_share_of,
  natural_person_share_units, abusive_share, abusive_share_n, abusive_share_of,
  abusive_share_units, review_rate, review_rate_n, review_rate_of,
  review_rate_units, review_correction_rate, review_correction_rate_n, review_correction_rate_of,
  review_correction_rate_units, review_correction_rate_over_total, review_correction_rate_over_total_n, review_correction_rate_over_total_of,
  review_correction_rate_over_total_units, litigation_rate, litigation_rate_n, litigation_rate_of,
  litigation_rate_units, litigation_loss_rate, litigation_loss_rate_n, litigation_loss_rate_of,
  litigation_loss_rate_units, litigation_loss_rate_over_total, litigation_loss_rate_over_total_n, litigation_loss_rate_over_total_of,
  litigation_loss_rate_over_total_units, direct_suit_share, direct_suit_share_n, direct_suit_share_of,
  direct_suit_share_units, on_time_publication, on_time_publication_n, on_time_publication_of,
  on_time_publication_units
from core.area_year where level = 'county';

comment on view mart.county_year is '县年度汇总：一个县（市、区）一个统计年度一行，加总县内全部机关（不含政府本身，其年报涵盖全地区）；比率以分子分母之和相除';
comment on column mart.county_year.county_id is '县级政府单位代码';
comment on column mart.county_year.county is '县级政府单位名称';
create view mart.city_year as
select area_id as city_id, regexp_replace(area_name, '人民政府$', '') as city,
  report_year, units, expected, reports,
  applications_received, applications_received_units, carried_in, carried_in_units,
  caseload, caseload_units, granted, granted_units,
  partially_granted, partially_granted_units, disclosed_total, disclosed_total_units,
  denied_total, denied_total_units, unable_total, unable_total_units,
  not_processed_total, not_processed_total_units, other_total, other_total_units,
  results_total, results_total_units, carried_out, carried_out_units,
  review_total, review_total_units, review_corrected, review_corrected_units,
  litigation_total, litigation_total_units, litigation_corrected, litigation_corrected_units,
  applications_per_unit, disclosure_rate, disclosure_rate_n, disclosure_rate_of,
  disclosure_rate_units, full_disclosure_rate, full_disclosure_rate_n, full_disclosure_rate_of,
  full_disclosure_rate_units, denial_rate, denial_rate_n, denial_rate_of,
  denial_rate_units, unable_rate, unable_rate_n, unable_rate_of,
  unable_rate_units, not_processed_rate, not_processed_rate_n, not_processed_rate_of,
  not_processed_rate_units, other_rate, other_rate_n, other_rate_of,
  other_rate_units, substantive_denial_rate, substantive_denial_rate_n, substantive_denial_rate_of,
  substantive_denial_rate_units, legal_vs_factual_refusal, legal_vs_factual_refusal_n, legal_vs_factual_refusal_of,
  legal_vs_factual_refusal_units, clearance_rate, clearance_rate_n, clearance_rate_of,
  clearance_rate_units, backlog_rate, backlog_rate_n, backlog_rate_of,
  backlog_rate_units, natural_person_share, natural_person_share_n, natural_person_share_of,
  natural_person_share_units, abusive_share, abusive_share_n, abusive_share_of,
  abusive_share_units, review_rate, review_rate_n, review_rate_of,
  review_rate_units, review_correction_rate, review_correction_rate_n, review_correction_rate_of,
  review_correction_rate_units, review_correction_rate_over_total, review_correction_rate_over_total_n, review_correction_rate_over_total_of,
  review_correction_rate_over_total_units, litigation_rate, litigation_rate_n, litigation_rate_of,
  litigation_rate_units, litigation_loss_rate, litigation_loss_rate_n, litigation_loss_rate_of,
  litigation_loss_rate_units, litigation_loss_rate_over_total, litigation_loss_rate_over_total_n, litigation_loss_rate_over_total_of,
  litigation_loss_rate_over_total_units, direct_suit_share, direct_suit_share_n, direct_suit_share_of,
  direct_suit_share_units, on_time_publication, on_time_publication_n, on_time_publication_of,
  on_time_publication_units
from core.area_year where level = 'city';

comment on view mart.city_year is '地级市年度汇总：一个地级市（州、盟）一个统计年度一行，加总市内全部机关（不含政府本身，其年报涵盖全地区）；比率以分子分母之和相除';
comment on column mart.city_year.city_id is '地级政府单位代码';
comment on column mart.city_year.city is '地级政府单位名称';
create view mart.province_year as
select area_id as province_id, regexp_replace(area_name, '人民政府$', '') as province,
  report_year, units, expected, reports,
  applications_received, applications_received_units, carried_in, carried_in_units,
  caseload, caseload_units, granted, granted_units,
  partially_granted, partially_granted_units, disclosed_total, disclosed_total_units,
  denied_total, denied_total_units, unable_total, unable_total_units,
  not_processed_total, not_processed_total_units, other_total, other_total_units,
  results_total, results_total_units, carried_out, carried_out_units,
  review_total, review_total_units, review_corrected, review_corrected_units,
  litigation_total, litigation_total_units, litigation_corrected, litigation_corrected_units,
  applications_per_unit, disclosure_rate, disclosure_rate_n, disclosure_rate_of,
  disclosure_rate_units, full_disclosure_rate, full_disclosure_rate_n, full_disclosure_rate_of,
  full_disclosure_rate_units, denial_rate, denial_rate_n, denial_rate_of,
  denial_rate_units, unable_rate, unable_rate_n, unable_rate_of,
  unable_rate_units, not_processed_rate, not_processed_rate_n, not_processed_rate_of,
  not_processed_rate_units, other_rate, other_rate_n, other_rate_of,
  other_rate_units, substantive_denial_rate, substantive_denial_rate_n, substantive_denial_rate_of,
  substantive_denial_rate_units, legal_vs_factual_refusal, legal_vs_factual_refusal_n, legal_vs_factual_refusal_of,
  legal_vs_factual_refusal_units, clearance_rate, clearance_rate_n, clearance_rate_of,
  clearance_rate_units, backlog_rate, backlog_rate_n, backlog_rate_of,
  backlog_rate_units, natural_person_share, natural_person_share_n, natural_person_share_of,
  natural_person_share_units, abusive_share, abusive_share_n, abusive_share_of,
  abusive_share_units, review_rate, review_rate_n, review_rate_of,
  review_rate_units, review_correction_rate, review_correction_rate_n, review_correction_rate_of,
  review_correction_rate_units, review_correction_rate_over_total, review_correction_rate_over_total_n, review_correction_rate_over_total_of,
  review_correction_rate_over_total_units, litigation_rate, litigation_rate_n, litigation_rate_of,
  litigation_rate_units, litigation_loss_rate, litigation_loss_rate_n, litigation_loss_rate_of,
  litigation_loss_rate_units, litigation_loss_rate_over_total, litigation_loss_rate_over_total_n, litigation_loss_rate_over_total_of,
  litigation_loss_rate_over_total_units, direct_suit_share, direct_suit_share_n, direct_suit_share_of,
  direct_suit_share_units, on_time_publication, on_time_publication_n, on_time_publication_of,
  on_time_publication_units
from core.area_year where level = 'province';

comment on view mart.province_year is '省年度汇总：一个省（自治区、直辖市）一个统计年度一行，加总省内全部机关（不含政府本身，其年报涵盖全地区）；比率以分子分母之和相除';
comment on column mart.province_year.province_id is '省级政府单位代码';
comment on column mart.province_year.province is '省级政府单位名称';
-- The four have the same columns, and the same to say of them.
do $comments$
declare
  said record;
  area text;
begin
  for said in select * from (values
    ('report_year', '统计年度；隶属关系取当年 12 月 31 日'),
    ('units', '当年末存续（或有年报）的单位数'),
    ('expected', '应发布的单位数'),
    ('reports', '有现行年报的单位数'),
    ('applications_received', '新收政府信息公开申请数之和，件；只计有数字的单位'),
    ('applications_received_units', 'applications_received 计入的单位数'),
    ('carried_in', '上年结转申请数之和，件；只计有数字的单位'),
    ('carried_in_units', 'carried_in 计入的单位数'),
    ('caseload', '受理总量之和，件；只计有数字的单位'),
    ('caseload_units', 'caseload 计入的单位数'),
    ('granted', '予以公开之和，件；只计有数字的单位'),
    ('granted_units', 'granted 计入的单位数'),
    ('partially_granted', '部分公开之和，件；只计有数字的单位'),
    ('partially_granted_units', 'partially_granted 计入的单位数'),
    ('disclosed_total', '予以公开与部分公开合计之和，件；只计有数字的单位'),
    ('disclosed_total_units', 'disclosed_total 计入的单位数'),
    ('denied_total', '不予公开之和，件；只计有数字的单位'),
    ('denied_total_units', 'denied_total 计入的单位数'),
    ('unable_total', '无法提供之和，件；只计有数字的单位'),
    ('unable_total_units', 'unable_total 计入的单位数'),
    ('not_processed_total', '不予处理之和，件；只计有数字的单位'),
    ('not_processed_total_units', 'not_processed_total 计入的单位数'),
    ('other_total', '其他处理之和，件；只计有数字的单位'),
    ('other_total_units', 'other_total 计入的单位数'),
    ('results_total', '办理结果总计之和，件；只计有数字的单位'),
    ('results_total_units', 'results_total 计入的单位数'),
    ('carried_out', '结转下年度继续办理之和，件；只计有数字的单位'),
    ('carried_out_units', 'carried_out 计入的单位数'),
    ('review_total', '行政复议总计之和，件；只计有数字的单位'),
    ('review_total_units', 'review_total 计入的单位数'),
    ('review_corrected', '行政复议结果纠正之和，件；只计有数字的单位'),
    ('review_corrected_units', 'review_corrected 计入的单位数'),
    ('litigation_total', '行政诉讼总计之和，件；只计有数字的单位'),
    ('litigation_total_units', 'litigation_total 计入的单位数'),
    ('litigation_corrected', '行政诉讼结果纠正之和，件；只计有数字的单位'),
    ('litigation_corrected_units', 'litigation_corrected 计入的单位数'),
    ('applications_per_unit', '平均每单位新收申请数 = applications_received / applications_received_units'),
    ('disclosure_rate', '公开率 = disclosure_rate_n / disclosure_rate_of'),
    ('disclosure_rate_n', 'disclosure_rate 的分子：disclosed_total 之和，只计分子分母都有的单位'),
    ('disclosure_rate_of', 'disclosure_rate 的分母（n）：results_total 之和，范围同上'),
    ('disclosure_rate_units', 'disclosure_rate 计入的单位数'),
    ('full_disclosure_rate', '全部公开率 = full_disclosure_rate_n / full_disclosure_rate_of'),
    ('full_disclosure_rate_n', 'full_disclosure_rate 的分子：granted 之和，只计分子分母都有的单位'),
    ('full_disclosure_rate_of', 'full_disclosure_rate 的分母（n）：results_total 之和，范围同上'),
    ('full_disclosure_rate_units', 'full_disclosure_rate 计入的单位数'),
    ('denial_rate', '不予公开率 = denial_rate_n / denial_rate_of'),
    ('denial_rate_n', 'denial_rate 的分子：denied_total 之和，只计分子分母都有的单位'),
    ('denial_rate_of', 'denial_rate 的分母（n）：results_total 之和，范围同上'),
    ('denial_rate_units', 'denial_rate 计入的单位数'),
    ('unable_rate', '无法提供率 = unable_rate_n / unable_rate_of'),
    ('unable_rate_n', 'unable_rate 的分子：unable_total 之和，只计分子分母都有的单位'),
    ('unable_rate_of', 'unable_rate 的分母（n）：results_total 之和，范围同上'),
    ('unable_rate_units', 'unable_rate 计入的单位数'),
    ('not_processed_rate', '不予处理率 = not_processed_rate_n / not_processed_rate_of'),
    ('not_processed_rate_n', 'not_processed_rate 的分子：not_processed_total 之和，只计分子分母都有的单位'),
    ('not_processed_rate_of', 'not_processed_rate 的分母（n）：results_total 之和，范围同上'),
    ('not_processed_rate_units', 'not_processed_rate 计入的单位数'),
    ('other_rate', '其他处理率 = other_rate_n / other_rate_of'),
    ('other_rate_n', 'other_rate 的分子：other_total 之和，只计分子分母都有的单位'),
    ('other_rate_of', 'other_rate 的分母（n）：results_total 之和，范围同上'),
    ('other_rate_units', 'other_rate 计入的单位数'),
    ('substantive_denial_rate', '实质拒绝率 = substantive_denial_rate_n / substantive_denial_rate_of'),
    ('substantive_denial_rate_n', 'substantive_denial_rate 的分子：denied_total 之和，只计分子分母都有的单位'),
    ('substantive_denial_rate_of', 'substantive_denial_rate 的分母（n）：substantive_total 之和，范围同上'),
    ('substantive_denial_rate_units', 'substantive_denial_rate 计入的单位数'),
    ('legal_vs_factual_refusal', '法定理由占比 = legal_vs_factual_refusal_n / legal_vs_factual_refusal_of'),
    ('legal_vs_factual_refusal_n', 'legal_vs_factual_refusal 的分子：denied_total 之和，只计分子分母都有的单位'),
    ('legal_vs_factual_refusal_of', 'legal_vs_factual_refusal 的分母（n）：refused_total 之和，范围同上'),
    ('legal_vs_factual_refusal_units', 'legal_vs_factual_refusal 计入的单位数'),
    ('clearance_rate', '办结率 = clearance_rate_n / clearance_rate_of'),
    ('clearance_rate_n', 'clearance_rate 的分子：results_total 之和，只计分子分母都有的单位'),
    ('clearance_rate_of', 'clearance_rate 的分母（n）：caseload 之和，范围同上'),
    ('clearance_rate_units', 'clearance_rate 计入的单位数'),
    ('backlog_rate', '结转率 = backlog_rate_n / backlog_rate_of'),
    ('backlog_rate_n', 'backlog_rate 的分子：carried_out 之和，只计分子分母都有的单位'),
    ('backlog_rate_of', 'backlog_rate 的分母（n）：caseload 之和，范围同上'),
    ('backlog_rate_units', 'backlog_rate 计入的单位数'),
    ('natural_person_share', '自然人占比 = natural_person_share_n / natural_person_share_of'),
    ('natural_person_share_n', 'natural_person_share 的分子：natural_person_received 之和，只计分子分母都有的单位'),
    ('natural_person_share_of', 'natural_person_share 的分母（n）：applications_received 之和，范围同上'),
    ('natural_person_share_units', 'natural_person_share 计入的单位数'),
    ('abusive_share', '非正常申请占比 = abusive_share_n / abusive_share_of'),
    ('abusive_share_n', 'abusive_share 的分子：abusive_total 之和，只计分子分母都有的单位'),
    ('abusive_share_of', 'abusive_share 的分母（n）：results_total 之和，范围同上'),
    ('abusive_share_units', 'abusive_share 计入的单位数'),
    ('review_rate', '复议率 = review_rate_n / review_rate_of'),
    ('review_rate_n', 'review_rate 的分子：review_total 之和，只计分子分母都有的单位'),
    ('review_rate_of', 'review_rate 的分母（n）：results_total 之和，范围同上'),
    ('review_rate_units', 'review_rate 计入的单位数'),
    ('review_correction_rate', '复议纠正率 = review_correction_rate_n / review_correction_rate_of'),
    ('review_correction_rate_n', 'review_correction_rate 的分子：review_corrected 之和，只计分子分母都有的单位'),
    ('review_correction_rate_of', 'review_correction_rate 的分母（n）：review_decided 之和，范围同上'),
    ('review_correction_rate_units', 'review_correction_rate 计入的单位数'),
    ('review_correction_rate_over_total', '复议纠正率（含未审结） = review_correction_rate_over_total_n / review_correction_rate_over_total_of'),
    ('review_correction_rate_over_total_n', 'review_correction_rate_over_total 的分子：review_corrected 之和，只计分子分母都有的单位'),
    ('review_correction_rate_over_total_of', 'review_correction_rate_over_total 的分母（n）：review_total 之和，范围同上'),
    ('review_correction_rate_over_total_units', 'review_correction_rate_over_total 计入的单位数'),
    ('litigation_rate', '诉讼率 = litigation_rate_n / litigation_rate_of'),
    ('litigation_rate_n', 'litigation_rate 的分子：litigation_total 之和，只计分子分母都有的单位'),
    ('litigation_rate_of', 'litigation_rate 的分母（n）：results_total 之和，范围同上'),
    ('litigation_rate_units', 'litigation_rate 计入的单位数'),
    ('litigation_loss_rate', '败诉率 = litigation_loss_rate_n / litigation_loss_rate_of'),
    ('litigation_loss_rate_n', 'litigation_loss_rate 的分子：litigation_corrected 之和，只计分子分母都有的单位'),
    ('litigation_loss_rate_of', 'litigation_loss_rate 的分母（n）：litigation_decided 之和，范围同上'),
    ('litigation_loss_rate_units', 'litigation_loss_rate 计入的单位数'),
    ('litigation_loss_rate_over_total', '败诉率（含未审结） = litigation_loss_rate_over_total_n / litigation_loss_rate_over_total_of'),
    ('litigation_loss_rate_over_total_n', 'litigation_loss_rate_over_total 的分子：litigation_corrected 之和，只计分子分母都有的单位'),
    ('litigation_loss_rate_over_total_of', 'litigation_loss_rate_over_total 的分母（n）：litigation_total 之和，范围同上'),
    ('litigation_loss_rate_over_total_units', 'litigation_loss_rate_over_total 计入的单位数'),
    ('direct_suit_share', '直接起诉占比 = direct_suit_share_n / direct_suit_share_of'),
    ('direct_suit_share_n', 'direct_suit_share 的分子：direct_total 之和，只计分子分母都有的单位'),
    ('direct_suit_share_of', 'direct_suit_share 的分母（n）：litigation_total 之和，范围同上'),
    ('direct_suit_share_units', 'direct_suit_share 计入的单位数'),
    ('on_time_publication', '按时发布率 = on_time_publication_n / on_time_publication_of'),
    ('on_time_publication_n', 'on_time_publication 的分子：按时发布的单位 之和，只计分子分母都有的单位'),
    ('on_time_publication_of', 'on_time_publication 的分母（n）：发布日期和时限均已知的单位 之和，范围同上'),
    ('on_time_publication_units', 'on_time_publication 计入的单位数')
  ) c (name, words) loop
    foreach area in array array['parent_year', 'county_year', 'city_year', 'province_year'] loop
      execute format('comment on column mart.%I.%I is %L', area, said.name, said.words);
    end loop;
  end loop;
end $comments$;
