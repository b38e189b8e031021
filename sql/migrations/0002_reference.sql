-- core: what the originals say. Small reference tables first.

create schema core;

-- A row is a body that publishes reports. Its key is our own slug and never changes; names, codes and parents are dated.
create table core.unit (
  unit_id text primary key
);

-- A row is what a unit was called, and to whom it belonged, in a span of days (both ends included).
create table core.unit_record (
  unit_id text not null references core.unit,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  name text not null,
  kind text not null,
  division_code text,
  parent_id text references core.unit,
  primary key (unit_id, valid_from)
);
create index unit_record_parent on core.unit_record (parent_id);

-- Filled from the catalogue on every migrate.
create table core.indicator (
  indicator text primary key,
  ordinal integer not null,
  label_zh text not null,
  unit text,
  type text not null,
  templates text[] not null,
  comparability text not null,
  basis text
);

-- A row says which figure stands at a place of the stored arrays. Filled from the catalogue on every migrate.
create table core.form_slot (
  form_table text not null,
  slot integer not null,
  indicator text not null,
  applicant text,
  primary key (form_table, slot)
);
create index form_slot_indicator on core.form_slot (indicator, applicant);

-- A row is one geometry of a form table as printed: for slot n, places[3n+1 .. 3n+3] are table (relative to the reading's
-- table_no), row and column, or -1 where the report has no such cell. Most reports share a few.
create table core.cell_layout (
  layout_id uuid primary key,
  form_table text not null,
  places integer[] not null
);

-- Points that a failed check takes off the quality score; change them as the assessment rules say.
create table core.check_weight (
  severity text primary key,
  points numeric not null
);
insert into core.check_weight values ('blocker', 100), ('error', 10), ('warning', 3), ('info', 0);

-- n / d; null where either is unknown or d is 0.
create function core.rate(n bigint, d bigint) returns numeric
  language sql immutable parallel safe
  return case when d > 0 then round(n::numeric / d, 6) end;
