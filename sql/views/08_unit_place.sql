-- Every unit in every known year as it stood on 31 December: name, kind, and the governments that it belonged to.
create view core.unit_place as
select
  s.unit_id, y.report_year, s.name, s.kind, s.division_code, s.parent_id, p1.name as parent_name,
  exists (
    select from core.unit_record r where r.unit_id = s.unit_id and y.last_day between r.valid_from and r.valid_to
  ) as existed,
  place.*
from (select report_year, make_date(report_year, 12, 31) as last_day from core.known_years() report_year) y
join core.unit_span s on y.last_day >= s.from_day and y.last_day < s.to_day
left join core.unit_span p1 on p1.unit_id = s.parent_id and y.last_day >= p1.from_day and y.last_day < p1.to_day
left join core.unit_span p2 on p2.unit_id = p1.parent_id and y.last_day >= p2.from_day and y.last_day < p2.to_day
left join core.unit_span p3 on p3.unit_id = p2.parent_id and y.last_day >= p3.from_day and y.last_day < p3.to_day
left join core.unit_span p4 on p4.unit_id = p3.parent_id and y.last_day >= p4.from_day and y.last_day < p4.to_day
cross join lateral (
  select
    max(id) filter (where code not like '____00%') as county_id,
    max(name) filter (where code not like '____00%') as county,
    max(id) filter (where code like '____00%' and code not like '__0000%') as city_id,
    max(name) filter (where code like '____00%' and code not like '__0000%') as city,
    max(id) filter (where code like '__0000%') as province_id,
    max(name) filter (where code like '__0000%') as province
  from (values
    (s.unit_id, s.kind, s.division_code, s.name), (p1.unit_id, p1.kind, p1.division_code, p1.name),
    (p2.unit_id, p2.kind, p2.division_code, p2.name), (p3.unit_id, p3.kind, p3.division_code, p3.name),
    (p4.unit_id, p4.kind, p4.division_code, p4.name)
  ) chain (id, kind, code, name)
  where kind = 'government'
) place;

-- What happened to units: what was written down, and what dated records tell by themselves.
create view core.unit_change as
with step as (
  select
    unit_id, from_day as happened_on, name, kind, division_code, parent_id,
    lag(name) over w as name_before, lag(kind) over w as kind_before,
    lag(division_code) over w as code_before, lag(parent_id) over w as parent_before
  from core.unit_span
  window w as (partition by unit_id order by from_day)
),
told as (
  select unit_id, happened_on,
    case
      when name is distinct from name_before and (kind, core.place_kind(name)) is distinct from (kind_before, core.place_kind(name_before))
        then 'status_change'
      when name is distinct from name_before then 'rename'
      when parent_id is distinct from parent_before then 'transfer'
      else 'code_change'
    end as kind,
    array[unit_id] as from_units, array[unit_id] as to_units, name_before, name as name_after,
    null::text as source_url, null::text as note, false as recorded
  from step
  where happened_on > '-infinity'
    and (name, kind, division_code, parent_id) is distinct from (name_before, kind_before, code_before, parent_before)
),
written as (
  select u.unit_id, e.happened_on, e.kind, e.from_units, e.to_units,
    null::text as name_before, null::text as name_after, e.source_url, e.note, true as recorded
  from core.unit_event e
  cross join lateral (select unnest(e.from_units || e.to_units) as unit_id group by 1) u
)
select *, kind in ('rename', 'status_change', 'merge', 'split', 'dissolve') as breaks
from (
  select * from written
  union all
  select * from told
  where not exists (
    select from written w
    where w.unit_id = told.unit_id and w.happened_on = told.happened_on
      and w.kind in ('rename', 'status_change', 'transfer'))
) either;
