-- What finds words in the sections of very many reports: which pairs of neighbouring characters a report has. A row for
-- each report, made after loading (src/store/board/index-sections.ts). A report without a row of its own digest is looked
-- through without it: the index makes a search fast, never incomplete.
create table core.section_gram (
  unit_id text not null,
  report_id uuid not null,
  -- core.report.digest of the reading that it was made of.
  digest uuid not null,
  -- src/store/board/grams-of.ts; ascending.
  grams smallint[] not null,
  primary key (unit_id, report_id)
);
-- Kept in the row as far as a page goes: the planner takes what is stored beside it for free, and would read it all.
alter table core.section_gram alter column grams set storage main;
create index section_gram_grams on core.section_gram using gin (grams);
