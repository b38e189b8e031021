create view mart.coverage as
with unit_year as (
  select unit_id, report_year from core.expectation
  union
  select unit_id, report_year from core.report
  union
  select unit_id, report_year from core.unread_year
)
select
  s.parent_id,
  max(p.name) as parent_name,
  y.report_year,
  count(e.unit_id)::integer as expected,
  count(*) filter (where r.unit_id is not null or x.unit_id is not null)::integer as published,
  count(r.unit_id)::integer as parsed,
  count(*) filter (where r.public_on > e.due_on)::integer as late,
  count(*) filter (
    where e.due_on < (now() at time zone 'Asia/Shanghai')::date and r.unit_id is null and x.unit_id is null
  )::integer as missing,
  count(*) filter (where r.unit_id is not null and e.unit_id is not null)::integer as expected_parsed,
  core.rate(count(*) filter (where r.unit_id is not null and e.unit_id is not null), count(e.unit_id)) as coverage,
  count(*) filter (where x.unit_id is not null)::integer as unread,
  count(*) filter (
    where e.due_on >= (now() at time zone 'Asia/Shanghai')::date and r.unit_id is null and x.unit_id is null
  )::integer as not_yet_due,
  count(*) filter (where r.unit_id is not null and r.public_on is null)::integer as date_unknown,
  count(*) filter (where a.due_passed and a.proven)::integer as absence_proven,
  count(*) filter (where a.due_passed and not a.proven)::integer as absence_unproven,
  count(*) filter (where v.unit_id is not null)::integer as revised,
  count(*) filter (where g.unit_id is not null)::integer as unreachable,
  sum(r.new_received) as applications_received,
  count(r.new_received)::integer as applications_units,
  core.rate(sum(r.new_received), count(r.new_received)) as applications_per_unit
from unit_year y
join core.unit_span s on s.unit_id = y.unit_id
  and make_date(y.report_year, 12, 31) >= s.from_day and make_date(y.report_year, 12, 31) < s.to_day
left join core.unit_today p on p.unit_id = s.parent_id
left join core.expectation e on e.unit_id = y.unit_id and e.report_year = y.report_year
left join core.counted_report r on r.unit_id = y.unit_id and r.report_year = y.report_year
left join core.unread_year x on x.unit_id = y.unit_id and x.report_year = y.report_year
left join (
  select unit_id, report_year, bool_and(proven) as proven,
    bool_and(due_on < (now() at time zone 'Asia/Shanghai')::date) as due_passed
  from core.absence_by_source group by unit_id, report_year
) a on a.unit_id = y.unit_id and a.report_year = y.report_year
left join (
  select distinct unit_id, report_year from core.revision where same_address and figures_changed > 0
) v
   on v.unit_id = y.unit_id and v.report_year = y.report_year
left join (select distinct unit_id, report_year from core.unreachable) g
  on g.unit_id = y.unit_id and g.report_year = y.report_year
group by s.parent_id, y.report_year;

comment on view mart.coverage is '发布情况：一个上级单位一个统计年度一行，下级单位按统计年度末（12 月 31 日）的隶属关系归入';
comment on column mart.coverage.parent_id is '上级单位代码；没有上级的单位归入空值一行';
comment on column mart.coverage.parent_name is '上级单位现用名称';
comment on column mart.coverage.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.coverage.expected is '应发布的单位数';
comment on column mart.coverage.published is '已发布的单位数：有现行年报，或有尚未能读取的文件';
comment on column mart.coverage.parsed is '已入库现行年报的单位数';
comment on column mart.coverage.late is '逾期发布的单位数：发布日期晚于时限';
comment on column mart.coverage.missing is '时限已过而未发布的单位数';
comment on column mart.coverage.expected_parsed is '应发布且已入库的单位数，coverage 的分子';
comment on column mart.coverage.coverage is '入库率 = expected_parsed / expected；expected 为 0 时为空';
comment on column mart.coverage.unread is '有文件但未能成为年报的单位数（published − parsed）';
comment on column mart.coverage.not_yet_due is '时限未到且未发布的单位数';
comment on column mart.coverage.date_unknown is '发布日期不明的单位数';
comment on column mart.coverage.absence_proven is '未发布且能证明没有发布的单位数，见 mart.absence';
comment on column mart.coverage.absence_unproven is '未见年报但不能证明没有发布的单位数（missing − absence_proven）';
comment on column mart.coverage.revised is '发布后改动过数据的单位数，见 mart.revision';
comment on column mart.coverage.unreachable is '网页已无法访问的单位数（年报仍保留）';
comment on column mart.coverage.applications_received is '各单位新收申请数合计（只计有数字的单位）';
comment on column mart.coverage.applications_units is '有新收申请数字的单位数';
comment on column mart.coverage.applications_per_unit is '平均每单位新收申请数 = applications_received / applications_units';
