-- What reports print beside the national forms, and the figures of 2014–2018 that the later forms divide.

-- A row is a table of a report with numbers that no form has: [row, column, label, heading, raw], each as printed.
create table core.local_table (
  unit_id text not null,
  report_id uuid not null,
  table_no integer not null,
  cells jsonb not null,
  primary key (unit_id, report_id, table_no)
);

-- 行政诉讼数量 of the table of 2014–2018: 表四 counts suits with and without a review before apart.
alter table core.report
  add column undivided_litigation_corrected integer,
  add column undivided_litigation_total integer;
