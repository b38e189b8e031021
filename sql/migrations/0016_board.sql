-- The board: what people decide of findings, and who did what. Decisions survive whatever is checked or read again.

-- What a finding is about, without what it says of it today: the same finding has the same key on every run. Only one
-- that names no place is known by its words.
create function core.finding_key(
  check_id text, indicator text, applicant text, table_no integer, row_no integer, column_no integer, evidence jsonb,
  cells smallint[], message text
) returns text
  language sql immutable parallel safe
  return md5(
    check_id || '|' || coalesce(indicator, '') || '|' || coalesce(applicant, '') || '|' || coalesce(table_no::text, '')
      || '|' || coalesce(row_no::text, '') || '|' || coalesce(column_no::text, '') || '|'
      || coalesce((
        select string_agg(
          coalesce(e.cell ->> 'text',
            coalesce(e.cell ->> 'indicator', '') || '@' || coalesce(e.cell ->> 'applicant', '') || '@' || coalesce(e.cell ->> 'year', '')),
          ';' order by e.place)
        from jsonb_array_elements(case when jsonb_typeof(evidence) = 'array' then evidence else '[]' end)
          with ordinality e(cell, place)), '')
      || '|' || coalesce(array_to_string(cells, ',', '-'), '')
      || case when indicator is null and table_no is null and evidence is null and cells is null then '|' || message else '' end);

alter table core.report_finding add column finding_key text not null generated always as
  (core.finding_key(check_id, indicator, applicant, table_no, row_no, column_no, evidence, cells, message)) stored;
alter table core.unit_year_finding add column finding_key text not null generated always as
  (core.finding_key(check_id, indicator, applicant, table_no, row_no, column_no, evidence, null, message)) stored;

-- A row is one decision on one finding; the latest counts. Rows are only ever added.
create table core.decision (
  unit_id text not null,
  report_year integer not null,
  finding_key text not null,
  -- The document that the finding was about, '' where it is about none: a revised report is judged anew.
  document_sha256 text not null default '',
  decided_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'disputed', 'sent_back', 'done')),
  note text not null default '',
  decided_by text not null check (decided_by <> ''),
  -- As it stood, so that the decision can be read when the finding is gone.
  check_id text not null,
  severity text not null,
  message text not null,
  primary key (unit_id, report_year, finding_key, document_sha256, decided_at)
);

-- A row is one act of a person on the board: logging in, deciding, correcting, sending back. Rows are only ever added.
create table ops.audit (
  audit_id uuid primary key,
  at timestamptz not null,
  actor text not null,
  role text not null,
  address text not null,
  action text not null,
  unit_id text,
  report_year integer,
  detail text not null default ''
);
create index audit_at on ops.audit (at desc);
