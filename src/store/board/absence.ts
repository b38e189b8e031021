import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

/** A list page that was read, or asked for in vain, when a report was looked for. */
export interface ListPageRead {
  readonly source_id: string;
  readonly url: string;
  /** ISO 8601. */
  readonly read_at: string;
  readonly status: number | null;
  /** The site answered that nothing had changed since the bytes of `sha256`. */
  readonly not_modified: boolean;
  readonly sha256: string | null;
  readonly items: number | null;
  readonly reports: number | null;
  readonly failure: string | null;
}

/** Why a report that is due and not held is believed not to be there, or why that can't be said. */
export interface Absence {
  readonly proven: boolean;
  readonly duePassed: boolean;
  readonly message: string;
  readonly pages: readonly ListPageRead[];
}

/** Null where a report is held, or none is due. */
export async function absenceOf(reader: BoardReader, unitId: string, year: number): Promise<Absence | null> {
  const { rows } = await sql<Absence>`
    select proven, due_passed as "duePassed", message, pages
    from mart.absence where unit_id = ${unitId} and report_year = ${year}`.execute(reader);
  return rows[0] ?? null;
}
