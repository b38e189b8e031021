-- Unit by unit: a program that looks at the first rows, as they all do, has them without waiting for every unit's. No "with" at
-- the top: the planner would work out every unit before it looks which are asked for (unit_id in (select …)).
create view mart.series as
select n.unit_id, line.*
from core.unit n
left join (
  select unit_id, array_agg(happened_on) as days from core.unit_change where breaks group by unit_id
) b on b.unit_id = n.unit_id
cross join lateral (
  with printed as (
    select
      c.unit_id, c.report_year, c.template, t.series,
      case when s.by_applicant then coalesce(c.applicant, 'total') else c.applicant end as applicant,
      t.form,
      case when count(c.counted_value) = t.terms then sum(c.counted_value) end as value,
      case when count(c.value) = t.terms then sum(c.value) end as reported_value,
      case when min(c.unit) = max(c.unit) then min(c.unit) end as unit
    from core.current_cell c
    join core.series_term t on t.form_table = c.form_table and t.indicator = c.indicator
    join core.series s on s.series = t.series
    where c.part = 0 and c.unit_id = n.unit_id
    group by c.unit_id, c.report_year, c.template, t.series, 5, t.form, t.terms
  ),
  -- A report that prints the same table of two forms counts by the form of its other tables.
  one as (
    select distinct on (unit_id, report_year, series, applicant) *
    from printed
    order by unit_id, report_year, series, applicant, (form = template) desc nulls last, form desc
  ),
  step as (
    select
      o.*,
      lag(o.report_year) over w as previous_year,
      lag(o.form) over w as previous_form,
      lag(o.value) over w as previous_value,
      lag(o.unit) over w as previous_unit
    from one o
    window w as (partition by o.unit_id, o.series, o.applicant order by o.report_year)
  ),
  graded as (
    select
      p.*,
      case
        when p.previous_year is null then null
        when p.unit is distinct from p.previous_unit then 'C'
        when p.form = p.previous_form then 'A'
        else g.grade
      end as comparability,
      exists (
        select from unnest(b.days) day
        where day > make_date(p.previous_year, 12, 31) and day <= make_date(p.report_year, 12, 31)
      ) as unit_changed
    from step p
    left join core.series_grade g
      on g.series = p.series and g.from_form = p.previous_form and g.to_form = p.form
  )
  select
    g.report_year, g.series, g.applicant, s.label_zh, g.value, g.reported_value, g.unit, g.form,
    g.previous_year, g.previous_form, g.previous_value, g.comparability,
    g.unit_changed,
    coalesce(g.comparability <> 'A' or g.unit_changed, false) as series_break,
    (1 + count(*) filter (where g.comparability <> 'A' or g.unit_changed) over (
      partition by g.unit_id, g.series, g.applicant order by g.report_year))::integer as line_no
  from graded g
  join core.series s on s.series = g.series
) line;
comment on view mart.series is '历年序列：一个单位一个序列一类申请人一个统计年度一行，各表式中同一口径或相近口径的指标接成一个序列，并逐年注明可比性';
comment on column mart.series.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.series.report_year is '统计年度；没有年报的年度没有行，图上应留空';
comment on column mart.series.series is '序列代码：较新表式的指标代码，或几个指标之和的名称，见 mart.comparability';
comment on column mart.series.applicant is '申请人类型代码（表三各列）；2014 表式没有申请人类型，记作 total；其他表为空';
comment on column mart.series.label_zh is '序列中文名称';
comment on column mart.series.value is '数值：有人工更正时取更正值；由几个指标相加的，任一个不是数字则为空；绝不以 0 代空';
comment on column mart.series.reported_value is '年报所载数值（同上相加）';
comment on column mart.series.unit is '计量单位；原文未写明为空';
comment on column mart.series.form is '数值所在表的表式（按表，不按年度：年报可能混用新旧表）；表四 2019、2021 相同，记作 t2019';
comment on column mart.series.previous_year is '该单位该序列上一个有行的统计年度；不一定是上年';
comment on column mart.series.previous_form is '上一个有行年度的表式';
comment on column mart.series.previous_value is '上一个有行年度的数值';
comment on column mart.series.comparability is '与上一个有行年度的可比性：A 同一口径，B 口径相近，C 不可比（计量单位不同）；首行为空';
comment on column mart.series.unit_changed is '其间单位是否更名、变更建制、合并或分立，见 mart.unit_event';
comment on column mart.series.series_break is '序列断点：可比性不是 A，或其间单位有变更';
comment on column mart.series.line_no is '连线编号：断点之后加 1；按（单位、序列、申请人、line_no）分组画线，不会跨断点相连';

create view mart.comparability as
select
  g.series,
  coalesce(s.label_zh, i.label_zh) as label_zh,
  g.from_form, g.to_form, g.grade, g.from_indicators, g.to_indicators, g.note
from core.series_grade g
left join core.series s on s.series = g.series
left join core.indicator i on i.indicator = g.series;

comment on view mart.comparability is '跨表式可比性：一个序列一对表式一行';
comment on column mart.comparability.series is '序列代码';
comment on column mart.comparability.label_zh is '序列中文名称';
comment on column mart.comparability.from_form is '由何表式';
comment on column mart.comparability.to_form is '到何表式';
comment on column mart.comparability.grade is 'A 同一口径，B 口径相近（接成一个序列，标断点），C 不可比（不接）';
comment on column mart.comparability.from_indicators is '前一表式中相加的指标';
comment on column mart.comparability.to_indicators is '后一表式中相加的指标';
comment on column mart.comparability.note is '说明';
