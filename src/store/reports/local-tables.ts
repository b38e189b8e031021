import type { LocalCell } from '../../model/extraction.js';
import { storableJson } from '../postgres/copy-text.js';

/** The local cells of one table as core.local_table holds them. */
export interface LocalTable {
  readonly tableNo: number;
  /** JSON: [row, column, label, heading, raw] for each. */
  readonly cells: string;
}

export function localTablesOf(cells: readonly LocalCell[]): LocalTable[] {
  const byTable = new Map<number, unknown[]>();
  for (const { table, row, column, label, heading, raw } of cells)
    byTable.set(table, [...(byTable.get(table) ?? []), [row, column, label, heading, raw]]);
  return [...byTable].map(([tableNo, held]) => ({ tableNo, cells: storableJson(held) }));
}
