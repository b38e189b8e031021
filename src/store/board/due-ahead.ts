import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';
import { type UnitFilter, unitsWhere } from './unit-filter.js';

export interface DueDay {
  readonly dueOn: string;
  readonly year: number;
  /** Units of which nothing is published yet, of all that are due that day. */
  readonly waiting: number;
  readonly expected: number;
}

/** Days ahead by which reports are due, soonest first. */
export async function dueAhead(reader: BoardReader, filter: UnitFilter): Promise<DueDay[]> {
  const { rows } = await sql<DueDay>`
    select p.due_on as "dueOn", p.report_year as year,
      (count(*) filter (where p.status = 'not_yet_due'))::int as waiting, count(*)::int as expected
    from mart.publication p
    join mart.unit u on u.unit_id = p.unit_id
    where p.due_on >= (now() at time zone 'Asia/Shanghai')::date and ${unitsWhere(filter)}
    group by p.due_on, p.report_year
    order by p.due_on, p.report_year
    limit 12`.execute(reader);
  return rows;
}
