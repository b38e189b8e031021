-- What the checks said is mostly what they said of a thousand other reports: it is held once. Found by its content, as
-- geometries are (core.cell_layout): the id is the MD5 of its lines 'check outcome' in the order of the checks' names.
create table core.outcome_set (
  outcome_set_id uuid primary key,
  -- Check id → worst outcome.
  outcomes jsonb not null
);

create function core.outcome_set_id(outcomes jsonb) returns uuid
  language sql immutable parallel safe
  return (
    select md5(coalesce(string_agg(o.key || ' ' || o.value || E'\n', '' order by o.key collate "C"), ''))::uuid
    from jsonb_each_text(outcomes) o);

insert into core.outcome_set
select core.outcome_set_id(outcomes), outcomes
from (select outcomes from core.report union select outcomes from core.unit_year_checks) held;

alter table core.report add column outcome_set_id uuid;
update core.report set outcome_set_id = core.outcome_set_id(outcomes);
alter table core.report alter column outcome_set_id set not null, drop column outcomes;

alter table core.unit_year_checks add column outcome_set_id uuid;
update core.unit_year_checks set outcome_set_id = core.outcome_set_id(outcomes);
alter table core.unit_year_checks alter column outcome_set_id set not null, drop column outcomes;
drop function core.outcome_set_id;

-- Hashes and addresses are only ever asked for whole: an index by hash is smaller. Of a unit's year there are
-- few versions: which is the latest is seen in the rows.
drop index core.report_document, core.report_source_url, core.report_current, raw.capture_document;
create index report_document on core.report using hash (document_sha256);
create index report_source_url on core.report using hash (source_url);
create index report_current on core.report (unit_id, report_year, since);
create index capture_document on raw.capture using hash (document_sha256);
