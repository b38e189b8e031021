import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';

/** Which rows of a public view: a filter on a column that the view doesn't have leaves it whole. */
export interface ViewFilters {
  readonly years?: { readonly from: number; readonly to: number } | undefined;
  /** A unit and all that stand below it today. */
  readonly under?: string | undefined;
  /** Units of one kind (town, department …), as they are today. */
  readonly kind?: string | undefined;
  /** Units and years whose current report has this form (t2021 …). */
  readonly form?: string | undefined;
}

export interface HeldYears {
  readonly all: readonly number[];
  readonly left: readonly number[];
}

/** No such unit, kind, form or view. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}

/** The filters as conditions on a relation `v` that has these columns. */
export function conditionsOf(held: ReadonlySet<string>, filters: ViewFilters): RawBuilder<unknown> {
  const { years, under, kind, form } = filters;
  const conditions = [sql`true`];
  if (years && held.has('report_year')) {
    conditions.push(sql`v.report_year between ${years.from}::int and ${years.to}::int`);
  }
  const unitColumn = held.has('unit_id') ? 'unit_id' : held.has('parent_id') ? 'parent_id' : null;
  if (under !== undefined && unitColumn) {
    conditions.push(
      sql`${sql.ref(`v.${unitColumn}`)} in (select unit_id from core.unit_ancestor where ancestor_id = ${under})`,
    );
  }
  if (kind !== undefined && held.has('unit_id')) {
    conditions.push(sql`v.unit_id in (select unit_id from core.unit_today where kind = ${kind})`);
  }
  if (form !== undefined && held.has('unit_id') && held.has('report_year')) {
    conditions.push(
      sql`(v.unit_id, v.report_year) in (select unit_id, report_year from core.current_report where template = ${form})`,
    );
  }
  return sql.join(conditions, sql` and `);
}

/** The years of current reports, all of them and those that the filters leave. */
export async function heldYears({ kysely }: Transaction, filters: ViewFilters): Promise<HeldYears> {
  const years = async (conditions: RawBuilder<unknown>): Promise<number[]> => {
    const { rows } = await sql<{ year: number }>`
      select distinct v.report_year as year from core.current_report v where ${conditions} order by 1`.execute(
      kysely,
    );
    return rows.map(({ year }) => year);
  };
  const conditions = conditionsOf(new Set(['unit_id', 'report_year']), filters);
  return { all: await years(sql`true`), left: await years(conditions) };
}

/** Refuses a unit, kind or form that nobody knows, and says which there are: an empty dataset would look like an answer. */
export async function refuseUnknown(
  { kysely }: Transaction,
  { under, kind, form }: ViewFilters,
): Promise<void> {
  const known = async (query: RawBuilder<{ name: string }>): Promise<string[]> =>
    (await query.execute(kysely)).rows.map(({ name }) => name);
  if (under !== undefined) {
    const units = await known(sql`select unit_id as name from core.unit where unit_id = ${under}`);
    if (units.length === 0) throw new UnknownNameError(`there is no unit ${under}: its id is in mart.unit`);
  }
  if (kind !== undefined) {
    const kinds = await known(sql`select distinct kind as name from core.unit_today order by 1`);
    if (!kinds.includes(kind)) {
      throw new UnknownNameError(
        `there is no unit of kind ${kind}: there are ${kinds.join(', ') || 'no units'}`,
      );
    }
  }
  if (form !== undefined) {
    const forms = await known(sql`select distinct unnest(templates) as name from core.indicator order by 1`);
    if (!forms.includes(form)) {
      throw new UnknownNameError(`there is no form ${form}: there are ${forms.join(', ')}`);
    }
  }
}
