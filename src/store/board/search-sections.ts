import { sql } from 'kysely';
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

/** Sections that hold all the words, newest first; one more than `limit` tells that there are others. */
export async function searchSections(
  reader: BoardReader,
  filter: SearchFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<SectionHit[]> {
  const { words, year = null, section = null } = filter;
  const holds = words.map((word) => sql`s.text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const { rows } = await sql<SectionHit>`
    select s.unit_id as "unitId", s.report_year as year, s.code, s.heading, s.text
    from mart.section s
    where ${sql.join(holds, sql` and `)}
      and (${year}::int is null or s.report_year = ${year})
      and (${section}::text is null or s.code = ${section})
      and (${filter.unitIds === null} or s.unit_id = any(${[...(filter.unitIds ?? [])]}::text[]))
    order by s.report_year desc, s.unit_id, s.ordinal
    limit ${limit + 1} offset ${offset}`.execute(reader);
  return rows;
}
