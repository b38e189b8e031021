import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

/** A list page that was read, or asked for in vain, when a report was looked for. */
export interface ListPageRead {
  readonly sourceId: string;
  readonly url: string;
  readonly readAt: Date;
  readonly status: number | null;
  /** The site answered that nothing had changed since the bytes of `sha256`. */
  readonly notModified: boolean;
  readonly sha256: string | null;
  readonly items: number | null;
  readonly reports: number | null;
  readonly failure: string | null;
}

/** Why a report that is due and not held is believed not to be there, or why that can't be said. */
export interface Absence {
  readonly unitId: string;
  readonly year: number;
  readonly proven: boolean;
  readonly duePassed: boolean;
  readonly message: string;
  /** What was read for it, one crawl a source. */
  readonly crawlIds: readonly string[];
}

/** All that are due and not held. One costs as much as all: their lists are read through together. */
export async function allAbsences(reader: BoardReader): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select unit_id as "unitId", report_year as year, proven, due_passed as "duePassed", message,
      crawl_ids::text[] as "crawlIds"
    from mart.absence`.execute(reader);
  return rows;
}

/** The list pages that an absence rests on. */
export async function pagesRead(
  reader: BoardReader,
  { crawlIds, year }: Absence,
): Promise<readonly ListPageRead[]> {
  const { rows } = await sql<ListPageRead>`
    select source_id as "sourceId", url, read_at as "readAt", status, not_modified as "notModified", sha256, items, reports,
      failure
    from mart.list_page
    where crawl_id = any(${[...crawlIds]}::uuid[]) and coalesce(report_year, ${year}) = ${year}
    order by source_id, ordinal`.execute(reader);
  return rows;
}
