-- raw: what publishers served, as facts of fetching. Nothing here interprets a document.

create schema raw;

-- A row is one original, by its content. The bytes are in the archive, under the same name.
create table raw.document (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  byte_length bigint not null check (byte_length >= 0),
  -- Content-Type as first served; it decides the charset where the bytes don't.
  served_type text,
  first_seen_at timestamptz not null default now()
);

-- A row says that an address served a document.
create table raw.capture (
  url text not null,
  document_sha256 text not null,
  source_id text not null,
  unit_id text,
  report_year integer,
  listed_title text,
  listed_on date,
  -- When this address began to serve this document; again, where it went back to earlier bytes.
  since timestamptz not null,
  last_seen_at timestamptz not null,
  etag text,
  last_modified text,
  primary key (url, document_sha256)
);
create index capture_document on raw.capture (document_sha256);
create index capture_unit_year on raw.capture (unit_id, report_year);

-- A row is one request and its answer.
create table raw.fetch (
  url text not null,
  fetched_at timestamptz not null,
  status integer,
  outcome text not null,
  document_sha256 text,
  message text,
  primary key (url, fetched_at)
);

-- A row is one link of a list page that may be a report.
create table raw.listing (
  source_id text not null,
  url text not null,
  title text not null,
  listed_on date,
  unit_id text,
  report_year integer,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (source_id, url)
);
