-- Less to store for the same contents.

-- Counts fit two bytes; what doesn't stands among the exceptions, as decimals do.
update core.table_reading held
set values = moved.small, exceptions = coalesce(held.exceptions, '{}') || moved.large
from (
  select t.unit_id, t.report_id, t.form_table, t.part,
    array_agg(case when v between -32768 and 32767 then v end order by place) as small,
    jsonb_object_agg(place - 1,
      jsonb_build_object('r', v::text, 'v', v) || coalesce(t.exceptions -> (place - 1)::text, '{}')
    ) filter (where v not between -32768 and 32767) as large
  from core.table_reading t, unnest(t.values) with ordinality as cell (v, place)
  group by t.unit_id, t.report_id, t.form_table, t.part
  having bool_or(v not between -32768 and 32767)
) moved
where (held.unit_id, held.report_id, held.form_table, held.part)
  = (moved.unit_id, moved.report_id, moved.form_table, moved.part);
alter table core.table_reading alter column values type smallint[] using values::smallint[];

-- Evidence mostly repeats figures of the same report: their cells are enough (src/store/evidence-cells.ts). Where cells
-- is null, evidence is all there is.
alter table core.report_finding add column cells smallint[];

-- The figure that counts: the correction where the report has one, else what was reported. A count that isn't whole, or
-- too large for one, is none.
create function core.counted(figures jsonb, cell text, reported integer) returns integer
  language sql immutable parallel safe
  return case
    when figures ? cell then case
      when (figures ->> cell)::numeric % 1 = 0 and abs((figures ->> cell)::numeric) < 2147483648
        then (figures ->> cell)::numeric::integer
    end
    else reported
  end;
create function core.counted(figures jsonb, cell text, reported numeric) returns numeric
  language sql immutable parallel safe
  return case when figures ? cell then (figures ->> cell)::numeric else reported end;

-- Packing section texts was a third of loading: lz4 is several times as fast. A server built without it keeps its own.
do $$
begin
  alter table core.section alter column text set compression lz4;
exception when feature_not_supported then null;
end $$;
