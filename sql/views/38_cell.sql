-- Every cell of every report that is held, current or not, as it was printed and read.
create view core.cell as
select
  t.unit_id, t.report_id, t.form_table, t.part, s.slot, s.indicator, s.applicant, i.label_zh,
  coalesce((t.exceptions -> s.slot::text ->> 'v')::numeric, t.values[s.slot + 1]) as value,
  coalesce(t.exceptions -> s.slot::text ->> 'r', t.values[s.slot + 1]::text, '') as raw,
  case when t.exceptions -> s.slot::text ? 'u' then t.exceptions -> s.slot::text ->> 'u' else i.unit end as unit,
  case coalesce(substr(t.states, s.slot + 1, 1), 'n')
    when 'n' then 'number'
    when 'a' then 'annotated'
    when 'b' then 'blank'
    when 'p' then 'placeholder'
    when 't' then 'text'
    when 'w' then 'withheld'
  end as state,
  t.table_no + l.places[s.slot * 3 + 1] as table_no,
  l.places[s.slot * 3 + 2] as row_no,
  l.places[s.slot * 3 + 3] as column_no
from core.table_reading t
join core.form_slot s on s.form_table = t.form_table
join core.indicator i on i.indicator = s.indicator
join core.cell_layout l on l.layout_id = t.layout_id
where coalesce(substr(t.states, s.slot + 1, 1), 'n') <> '.';

-- The cells of current reports, with the decision that stands on each. "Is not distinct" keeps what has to be worked out
-- of a cell out of the join's key: it is compared where there is a decision, and not for every cell of every report.
create view core.current_cell as
select
  c.*, r.report_year, r.template, r.parser_version, r.document_sha256,
  case when k.document_sha256 is null then c.value else k.value end as counted_value,
  k.corrected_by, k.corrected_at, k.reason as correction_reason
from core.current_report r
join core.cell c on c.unit_id = r.unit_id and c.report_id = r.report_id
left join core.latest_correction k
  on k.document_sha256 = r.document_sha256 and k.indicator = c.indicator and k.applicant = coalesce(c.applicant, '')
  and not k.withdrawn and k.raw is not distinct from c.raw
  and (k.table_no, k.row_no, k.column_no) is not distinct from (c.table_no, c.row_no, c.column_no);
