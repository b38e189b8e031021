import { sql } from 'kysely';
import type { Merger } from '../../model/series.js';
import type { Database } from '../postgres/database.js';
import { readFigures } from '../reports/stored-readings.js';

/**
 * Mergers of units of which it is known from whom all comes, by unit. Left out are years in which a unit was split too, or
 * in which one that was merged into it still published a report of its own.
 */
export async function readMergers(db: Database, unitIds: readonly string[]): Promise<Map<string, Merger[]>> {
  const { rows } = await sql<Row>`
    with event as (
      select distinct on (u.unit_id, e.event_id)
        u.unit_id, extract(year from e.happened_on)::integer as year, e.kind, e.from_units, e.to_units
      from core.unit_event e
      cross join lateral unnest(e.from_units || e.to_units) u (unit_id)
      where e.kind in ('merge', 'split') and u.unit_id = any(${[...unitIds]}::text[])
    ),
    merger as (
      select unit_id, year from event
      group by unit_id, year
      having bool_and(kind = 'merge' and to_units = array[unit_id])
    ),
    predecessor as (
      select m.unit_id, m.year, f.from_id
      from merger m
      join event e on e.unit_id = m.unit_id and e.year = m.year
      cross join lateral unnest(e.from_units) f (from_id)
      union
      select m.unit_id, m.year, m.unit_id from merger m
      where exists (
        select from core.unit_record r where r.unit_id = m.unit_id and r.valid_from < make_date(m.year, 1, 1))
    )
    select p.unit_id, p.year, p.from_id, coalesce(s.name, p.from_id) as name, r.report_id
    from predecessor p
    left join core.unit_span s on s.unit_id = p.from_id
      and make_date(p.year - 1, 12, 31) >= s.from_day and make_date(p.year - 1, 12, 31) < s.to_day
    left join core.current_report r on r.unit_id = p.from_id and r.report_year = p.year - 1
    where not exists (
      select from predecessor other
      join core.report still on still.unit_id = other.from_id and still.report_year = other.year
      where other.unit_id = p.unit_id and other.year = p.year and other.from_id <> p.unit_id)
    order by p.unit_id, p.year, p.from_id collate "C"`.execute(db.kysely);
  const held = rows.flatMap(({ from_id, report_id }) => (report_id ? [{ unit_id: from_id, report_id }] : []));
  const figures = held.length > 0 ? await readFigures(db, held) : new Map();
  const mergers = new Map<string, Map<number, Merger>>();
  for (const { unit_id, year, from_id, name, report_id } of rows) {
    const years = mergers.get(unit_id) ?? new Map<number, Merger>();
    mergers.set(unit_id, years);
    const before = years.get(year)?.predecessors ?? [];
    const read = report_id ? (figures.get(report_id) ?? []) : null;
    years.set(year, { year, predecessors: [...before, { unitId: from_id, unitName: name, figures: read }] });
  }
  return new Map([...mergers].map(([unit, years]) => [unit, [...years.values()]]));
}

interface Row {
  readonly unit_id: string;
  readonly year: number;
  readonly from_id: string;
  readonly name: string;
  readonly report_id: string | null;
}
