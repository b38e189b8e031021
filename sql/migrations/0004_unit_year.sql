-- What is known of a unit and a year beyond one report.

-- A row says that a unit must publish its report of a year by a day, and why.
create table core.expectation (
  unit_id text not null references core.unit,
  report_year integer not null,
  due_on date not null,
  basis text not null,
  primary key (unit_id, report_year)
);

-- What the checks over several reports say of one unit and year.
create table core.unit_year_checks (
  unit_id text not null references core.unit,
  report_year integer not null,
  outcomes jsonb not null,
  digest uuid not null,
  primary key (unit_id, report_year)
);

create table core.unit_year_finding (
  unit_id text not null,
  report_year integer not null,
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
  primary key (unit_id, report_year, ordinal)
);
