-- What people say of a figure, beside what was printed. Nothing here changes what was reported.

-- A row is one decision on one cell of one document; the latest of a cell counts. A null value says that there should be
-- no number; withdrawn takes the decision back.
create table core.correction (
  document_sha256 text not null,
  indicator text not null,
  -- '' where the indicator has no applicant: part of the key.
  applicant text not null default '',
  corrected_at timestamptz not null,
  -- The cell as it was read when the decision was made: it stands only while the cell still reads so.
  table_no integer not null,
  row_no integer not null,
  column_no integer not null,
  raw text not null,
  value numeric,
  withdrawn boolean not null default false,
  corrected_by text not null check (corrected_by <> ''),
  reason text not null check (reason <> ''),
  primary key (document_sha256, indicator, applicant, corrected_at)
);
