import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';
import { PAGED } from './paged-views.js';
import { conditionsOf, type ViewFilters } from './view-filters.js';

/**
 * About how many rows a view has that has many of each report; null where they are few. Counting the cells of a million
 * reports takes minutes; those of some tell as much.
 */
export async function aboutRows(
  { kysely }: Transaction,
  name: string,
  filters: ViewFilters,
): Promise<number | null> {
  const paged = PAGED[name];
  if (!paged) return null;
  const conditions = conditionsOf(new Set(['unit_id', 'report_year']), filters);
  const { rows: years } = await sql<{ year: number; reports: number; units: string[] }>`
    select v.report_year as year, count(*)::int as reports,
      (array_agg(v.unit_id order by md5(v.unit_id)))[1:${sql.lit(SAMPLE_REPORTS)}] as units
    from ${paged.of} v where ${conditions} group by 1`.execute(kysely);
  if (years.reduce((sum, { reports }) => sum + reports, 0) <= FEW_REPORTS) return null;
  let about = 0;
  for (const { year, reports, units } of years) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from mart.${sql.ref(name)} v
      where v.report_year = ${year}::int and v.unit_id = any(${units}::text[])`.execute(kysely);
    about += (rows[0]!.count / units.length) * reports;
  }
  return Math.round(about);
}

/** Of each year, for an estimate. */
const SAMPLE_REPORTS = 20;
/** All that any view has of so many is less than one sheet of Excel holds. */
const FEW_REPORTS = 1000;
