create view mart.compliance as
with outcome as (
  select r.unit_id, r.report_year, o.key as check_id, o.value as outcome
  from core.current_report r
  join core.outcome_set s on s.outcome_set_id = r.outcome_set_id
  cross join lateral jsonb_each_text(s.outcomes) o
  union all
  select c.unit_id, c.report_year, o.key, o.value
  from core.unit_year_checks c
  join core.outcome_set s on s.outcome_set_id = c.outcome_set_id
  cross join lateral jsonb_each_text(s.outcomes) o
  union all
  select unit_id, report_year, check_id, outcome from core.watch_outcome
)
select
  unit_id,
  report_year,
  check_id,
  case min(array_position(array['fail', 'uncertain', 'not_assessable', 'pass'], outcome))
    when 1 then 'fail' when 2 then 'uncertain' when 3 then 'not_assessable' when 4 then 'pass'
  end as outcome
from outcome
where check_id not in (select check_id from core.check_setting where severity = 'off')
group by unit_id, report_year, check_id;

comment on view mart.compliance is '检查结果：一个单位一个年度一项检查一行';
comment on column mart.compliance.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.compliance.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.compliance.check_id is '检查项代码';
comment on column mart.compliance.outcome is '判定：pass 通过，fail 不通过，uncertain 存疑，not_assessable 无法判定；同一检查多处适用时取最差的一处';
