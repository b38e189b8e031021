import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

/** How much is held of what stands below one parent, in one report year. */
export interface CoverageRow {
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly year: number;
  readonly expected: number;
  readonly expectedParsed: number;
  readonly unread: number;
  readonly late: number;
  readonly missing: number;
  readonly absenceProven: number;
  readonly notYetDue: number;
  readonly revised: number;
  readonly unreachable: number;
}

/** By year, newest first. */
export async function coverageRows(reader: BoardReader): Promise<CoverageRow[]> {
  const { rows } = await sql<CoverageRow>`
    select parent_id as "parentId", parent_name as "parentName", report_year as year, expected,
      expected_parsed as "expectedParsed", unread, late, missing, absence_proven as "absenceProven",
      not_yet_due as "notYetDue", revised, unreachable
    from mart.coverage order by report_year desc, parent_id`.execute(reader);
  return rows;
}
