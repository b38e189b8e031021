-- What a second reader made of the document that a report was read from (src/model/extraction.ts, ControlOutcome).
alter table core.report add column control text not null default 'none'
  check (control in ('agreed', 'differed', 'blind', 'failed', 'single_reader', 'none'));
