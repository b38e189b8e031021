-- Every crawl of a list with what it read. Only a list read to its end, that gave at least what it declares, is complete.
create view core.crawl as
select
  c.crawl_id, c.source_id, c.started_at, c.finished_at, c.ended, c.pages_left, c.declared_total, c.message,
  p.pages, p.pages_failed, p.items, p.reports,
  coalesce(
    c.ended = 'end' and c.pages_left = 0 and p.items > 0 and p.items >= coalesce(c.declared_total, 0), false
  ) as complete
from raw.crawl c
cross join lateral (
  select
    count(*)::integer as pages,
    count(l.failure)::integer as pages_failed,
    coalesce(sum(l.items), 0)::integer as items,
    coalesce(sum(l.reports), 0)::integer as reports
  from raw.list_page l where l.crawl_id = c.crawl_id
) p;

-- The crawl that says most of a source: the last complete one, else the last.
create view core.telling_crawl as
select distinct on (source_id) *
from core.crawl
order by source_id, complete desc, started_at desc;

-- Report pages to look at: listed since the last look, held and not looked at for as long as the source says, or held and
-- not looked at for most of a day, so that a page that vanished from its list is watched too.
create view core.page_due as
select distinct on (l.url)
  l.url, l.host, l.source_id, l.title, l.listed_on, l.unit_id, l.report_year, l.first_seen_at, s.delay_ms
from raw.listing l
left join raw.source s on s.source_id = l.source_id
cross join lateral (select max(f.fetched_at) as at from raw.fetch f where f.url = l.url) look
cross join lateral (select exists (select from raw.capture c where c.url = l.url) as held) page
where look.at is null
  or (l.last_seen_at > look.at and (not page.held or look.at < now() - coalesce(s.recheck, '0')))
  or (page.held and look.at < now() - greatest(s.recheck, '20 hours'))
order by l.url, l.unit_id is null, l.last_seen_at desc, l.source_id;
