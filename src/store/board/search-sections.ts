import { type RawBuilder, sql } from 'kysely';
import { type Database, inSnapshot } from '../postgres/database.js';
import { gramsOfWords } from './grams-of.js';
import { type BoardReader, becomeOwner, becomeReader, WITHOUT_JIT } from './read-board.js';

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
 * Sections that hold all the words, newest first; one more than `limit` tells that there are others. The index, which
 * readers don't see, names the reports that may have them, in order, and those that it doesn't know; as readers may, their
 * sections are read, ever more reports at a time, until there are enough.
 */
export function searchSections(
  db: Database,
  filter: SearchFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<SectionHit[]> {
  return inSnapshot(db, async ({ client, kysely }) => {
    await client.execute(WITHOUT_JIT);
    await client.execute(BY_INDEX);
    const wanted = offset + limit + 1;
    const found: Place[] = [];
    for (let [from, count] = [0, FIRST_REPORTS]; found.length < wanted; from += count, count *= GROWTH) {
      const reports = await candidates(kysely, filter, { from, count });
      await becomeReader(client);
      found.push(...(await matches(kysely, filter, reports, wanted - found.length)));
      if (reports.length < count) break;
      await becomeOwner(client);
    }
    await becomeReader(client);
    return hits(kysely, found.slice(offset));
  });
}

interface Report {
  readonly unitId: string;
  readonly year: number;
}

interface Place extends Report {
  readonly ordinal: number;
}

/** Reports that the words may be in. */
async function candidates(
  owner: BoardReader,
  { unitIds, words, year: only }: SearchFilter,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<Report[]> {
  const year = only ?? null;
  const grams = `{${gramsOfWords(words).join(',')}}`;
  const chosen = sql`(${year}::int is null or report_year = ${year})
    and (${unitIds === null} or unit_id = any(${[...(unitIds ?? [])]}::text[]))`;
  const { rows } = await sql<Report>`
    select unit_id as "unitId", report_year as year
    from (
      select unit_id, report_year from core.current_section_gram where grams @> ${grams}::smallint[] and ${chosen}
      union all
      select unit_id, report_year from core.current_section_gram where grams is null and ${chosen}
    ) report
    order by report_year desc, unit_id offset ${from} limit ${count}`.execute(owner);
  return rows;
}

/** The first of their sections that have the words, in the order of the reports. */
async function matches(
  reader: BoardReader,
  { words, section: only }: SearchFilter,
  reports: readonly Report[],
  limit: number,
): Promise<Place[]> {
  const section = only ?? null;
  const holds = words.map((word) => sql`s.text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const { rows } = await sql<Place>`
    select c.unit_id as "unitId", c.report_year as year, s.ordinal
    from (select * from ${listOf(reports)} order by place offset 0) c
    cross join lateral (
      select s.ordinal
      from mart.section s
      where s.unit_id = c.unit_id and s.report_year = c.report_year
        and ${sql.join(holds, sql` and `)} and (${section}::text is null or s.code = ${section})
      order by s.ordinal offset 0
    ) s
    order by c.place, s.ordinal limit ${limit}`.execute(reader);
  return rows;
}

async function hits(reader: BoardReader, places: readonly Place[]): Promise<SectionHit[]> {
  const ordinals = places.map(({ ordinal }) => ordinal);
  const { rows } = await sql<SectionHit>`
    select c.unit_id as "unitId", c.report_year as year, s.code, s.heading, s.text
    from ${listOf(places)}
    join unnest(${ordinals}::int[]) with ordinality as o (ordinal, place) on o.place = c.place
    cross join lateral (
      select s.code, s.heading, s.text
      from mart.section s
      where s.unit_id = c.unit_id and s.report_year = c.report_year and s.ordinal = o.ordinal offset 0
    ) s
    order by c.place`.execute(reader);
  return rows;
}

/** Reports as a table `c`, with their place in the list. */
function listOf(reports: readonly Report[]): RawBuilder<unknown> {
  return sql`unnest(${reports.map(({ unitId }) => unitId)}::text[], ${reports.map(({ year }) => year)}::int[])
    with ordinality as c (unit_id, report_year, place)`;
}

/** The planner takes looking through all the numbers of a report for cheap: of a common word it would do so for every report. */
const BY_INDEX = 'set local enable_seqscan = off';
/** A page of hits is mostly found in so many reports, and a word that hardly occurs is looked for in few more. */
const FIRST_REPORTS = 500;
const GROWTH = 10;
