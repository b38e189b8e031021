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

-- Every measure that rolls up, a sum a column: of a count its sum (NAME) and how many units have it (NAME_units); of all
-- else NAME_n over NAME_of and how many units have both. The columns of mart.unit_year are added up themselves: as rows of
-- mart.unit_measure the same took several times as long. What a measure is made of is told by mart.measure; where it tells
-- it in words, numerator and denominator are the measure itself and how many units have it.
do $sums$
declare
  sums text;
  measures text;
begin
  with made as (
    select m.measure, m.ordinal, m.kind = 'count' as counted, m.measure || '_n' as numerator, m.measure || '_of' as denominator,
      m.measure || '_units' as units,
      case when c.attname is null then format('u.%I::integer', m.measure) else format('u.%I', m.numerator) end as n,
      case when c.attname is null then format('case when u.%I is not null then 1 end', m.measure)
        else format('u.%I', m.denominator) end as d
    from mart.measure m
    left join pg_attribute c on c.attrelid = 'mart.unit_year'::regclass and c.attname = m.numerator
    where m.rolls_up
  )
  select
    string_agg(case when counted then format('sum(u.%1$I) as %1$I, count(u.%1$I)::integer as %2$I', measure, units)
      else format('sum(%1$s) filter (where %2$s is not null) as %3$I, sum(%2$s) filter (where %1$s is not null) as %4$I,
        count(*) filter (where %1$s is not null and %2$s is not null)::integer as %5$I',
        n, d, numerator, denominator, units) end, ', ' order by ordinal),
    string_agg(case when counted then format('(%1$L, s.%1$I::numeric, null, null, s.%2$I)', measure, units)
      else format('(%L, round(s.%2$I::numeric / nullif(s.%3$I, 0), 6), s.%2$I::numeric, s.%3$I::numeric, s.%4$I)',
        measure, numerator, denominator, units) end, ', ' order by ordinal)
  into sums, measures from made;
  execute 'create view core.area_sum as
    select a.level, a.area_id, a.report_year, ' || sums || '
    from core.area_unit a
    join mart.unit_year u on u.unit_id = a.unit_id and u.report_year = a.report_year
    group by a.level, a.area_id, a.report_year';
  -- A year of which no report is in has its rows too: none of so many is an answer.
  execute 'create view mart.area_measure as
    select c.level, c.area_id, u.name as area_name, c.report_year, m.measure, m.value, m.numerator, m.denominator,
      coalesce(m.units_counted, 0) as units_counted, c.reports, c.expected, c.units
    from core.area_count c
    left join core.area_sum s on s.level = c.level and s.area_id = c.area_id and s.report_year = c.report_year
    left join core.unit_today u on u.unit_id = c.area_id
    cross join lateral (values ' || measures || ') m (measure, value, numerator, denominator, units_counted)';
end $sums$;

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
  select string_agg(format('s.%1$I::bigint as %1$I, coalesce(s.%2$I, 0) as %2$I', name, name || '_units'), ', ' order by place)
    || ', core.rate(s.applications_received::bigint, s.applications_received_units) as applications_per_unit, '
  into own from unnest(counts) with ordinality c(name, place);
  select own || string_agg(format(
    'round(s.%2$I::numeric / nullif(s.%3$I, 0), 6) as %1$I, s.%2$I::bigint as %2$I, s.%3$I::bigint as %3$I,
     coalesce(s.%4$I, 0) as %4$I', name, name || '_n', name || '_of', name || '_units'), ', ' order by place)
  into own from unnest(rates) with ordinality r(name, place);
  execute 'create view core.area_year as
    select c.level, c.area_id, u.name as area_name, c.report_year, c.units, c.expected, c.reports, ' || own || '
    from core.area_count c
    left join core.area_sum s on s.level = c.level and s.area_id = c.area_id and s.report_year = c.report_year
    left join core.unit_today u on u.unit_id = c.area_id';

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
