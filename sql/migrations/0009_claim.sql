-- What the prose states in numbers, beside the text that it stands in. A row for each would weigh more than all figures.

-- Filled from the catalogue on every migrate.
create table core.narrative_subject (
  no smallint primary key,
  subject text not null unique,
  label_zh text not null
);

-- The numbers of a section, in reading order, set apart by ';'. Each is 'start length value unit subject', then, where it
-- isn't plain, ' flags' and, where it is of another year than the document names, ' year'. Start (from 0) and length are
-- characters of text; unit, subject (core.narrative_subject.no) and year are '-' where there is none.
-- Flags: n stated in words · o u a r qualifier over, under, about, range · x s c of another year, as of a day, cumulative.
alter table core.section add column claims text;
