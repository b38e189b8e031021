-- What a search goes over, a row a current report: its numbers, or null where it isn't in the index yet.
create view core.current_section_gram as
select r.unit_id, r.report_year, g.grams
from core.current_report r
left join core.section_gram g
  on g.unit_id = r.unit_id and g.report_id = r.report_id and g.digest = r.digest;
