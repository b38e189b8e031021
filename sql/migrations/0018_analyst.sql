-- What analysts compare by: administrative divisions of a day, what happened to units, and which figures make one series.

-- A row is a province, city, county or township in one edition of 统计用区划代码 (国家统计局). Codes have 6 digits down to the
-- county (GB/T 2260), 9 below it. Filled by `units import` and `units divisions`.
create table core.division (
  edition date not null,
  code text not null check (code ~ '^([0-9]{6}|[0-9]{9})$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'county', 'township')),
  parent_code text,
  primary key (edition, code)
);
create index division_parent on core.division (edition, parent_code);

-- A row is something that happened to units, as the registry's keeper wrote it down: what dated records alone can't say.
create table core.unit_event (
  event_id uuid primary key,
  kind text not null check (kind in ('rename', 'status_change', 'merge', 'split', 'dissolve', 'transfer')),
  happened_on date not null,
  from_units text[] not null,
  to_units text[] not null,
  source_url text,
  note text
);

-- Filled from the catalogue on every migrate (src/catalogue/series.ts).
create table core.series (
  series text primary key,
  ordinal integer not null,
  label_zh text not null,
  unit text,
  by_applicant boolean not null
);

-- A row says which cells of a form table are added up to the series. `terms` is how many there are.
create table core.series_term (
  form_table text not null,
  indicator text not null,
  series text not null,
  form text not null,
  terms integer not null,
  primary key (form_table, indicator, series)
);
create index series_term_series on core.series_term (series);

-- A row is a pair of forms and how far the series may be compared across them (A, B, C).
create table core.series_grade (
  series text not null,
  from_form text not null,
  to_form text not null,
  grade text not null check (grade in ('A', 'B', 'C')),
  from_indicators text[] not null,
  to_indicators text[] not null,
  note text,
  primary key (series, from_form, to_form)
);

-- 乡, 镇, 街道 … as a name ends in it.
create function core.place_kind(name text) returns text
  language sql immutable parallel safe
  return substring(regexp_replace(name, '(人民政府|办事处|管委会|管理委员会)$', '') from '(街道|民族乡|苏木|乡|镇|县|区|市|旗)$');

-- A name without what its office adds: 青杉镇人民政府 and 青杉镇 are one place.
create function core.place_name(name text) returns text
  language sql immutable parallel safe
  return regexp_replace(regexp_replace(name, '\s', '', 'g'), '(人民政府|办事处)$', '');

-- Years of which anything is known. A function of its own rights, so that planners neither open it nor think of many
-- years: the views that place units in years are several times as fast.
create function core.known_years() returns setof integer
  language sql stable security definer rows 10
  set search_path = pg_catalog
  begin atomic
    select report_year from core.report
    union
    select report_year from core.expectation;
  end;
