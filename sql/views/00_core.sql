-- Views that the public ones share. Schema core is not public.

-- The record that holds today; of a unit that has ended, its last.
create view core.unit_today as
select distinct on (unit_id)
  unit_id, name, kind, division_code, parent_id,
  (now() at time zone 'Asia/Shanghai')::date between valid_from and valid_to as active
from core.unit_record
order by unit_id, valid_from <= (now() at time zone 'Asia/Shanghai')::date desc, valid_from desc;

-- The records of a unit as spans without gaps or overlaps: from_day included, to_day not.
create view core.unit_span as
select
  unit_id, name, kind, division_code, parent_id,
  case when row_number() over by_day = 1 then '-infinity' else valid_from end as from_day,
  coalesce(lead(valid_from) over by_day, 'infinity') as to_day
from core.unit_record
window by_day as (partition by unit_id order by valid_from);

-- Every unit with itself and all that stand above it today. A circle of parents ends after ten steps.
create view core.unit_ancestor as
with recursive
today as materialized (select unit_id, parent_id from core.unit_today),
up as (
  select unit_id, unit_id as ancestor_id, parent_id, 0 as distance from today
  union all
  select up.unit_id, today.unit_id, today.parent_id, up.distance + 1
  from up join today on today.unit_id = up.parent_id
  where up.distance < 10
)
select unit_id, ancestor_id, distance from up;

-- Of several documents for one unit and year, the one that a publisher began to serve last (ties: by hash). One that has
-- no statutory table never takes the place of one that has: an error page must not replace a report.
create view core.current_report as
select
  r.*,
  coalesce(r.published_on, r.listed_on) as public_on,
  case when exists (
    select from core.report earlier
    where earlier.unit_id = r.unit_id and earlier.report_year = r.report_year
      and earlier.report_id <> r.report_id and earlier.since <= r.since
  ) then r.since end as revised_at
from core.report r
where not exists (
  select from core.report later
  where later.unit_id = r.unit_id and later.report_year = r.report_year
    and (later.template is not null, later.since, later.document_sha256)
      > (r.template is not null, r.since, r.document_sha256)
);

-- Years of which a document is held that has not become a report: published, not missing.
create view core.unread_year as
select distinct c.unit_id, c.report_year
from raw.capture c
join core.unit u on u.unit_id = c.unit_id
where c.report_year is not null
  and not exists (
    select from core.report r where r.unit_id = c.unit_id and r.report_year = c.report_year)
  and not exists (
    select from core.report r where r.unit_id = c.unit_id and r.document_sha256 = c.document_sha256)
  and not exists (
    select from core.refusal f
    where f.document_sha256 = c.document_sha256 and f.code = 'recognise/not-a-report');

-- The findings of every report, with their evidence whole: element n is the figure at cells[n] with what evidence -> n
-- adds (src/store/reports/evidence-cells.ts); without cells, evidence is all there is. Costs nothing where it isn't asked for.
create view core.report_finding_whole as
select
  f.unit_id, f.report_id, f.ordinal, f.check_id, f.severity, f.outcome, f.message, f.indicator, f.applicant,
  f.table_no, f.row_no, f.column_no,
  case when f.cells is null then f.evidence else (
    select jsonb_agg(
      case when s.slot is null then '{}' else jsonb_build_object(
        'indicator', s.indicator,
        'applicant', s.applicant,
        'raw', coalesce(t.exceptions -> s.slot::text ->> 'r', t.values[s.slot + 1]::text, ''),
        'value', coalesce((t.exceptions -> s.slot::text ->> 'v')::numeric, t.values[s.slot + 1]),
        'table', t.table_no + l.places[s.slot * 3 + 1],
        'row', l.places[s.slot * 3 + 2],
        'column', l.places[s.slot * 3 + 3]
      ) end || coalesce(f.evidence -> (c.n - 1)::int, '{}') order by c.n)
    from unnest(f.cells) with ordinality as c (cell, n)
    left join (
      (
        select held.*, row_number() over (order by held.form_table collate "C", held.part) - 1 as place
        from core.table_reading held
        where held.unit_id = f.unit_id and held.report_id = f.report_id
      ) t
      join core.cell_layout l on l.layout_id = t.layout_id
      join core.form_slot s on s.form_table = t.form_table
    ) on t.place = c.cell / 1000 and s.slot = c.cell % 1000
  ) end as evidence,
  f.finding_key
from core.report_finding f;

-- Every finding with the unit and year that it is about, as it was judged.
create view core.judged_finding as
select
  r.unit_id, r.report_year, f.check_id, f.severity, f.outcome, f.message, f.indicator, f.applicant,
  f.table_no, f.row_no, f.column_no, f.evidence, r.document_sha256, f.finding_key
from core.report_finding_whole f
join core.current_report r on r.unit_id = f.unit_id and r.report_id = f.report_id
union all
select
  f.unit_id, f.report_year, f.check_id, f.severity, f.outcome, f.message, f.indicator, f.applicant,
  f.table_no, f.row_no, f.column_no, f.evidence, null, f.finding_key
from core.unit_year_finding f
union all
select distinct
  c.unit_id, c.report_year, f.code, 'blocker', null, f.message, null, null,
  null::integer, null::integer, null::integer, null::jsonb, f.document_sha256,
  core.finding_key(f.code, null, null, null, null, null, null, null, f.message)
from core.refusal f
join raw.capture c on c.document_sha256 = f.document_sha256
where c.unit_id is not null and c.report_year is not null;

-- As the office weighs it: its severity for what failed, and nothing of a check that it has switched off.
create view core.finding as
select
  f.unit_id, f.report_year, f.check_id,
  case when f.outcome = 'fail' then coalesce(s.severity, f.severity) else f.severity end as severity,
  f.outcome, f.message, f.indicator, f.applicant, f.table_no, f.row_no, f.column_no, f.evidence, f.document_sha256,
  f.finding_key
from core.judged_finding f
left join core.check_setting s on s.check_id = f.check_id
where s.severity is distinct from 'off';

-- What people decided last of each finding.
create view core.latest_decision as
select distinct on (unit_id, report_year, finding_key, document_sha256) *
from core.decision
order by unit_id, report_year, finding_key, document_sha256, decided_at desc;
