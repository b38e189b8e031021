import { sql } from 'kysely';
import type { PublicationStatus } from './overview.js';
import type { BoardReader } from './read-board.js';

/** The years that are expected of a unit or published by it. */
export async function unitPublications(
  reader: BoardReader,
  unitId: string,
): Promise<{ readonly year: number; readonly status: PublicationStatus }[]> {
  const { rows } = await sql<{ year: number; status: PublicationStatus }>`
    select report_year as year, status from mart.publication where unit_id = ${unitId} order by report_year`.execute(
    reader,
  );
  return rows;
}
