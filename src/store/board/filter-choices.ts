import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

/** What a filter can be set to: values that occur. */
export interface FilterChoices {
  readonly counties: readonly string[];
  readonly kinds: readonly string[];
  /** Report years, newest first. */
  readonly years: readonly number[];
}

export async function filterChoices(reader: BoardReader): Promise<FilterChoices> {
  const { rows } = await sql<{ counties: string[] | null; kinds: string[] | null; years: number[] | null }>`
    select
      (select array_agg(distinct county) filter (where county is not null) from mart.unit) as counties,
      (select array_agg(distinct unit_kind) from mart.unit) as kinds,
      (select array_agg(distinct report_year) from mart.publication) as years`.execute(reader);
  const { counties, kinds, years } = rows[0]!;
  return {
    counties: [...(counties ?? [])].sort(CHINESE.compare),
    kinds: kinds ?? [],
    years: [...(years ?? [])].sort((a, b) => b - a),
  };
}

/** The embedded database sorts Chinese by code point only. */
const CHINESE = new Intl.Collator('zh-CN');
