-- What the publishers' lists said, crawl by crawl: what completeness and the proof that a report is absent rest on.

-- A row is a source as it was registered last.
create table raw.source (
  source_id text primary key,
  family text not null,
  url text not null,
  host text not null,
  -- The units that the list is expected to hold.
  unit_ids text[] not null,
  -- Only where the address carries the report year.
  year_from integer,
  year_to integer,
  -- A page that is held is looked at again when so much time has passed.
  recheck interval not null default '0',
  -- The whole entry of the sources file.
  entry jsonb not null,
  registered_at timestamptz not null
);

-- A row is one reading of a source's list. A crawl without an end is under way, or was killed: never complete.
create table raw.crawl (
  crawl_id uuid primary key,
  source_id text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- end: the list was read to its end · cap: max_pages · failed: a page could not be had · or the family's own word.
  ended text,
  pages_left integer not null default 0,
  -- How many entries the site says that the list has.
  declared_total integer,
  message text
);
create index crawl_source on raw.crawl (source_id, started_at desc);

-- A row is one page of a list as it was asked for. Its bytes are in the archive; 304 counts with those of before.
create table raw.list_page (
  crawl_id uuid not null references raw.crawl on delete cascade,
  ordinal integer not null,
  url text not null,
  -- Of a source whose address carries the year.
  report_year integer,
  fetched_at timestamptz not null,
  status integer,
  not_modified boolean not null default false,
  sha256 text,
  final_url text,
  content_type text,
  etag text,
  last_modified text,
  -- Entries that were new on this page, and those that look like reports; null where the page gave no list.
  items integer,
  reports integer,
  failure text,
  primary key (crawl_id, ordinal)
);
create index list_page_url on raw.list_page (url, fetched_at desc);

alter table raw.listing
  add column host text not null default '',
  -- The list page that held the link last.
  add column list_url text;
update raw.listing set host = coalesce(lower(substring(url from '://([^/:?#]+)')), '');
create index listing_host on raw.listing (host);

-- Looks that found a page gone, and documents without tables: few among very many.
create index fetch_missed on raw.fetch (url) where outcome = 'suspect' or status in (404, 410);
create index report_without_tables on core.report (unit_id, report_year) where template is null;
create index report_source_url on core.report (source_url);
