import { type RawBuilder, sql } from 'kysely';
import type { Measure } from '../../catalogue/measures.js';
import type { BoardReader } from './read-board.js';
import { type UnitFilter, unitsWhere } from './unit-filter.js';

/** A rate of a group of units in one year; numerators and denominators are summed over the units that print both. */
export interface Rate {
  readonly group: string | null;
  readonly year: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Units that print both. */
  readonly n: number;
  /** Units with a report. */
  readonly reports: number;
}

/** What rates can be told apart by. */
export type RateGroup = 'all' | 'county' | 'kind';

/** The rate of each group and year. */
export async function rates(
  reader: BoardReader,
  measure: Measure,
  by: RateGroup,
  filter: UnitFilter,
): Promise<Rate[]> {
  const [top, bottom] = [sql.ref(`y.${measure.numerator}`), sql.ref(`y.${measure.denominator}`)];
  const both = sql`${top} is not null and ${bottom} is not null`;
  const { rows } = await sql<Rate>`
    select ${GROUPS[by]} as "group", y.report_year as year,
      coalesce(sum(${top}) filter (where ${both}), 0)::float8 as numerator,
      coalesce(sum(${bottom}) filter (where ${both}), 0)::float8 as denominator,
      (count(*) filter (where ${both}))::int as n, count(*)::int as reports
    from mart.unit_year y
    join mart.unit u on u.unit_id = y.unit_id
    where ${unitsWhere(filter)}
    group by 1, 2
    order by 1, 2`.execute(reader);
  return rows;
}

export interface UnitRate {
  readonly unitId: string;
  readonly unitName: string;
  readonly county: string | null;
  readonly kind: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Each unit's numerator and denominator in one year, by peers: units of one kind in one county. */
export async function unitRates(
  reader: BoardReader,
  measure: Measure,
  year: number,
  filter: UnitFilter,
): Promise<UnitRate[]> {
  const { rows } = await sql<UnitRate>`
    select u.unit_id as "unitId", u.unit_name as "unitName", u.county, u.unit_kind as kind,
      ${sql.ref(`y.${measure.numerator}`)}::float8 as numerator, ${sql.ref(`y.${measure.denominator}`)}::float8 as denominator
    from mart.unit_year y
    join mart.unit u on u.unit_id = y.unit_id
    where y.report_year = ${year} and ${unitsWhere(filter)}
    order by u.county nulls first, u.unit_kind, u.unit_id
    limit ${MOST_UNITS}`.execute(reader);
  return rows;
}

const GROUPS: Readonly<Record<RateGroup, RawBuilder<unknown>>> = {
  all: sql`'全部'::text`,
  county: sql`coalesce(u.county, '（市本级）')`,
  kind: sql`u.unit_kind`,
};

/** What a table can be read with; narrower by county or kind. */
const MOST_UNITS = 400;
