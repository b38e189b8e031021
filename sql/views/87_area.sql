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
-- A year of which no report is in has its rows too: none of so many is an answer.
select
  c.level, c.area_id, u.name as area_name, c.report_year, m.measure, s.value, s.numerator, s.denominator,
  coalesce(s.units_counted, 0) as units_counted, c.reports, c.expected, c.units
from core.area_count c
join mart.measure m on m.rolls_up
left join summed s
  on s.level = c.level and s.area_id = c.area_id and s.report_year = c.report_year and s.measure = m.measure
left join core.unit_today u on u.unit_id = c.area_id;

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

-- The wide form, for each level the same columns: what mart.area_measure has as rows. They are listed once, here; their
-- labels and what a rate is made of are those of mart.measure.
do $views$
declare
  counts constant text[] := array[
        'applications_received', 'carried_in', 'caseload', 'granted', 'partially_granted', 'disclosed_total',
        'denied_total', 'unable_total', 'not_processed_total', 'other_total', 'results_total', 'carried_out',
        'review_total', 'review_corrected', 'litigation_total', 'litigation_corrected'
  ];
  rates constant text[] := array[
        'disclosure_rate', 'full_disclosure_rate', 'denial_rate', 'unable_rate', 'not_processed_rate', 'other_rate',
        'substantive_denial_rate', 'legal_vs_factual_refusal', 'clearance_rate', 'backlog_rate',
        'natural_person_share', 'abusive_share', 'review_rate', 'review_correction_rate',
        'review_correction_rate_over_total', 'litigation_rate', 'litigation_loss_rate',
        'litigation_loss_rate_over_total', 'direct_suit_share', 'on_time_publication'
  ];
  own text;
  columns text;
  area record;
  said record;
begin
  select string_agg(format(
    '(max(m.value) filter (where m.measure = %1$L))::bigint as %1$I,
     max(m.units_counted) filter (where m.measure = %1$L) as %2$I', name, name || '_units'), ', ' order by place)
  into own from unnest(counts) with ordinality c(name, place);
  own := own || ', core.rate(
    (max(m.value) filter (where m.measure = ''applications_received''))::bigint,
    max(m.units_counted) filter (where m.measure = ''applications_received'')) as applications_per_unit, ';
  select own || string_agg(format(
    'max(m.value) filter (where m.measure = %1$L) as %1$I,
     (max(m.numerator) filter (where m.measure = %1$L))::bigint as %2$I,
     (max(m.denominator) filter (where m.measure = %1$L))::bigint as %3$I,
     max(m.units_counted) filter (where m.measure = %1$L) as %4$I',
    name, name || '_n', name || '_of', name || '_units'), ', ' order by place)
  into own from unnest(rates) with ordinality r(name, place);
  execute format('create view core.area_year as
    select c.level, c.area_id, u.name as area_name, c.report_year, c.units, c.expected, c.reports, %s
    from core.area_count c
    left join mart.area_measure m on m.level = c.level and m.area_id = c.area_id and m.report_year = c.report_year
    left join core.unit_today u on u.unit_id = c.area_id
    group by c.level, c.area_id, u.name, c.report_year, c.units, c.expected, c.reports', own);

  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
  from pg_attribute where attrelid = 'core.area_year'::regclass and attnum > 3;
  for area in select * from (values
    ('parent', 'parent_name', 'area_name', '上级单位代码', '上级单位名称',
      '上级单位年度汇总：一个上级单位一个统计年度一行，加总其直属各单位（含下级政府）'),
    ('county', 'county', 'regexp_replace(area_name, ''人民政府$'', '''')', '县级政府单位代码', '县级政府单位名称',
      '县年度汇总：一个县（市、区）一个统计年度一行，加总县内全部机关（不含政府本身，其年报涵盖全地区）'),
    ('city', 'city', 'regexp_replace(area_name, ''人民政府$'', '''')', '地级政府单位代码', '地级政府单位名称',
      '地级市年度汇总：一个地级市（州、盟）一个统计年度一行，加总市内全部机关（不含政府本身，其年报涵盖全地区）'),
    ('province', 'province', 'regexp_replace(area_name, ''人民政府$'', '''')', '省级政府单位代码', '省级政府单位名称',
      '省年度汇总：一个省（自治区、直辖市）一个统计年度一行，加总省内全部机关（不含政府本身，其年报涵盖全地区）')
  ) a (level, name_column, name, id_words, name_words, words) loop
    execute format('create view mart.%1$I as select area_id as %2$I, %3$s as %4$I, %5$s from core.area_year where level = %6$L',
      area.level || '_year', area.level || '_id', area.name, area.name_column, columns, area.level);
    execute format('comment on view mart.%I is %L', area.level || '_year', area.words || '；比率以分子分母之和相除');
    execute format('comment on column mart.%I.%I is %L', area.level || '_year', area.level || '_id', area.id_words);
    execute format('comment on column mart.%I.%I is %L', area.level || '_year', area.name_column, area.name_words);
    for said in
      select * from (values
        ('report_year', '统计年度；隶属关系取当年 12 月 31 日'),
        ('units', '当年末存续（或有年报）的单位数'),
        ('expected', '应发布的单位数'),
        ('reports', '有现行年报的单位数'),
        ('applications_per_unit', '平均每单位新收申请数 = applications_received / applications_received_units')
      ) fixed (name, words)
      union all
      select measure || own_column.suffix, own_column.words
      from mart.measure, lateral (values
        ('', label_zh || '之和，件；只计有数字的单位'),
        ('_units', measure || ' 计入的单位数')
      ) own_column (suffix, words) where measure = any(counts)
      union all
      select measure || own_column.suffix, own_column.words
      from mart.measure, lateral (values
        ('', format('%s = %s_n / %2$s_of', label_zh, measure)),
        ('_n', format('%s 的分子：%s 之和，只计分子分母都有的单位', measure, numerator)),
        ('_of', format('%s 的分母（n）：%s 之和，范围同上', measure, denominator)),
        ('_units', measure || ' 计入的单位数')
      ) own_column (suffix, words) where measure = any(rates)
    loop
      execute format('comment on column mart.%I.%I is %L', area.level || '_year', said.name, said.words);
    end loop;
  end loop;
end $views$;
