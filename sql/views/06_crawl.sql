-- Every crawl of a list with what it read. Only a list read to its end, that gave at least what it declares, is complete.
create view core.crawl as
select
  c.crawl_id, c.source_id, c.started_at, c.finished_at, c.ended, c.pages_left, c.declared_total, c.message, c.readings,
  p.pages, p.pages_failed, p.items, p.reports,
  coalesce(
    -- Where pages repeat, or announced ones are gone, only the declared number says that nothing is left.
    (c.ended = 'end' or (c.ended in ('repeat', 'gone') and c.declared_total is not null))
      and c.pages_left = 0 and p.items > 0 and p.items >= coalesce(c.declared_total, 0),
    false
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
select told.*
from raw.source s
cross join lateral (
  select both_ends.* from (
    (select c.*, 0 as rank from core.crawl c
      where c.source_id = s.source_id and c.complete order by c.started_at desc limit 1)
    union all
    (select c.*, 1 as rank from core.crawl c where c.source_id = s.source_id order by c.started_at desc limit 1)
  ) both_ends
  order by rank limit 1
) told;

-- The sources of each unit, as its units were registered last: one that was taken out of the file no longer counts.
create view core.unit_source as
select unit_id, source_id, year_from, year_to
from (
  select u.unit_id, s.source_id, s.year_from, s.year_to, s.registered_at,
    max(s.registered_at) over (partition by u.unit_id) as latest
  from raw.source s cross join lateral unnest(s.unit_ids) as u (unit_id)
) registered
where registered_at = latest;

-- Of which unit and year a listed page is: as its document was read, else as its list says.
create view core.listing_read as
select
  l.source_id, l.url, l.title, l.last_seen_at, l.list_url,
  coalesce(held.unit_id, l.unit_id) as unit_id,
  coalesce(held.report_year, l.report_year) as report_year,
  held.unit_id is not null as held
from raw.listing l
left join lateral (
  select r.unit_id, r.report_year
  from raw.capture c
  join core.report r on r.document_sha256 = c.document_sha256 and (c.unit_id is null or r.unit_id = c.unit_id)
  where c.url = l.url
  order by c.since desc, r.unit_id limit 1
) held on true;

-- Report pages to look at: listed since the last look, held and not looked at for as long as the source says, or held and
-- not looked at for most of a day, so that a page that vanished from its list is watched too.
create view core.page_due as
select distinct on (l.url)
  l.url, l.host, l.source_id, l.title, l.listed_on, l.unit_id, l.report_year, l.first_seen_at,
  s.entry, s.registered_at
from raw.listing l
left join raw.source s on s.source_id = l.source_id
cross join lateral (select max(f.fetched_at) as at from raw.fetch f where f.url = l.url) look
cross join lateral (select exists (select from raw.capture c where c.url = l.url) as held) page
where look.at is null
  or (l.last_seen_at > look.at and (not page.held or look.at < now() - coalesce(s.recheck, '0')))
  or (page.held and look.at < now() - greatest(s.recheck, '20 hours'))
order by l.url, l.unit_id is null, l.last_seen_at desc, l.source_id;
