create view mart.division as
select edition, code, name, level, parent_code from core.division;

comment on view mart.division is '行政区划：省、地、县、乡四级，一个版本一个代码一行（国家统计局统计用区划代码；不含港澳台）';
comment on column mart.division.edition is '版本日期：代码以该日为准';
comment on column mart.division.code is '代码：省、地、县 6 位（GB/T 2260），乡级 9 位';
comment on column mart.division.name is '名称';
comment on column mart.division.level is '级别：province 省级，city 地级，county 县级，township 乡级';
comment on column mart.division.parent_code is '上一级代码；省级为空';

-- Units against the list: by their own code, else by name among the divisions right below their parent's.
create view core.unit_division as
with recursive
edition as (select max(edition) as edition from core.division),
place as materialized (
  select s.unit_id, s.name, s.kind, s.parent_id, left(s.division_code, case when length(s.division_code) = 6 then 6 else 9 end) as code,
    core.place_name(s.name) as place_name
  from core.unit_span s, edition e
  where e.edition >= s.from_day and e.edition < s.to_day
    and s.kind in ('government', 'town', 'street', 'functional_zone')
),
matched as (
  select p.unit_id, p.code, 'code' as matched_by, 0 as depth from place p where p.code is not null
  union all
  select p.unit_id, d.code, 'name', 0
  from place p, edition e
  join core.division d on d.edition = e.edition and d.level = 'province'
  where p.code is null and p.parent_id is null and core.place_name(d.name) = p.place_name
  union all
  select p.unit_id, d.code, 'name', m.depth + 1
  from matched m
  join place above on above.unit_id = m.unit_id
  join place p on p.parent_id = m.unit_id and p.code is null
  cross join edition e
  join core.division d on d.edition = e.edition and d.parent_code = m.code
    and p.place_name in (core.place_name(d.name), above.place_name || core.place_name(d.name))
  where m.depth < 5
)
select
  p.unit_id, p.name, p.kind, e.edition, coalesce(m.code, p.code) as code, d.name as division_name, m.matched_by,
  case
    when e.edition is null then 'no_list'
    when m.code is null then 'no_name'
    when d.code is null then 'no_code'
    when m.matched_by = 'code' and p.place_name not like '%' || core.place_name(d.name) then 'other_name'
    else 'matched'
  end as outcome
from place p
cross join edition e
left join matched m on m.unit_id = p.unit_id
left join core.division d on d.edition = e.edition and d.code = m.code;

create view mart.unit_division as
select unit_id, name as unit_name, edition, code as division_code, division_name, matched_by, outcome
from core.unit_division;

comment on view mart.unit_division is '发布单位与行政区划的对应：政府、乡镇、街道、功能区各一行，以最新版本区划为准；按代码，没有代码的在上级之下按名称';
comment on column mart.unit_division.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.unit_division.unit_name is '版本日期当日的单位名称';
comment on column mart.unit_division.edition is '区划版本日期';
comment on column mart.unit_division.division_code is '对应的区划代码；no_code 时为登记的代码';
comment on column mart.unit_division.division_name is '区划名称';
comment on column mart.unit_division.matched_by is '依据：code 登记的代码，name 上级之下的名称';
comment on column mart.unit_division.outcome is '结果：matched 对应，no_code 代码不在该版本中，other_name 代码在但名称不同，no_name 没有代码且上级之下没有同名区划';
