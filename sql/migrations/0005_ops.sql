-- ops: the work itself. What is left to do is a query, never a status column.

-- A row is one run of a job. The schema itself is made by the migrator, which keeps its own table in it.
create table ops.run (
  run_id uuid primary key,
  job text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  found integer,
  fetched integer,
  parsed integer,
  loaded integer,
  failed integer,
  error text
);
create index run_started on ops.run (started_at desc);

-- Captured documents that the given parser version has neither read nor refused, once per unit that they were captured for.
create function ops.pending_document(version text) returns setof raw.capture
  language sql stable
  as $$
    select distinct on (c.document_sha256, c.unit_id) c.*
    from raw.capture c
    where not exists (
        select from core.refusal f
        where f.document_sha256 = c.document_sha256 and f.parser_version = version)
      and not exists (
        select from core.report r
        where r.document_sha256 = c.document_sha256 and r.parser_version = version
          and (c.unit_id is null or r.unit_id = c.unit_id))
      and (c.unit_id is not null or not exists (
        select from raw.capture named
        where named.document_sha256 = c.document_sha256 and named.unit_id is not null))
    order by c.document_sha256, c.unit_id, c.since desc, c.url
  $$;
