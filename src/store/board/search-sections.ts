import { sql } from 'kysely';
import { gramsOf } from './grams-of.js';
import type { BoardReader } from './read-board.js';

export interface SearchFilter {
  /** Null: of all. */
  readonly unitIds: readonly string[] | null;
  /** All must stand in the section. */
  readonly words: readonly string[];
  readonly year?: number | undefined;
  readonly section?: string | undefined;
}

export interface SectionHit {
  readonly unitId: string;
  readonly year: number;
  readonly code: string;
  readonly heading: string;
  readonly text: string;
}

/**
 * Sections that hold all the words, newest first; one more than `limit` tells that there are others. The index names the
 * reports that may have them, in order, and those that it doesn't know; their sections are read until there are enough.
 */
export async function searchSections(
  reader: BoardReader,
  filter: SearchFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<SectionHit[]> {
  const { words, year = null, section = null } = filter;
  const holds = words.map((word) => sql`s.text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const grams = `{${[...new Set(words.flatMap((word) => [...gramsOf([word])]))].join(',')}}`;
  const chosen = sql`(${year}::int is null or report_year = ${year})
    and (${filter.unitIds === null} or unit_id = any(${[...(filter.unitIds ?? [])]}::text[]))`;
  const { rows } = await sql<SectionHit>`
    with candidate as materialized (
      select unit_id, report_year from mart.section_gram where grams @> ${grams}::smallint[] and ${chosen}
      union all
      select unit_id, report_year from mart.section_gram where grams is null and ${chosen}
    )
    select c.unit_id as "unitId", c.report_year as year, s.code, s.heading, s.text
    from (select * from candidate order by report_year desc, unit_id offset 0) c
    cross join lateral (
      select s.ordinal, s.code, s.heading, s.text
      from mart.section s
      where s.unit_id = c.unit_id and s.report_year = c.report_year
        and ${sql.join(holds, sql` and `)} and (${section}::text is null or s.code = ${section})
      order by s.ordinal offset 0
    ) s
    order by c.report_year desc, c.unit_id, s.ordinal
    limit ${limit + 1} offset ${offset}`.execute(reader);
  return rows;
}
