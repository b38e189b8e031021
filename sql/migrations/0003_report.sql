-- Reports. Every key starts with unit_id and every id is made from content, so that the tables can be distributed by unit_id.
-- Rows below core.report have no foreign keys: a report is written whole, in one transaction (src/store/save-reports.ts).

-- A row is all that one parser version reads out of one document, for one unit.
create table core.report (
  unit_id text not null references core.unit,
  report_id uuid not null,
  document_sha256 text not null,
  report_year integer not null,
  -- Provenance, from raw.capture: when the document became what the publisher shows.
  since timestamptz not null,
  collected_at timestamptz not null,
  source_url text,
  listed_on date,
  -- Of the reading.
  parser_version text not null,
  parsed_at timestamptz not null default now(),
  digest uuid not null,
  readings integer not null default 1,
  media_type text not null,
  -- Identity, in the document's own words.
  template text,
  named_unit text,
  named_year integer,
  title text,
  published_on date,
  period_from date,
  period_to date,
  -- Check id → worst outcome.
  outcomes jsonb not null,
  -- The figures that most questions ask for: column 总计 of 表三 unless the name says otherwise, null where no number is printed.
  new_received integer,
  natural_person_received integer,
  carried_in integer,
  granted integer,
  partially_granted integer,
  denied_state_secret integer,
  denied_law_prohibited integer,
  denied_security_stability integer,
  denied_third_party_rights integer,
  denied_internal_affairs integer,
  denied_process_information integer,
  denied_enforcement_file integer,
  denied_administrative_inquiry integer,
  unable_not_held integer,
  unable_creation_required integer,
  unable_unclear_after_correction integer,
  not_processed_petition_complaint integer,
  not_processed_duplicate integer,
  not_processed_public_publication integer,
  not_processed_excessive_repeated integer,
  not_processed_confirm_or_reissue integer,
  other_correction_overdue integer,
  other_fee_overdue integer,
  other_miscellaneous integer,
  other_reported_total integer,
  results_total integer,
  carried_out integer,
  review_corrected integer,
  review_pending integer,
  review_total integer,
  direct_corrected integer,
  direct_pending integer,
  direct_total integer,
  after_review_corrected integer,
  after_review_pending integer,
  after_review_total integer,
  licensing_decisions integer,
  penalty_decisions integer,
  coercion_decisions integer,
  normative_issued integer,
  normative_repealed integer,
  normative_in_force integer,
  fees_amount numeric,
  procurement_amount numeric,
  primary key (unit_id, report_id)
);
create index report_current on core.report (unit_id, report_year, since, document_sha256);
create index report_document on core.report (document_sha256);

-- A row is what a report prints of one form table, slot by slot (core.form_slot).
create table core.table_reading (
  unit_id text not null,
  report_id uuid not null,
  form_table text not null,
  -- 0; 1 and up only where a document prints the same cell of the form again.
  part smallint not null,
  table_no integer not null,
  -- Null where there is no number, or one that isn't an integer of four bytes (then it is among the exceptions).
  values integer[] not null,
  -- One letter a slot: n number, a annotated, b blank, p placeholder, t text, w withheld, . no such cell; null: n throughout.
  states text,
  layout_id uuid not null,
  -- slot → {r: raw, v: value, u: unit}, each only where it isn't the plain number (or blank) in the indicator's own unit.
  exceptions jsonb,
  primary key (unit_id, report_id, form_table, part)
);

create table core.section (
  unit_id text not null,
  report_id uuid not null,
  ordinal integer not null,
  code text not null,
  heading text not null,
  text text not null,
  primary key (unit_id, report_id, ordinal)
);

create table core.report_finding (
  unit_id text not null,
  report_id uuid not null,
  ordinal integer not null,
  check_id text not null,
  severity text not null,
  outcome text,
  message text not null,
  indicator text,
  applicant text,
  table_no integer,
  row_no integer,
  column_no integer,
  evidence jsonb,
  primary key (unit_id, report_id, ordinal)
);

-- A row is a document that could not become a report, with the reason. A document has a refusal or reports, never both.
create table core.refusal (
  document_sha256 text primary key,
  parser_version text not null,
  code text not null,
  message text not null,
  refused_at timestamptz not null default now()
);

-- The capture that stands for a document of a unit: the latest address that began to serve it.
create function core.capture_of(of_unit text, of_document text) returns setof raw.capture
  language sql stable
  as $$
    select c.* from raw.capture c
    where c.document_sha256 = of_document and (c.unit_id = of_unit or c.unit_id is null)
    order by c.since desc, c.url limit 1
  $$;
