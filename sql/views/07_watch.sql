-- What became of a report after it was published.

-- Every cell of every report that is held, current or not.
create view core.report_cell as
select
  t.unit_id, t.report_id, s.indicator, s.applicant, t.part,
  coalesce((t.exceptions -> s.slot::text ->> 'v')::numeric, t.values[s.slot + 1]) as value,
  coalesce(t.exceptions -> s.slot::text ->> 'r', t.values[s.slot + 1]::text, '') as raw
from core.table_reading t
join core.form_slot s on s.form_table = t.form_table
where coalesce(substr(t.states, s.slot + 1, 1), 'n') <> '.';

-- Each report of a unit and year with the one before it.
create view core.revision as
with version as (
  select
    unit_id, report_year, report_id, document_sha256, since, source_url, parser_version,
    lag(report_id) over before as from_report_id,
    lag(document_sha256) over before as from_document,
    lag(since) over before as from_since,
    lag(source_url) over before as from_url,
    lag(parser_version) over before as from_version
  from core.report r
  where exists (
    select from core.report other
    where other.unit_id = r.unit_id and other.report_year = r.report_year and other.report_id <> r.report_id)
  window before as (partition by unit_id, report_year, template is not null order by since, document_sha256)
)
select
  v.unit_id, v.report_year, v.from_document, v.document_sha256 as to_document, v.from_since, v.since as changed_at,
  v.source_url, v.source_url is not distinct from v.from_url as same_address,
  -- Two readings by different versions of the reader differ for reasons of ours.
  case when v.parser_version = v.from_version then d.figures end as figures_changed,
  case when v.parser_version = v.from_version then coalesce(d.changes, '[]') end as changes,
  (select string_agg(s.heading || s.text, chr(10) order by s.ordinal) from core.section s
    where s.unit_id = v.unit_id and s.report_id = v.report_id)
  is distinct from
  (select string_agg(s.heading || s.text, chr(10) order by s.ordinal) from core.section s
    where s.unit_id = v.unit_id and s.report_id = v.from_report_id) as text_changed
from version v
cross join lateral (
  select
    count(*)::integer as figures,
    jsonb_agg(jsonb_build_object(
      'indicator', coalesce(a.indicator, b.indicator), 'applicant', coalesce(a.applicant, b.applicant),
      'label_zh', i.label_zh, 'from', a.raw, 'to', b.raw, 'from_value', a.value, 'to_value', b.value
    ) order by i.ordinal, coalesce(a.applicant, b.applicant)) as changes
  from (select * from core.report_cell c where c.unit_id = v.unit_id and c.report_id = v.from_report_id) a
  full join (select * from core.report_cell c where c.unit_id = v.unit_id and c.report_id = v.report_id) b
    on a.indicator = b.indicator and coalesce(a.applicant, '') = coalesce(b.applicant, '') and a.part = b.part
  join core.indicator i on i.indicator = coalesce(a.indicator, b.indicator)
  where a.value is distinct from b.value
    or (a.value is null and b.value is null and coalesce(a.raw, '') <> coalesce(b.raw, ''))
) d
where v.from_report_id is not null;

-- Looks since the last good one that found a page gone. What a network, or a site that shuts collectors out, does is not
-- held against the page.
create view core.gone as
with missed as (
  select url, fetched_at, looks, case when outcome = 'suspect' then '已换成别的内容' else status::text end as answer
  from raw.fetch
  where outcome = 'suspect' or status in (404, 410)
)
select
  m.url, min(m.fetched_at) as first_at, max(m.fetched_at) as last_at, sum(m.looks)::integer as looks,
  (array_agg(m.answer order by m.fetched_at desc))[1] as answer
from missed m
where not exists (
  select from raw.fetch f
  where f.url = m.url and f.fetched_at > m.fetched_at and f.outcome in ('ok', 'not_modified'))
group by m.url;

-- Reports whose page was gone over a day at least.
create view core.unreachable as
select
  r.unit_id, r.report_year, r.source_url, r.document_sha256, r.since, g.first_at, g.last_at, g.looks, g.answer
from core.gone g
join core.current_report r on r.source_url = g.url
where g.last_at >= g.first_at + interval '24 hours';

create view core.watch_finding as
select
  unit_id, report_year, 'changed-after-publication' as check_id, 'warning' as severity, 'fail' as outcome,
  '发布后改动：' || to_char(changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || ' 发现同一网址的年报有 '
    || figures_changed || ' 项数据与先前不同，如' || (
      select string_agg((c ->> 'label_zh') || '“' || coalesce(c ->> 'from', '无此格') || '”改为“'
        || coalesce(c ->> 'to', '无此格') || '”', '；')
      from (select c from jsonb_array_elements(changes) with ordinality as e(c, n) where n <= 3) few
    ) || '；两个版本均已存档' as message,
  changes as evidence, to_document as document_sha256
from core.revision
where same_address and figures_changed > 0
union all
select
  unit_id, report_year, 'page-unreachable', 'error', 'fail',
  '链接失效：' || source_url || ' 自 ' || to_char(first_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
    || ' 起无法访问（' || answer || '），至 ' || to_char(last_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
    || ' 共查看 ' || looks || ' 次；先前的原件已存档，数据保留',
  jsonb_build_array(jsonb_build_object('text', source_url)), document_sha256
from core.unreachable
union all
select
  r.unit_id, r.report_year, 'load/later-unreadable', 'warning', null,
  '网页 ' || to_char(later.since at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
    || ' 起提供的文件读不出任何法定表格，仍以先前存档的年报为准',
  null::jsonb, later.document_sha256
from core.current_report r
join core.report later on later.unit_id = r.unit_id and later.report_year = r.report_year
  and later.since > r.since and later.template is null
where r.template is not null;

-- What the watch says of every report that is held, so that it is counted as other checks are. Of a file that was loaded,
-- and of numbers at which nobody has looked a second time, nothing can be said.
create view core.watch_outcome as
select r.unit_id, r.report_year, judged.check_id, judged.outcome
from core.current_report r
left join raw.capture c on c.url = r.source_url and c.document_sha256 = r.document_sha256
left join raw.source s on s.source_id = c.source_id
left join core.gone g on g.url = r.source_url
cross join lateral (
  select bool_or(v.figures_changed > 0) as figures, bool_or(v.figures_changed is null) as untold, count(*) > 0 as seen
  from core.revision v
  where v.unit_id = r.unit_id and v.report_year = r.report_year and v.same_address
) changed
cross join lateral (values
  ('changed-after-publication', case
    when changed.figures then 'fail'
    when changed.untold then 'uncertain'
    when changed.seen or (s.source_id is not null and c.last_seen_at > c.since) then 'pass'
    else 'not_assessable'
  end),
  ('page-unreachable', case
    when g.url is null then case when s.source_id is null then 'not_assessable' else 'pass' end
    when g.last_at >= g.first_at + interval '24 hours' then 'fail'
    else 'uncertain'
  end)
) as judged (check_id, outcome);
