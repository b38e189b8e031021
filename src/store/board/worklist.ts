import { type RawBuilder, sql } from 'kysely';
import type { Evidence, Severity } from '../../model/finding.js';
import type { DecisionState, FindingRow } from './board-data.js';
import type { BoardReader } from './read-board.js';

/** A finding with its words, and with what a person decided of it. */
export interface WorkItem {
  readonly unitId: string;
  readonly year: number;
  readonly check: string;
  readonly severity: Severity;
  readonly outcome: string | null;
  readonly message: string;
  readonly evidence: readonly Evidence[] | null;
  readonly indicator: string | null;
  readonly applicant: string | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly documentSha256: string | null;
  readonly key: string;
  readonly state: DecisionState;
  readonly stateZh: string;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** The findings of one unit, of a year or of all, gravest first. */
export function unitWorkItems(reader: BoardReader, unitId: string, year?: number): Promise<WorkItem[]> {
  const ofYear = year === undefined ? sql`` : sql`and report_year = ${year}`;
  return select(reader, sql`unit_id = ${unitId} ${ofYear}`);
}

/** A finding as a line of a list: its evidence, which costs most to read, is left out. */
export type WorkLine = Omit<WorkItem, 'evidence'>;

/** These findings in full, gravest first. */
export function workItems(reader: BoardReader, rows: readonly FindingRow[]): Promise<WorkItem[]> {
  return pick(rows, (where) => select(reader, where));
}

/** These findings as lines, gravest first. */
export function workLines(reader: BoardReader, rows: readonly FindingRow[]): Promise<WorkLine[]> {
  return pick(rows, (where) => select<WorkLine>(reader, where, sql``));
}

async function pick<T extends WorkLine>(
  rows: readonly FindingRow[],
  read: (where: RawBuilder<unknown>) => Promise<T[]>,
): Promise<T[]> {
  if (rows.length === 0) return [];
  const units = [...new Set(rows.map(({ unitId }) => unitId))];
  const keys = new Set(rows.map(idOf));
  const named = [...new Set(rows.map(({ key }) => key))];
  const found = await read(sql`unit_id = any(${units}::text[]) and finding_key = any(${named}::text[])`);
  return found.filter((item) => keys.has(idOf(item)));
}

async function select<T extends WorkLine = WorkItem>(
  reader: BoardReader,
  where: RawBuilder<unknown>,
  evidence = sql`evidence,`,
): Promise<T[]> {
  const { rows } = await sql<T>`
    select unit_id as "unitId", report_year as year, check_id as "check", severity, outcome, message, ${evidence} indicator,
      applicant, table_no as "table", row_no as "row", column_no as "column", document_sha256 as "documentSha256",
      finding_key as key, state, state_zh as "stateZh", note, decided_by as "decidedBy", decided_at as "decidedAt"
    from mart.worklist
    where ${where}
    order by array_position(array['blocker', 'error', 'warning', 'info'], severity), report_year desc, unit_id, check_id,
      table_no, row_no, column_no, finding_key`.execute(reader);
  return rows;
}

function idOf({ unitId, year, key }: { unitId: string; year: number; key: string }): string {
  return `${unitId} ${year} ${key}`;
}
