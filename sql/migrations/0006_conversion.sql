-- A row is a reading copy of an original that no reader reads (.doc, .wps), made by an outside program. Both are in the
-- archive under their own hash; parsing and verifying start from the copy that was made last.
create table raw.conversion (
  document_sha256 text not null references raw.document,
  converted_sha256 text not null check (converted_sha256 ~ '^[0-9a-f]{64}$'),
  converter text not null,
  version text not null,
  converted_at timestamptz not null,
  primary key (document_sha256, converted_sha256)
);
