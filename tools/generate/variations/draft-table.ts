/** A table as a dense grid: rows and columns are put in, taken out, swapped and split without counting spans. */
import type { LayoutTable } from '../layout.js';
import { rowsWithContinuations } from '../table-grid.js';
import type { DraftCell, DraftTable } from './draft.js';

export type Row = (DraftCell | null)[];

/** A printed cell with its spans; `continued` where it goes on from the row above. */
export interface PrintedCell {
  readonly cell: DraftCell;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly continued: boolean;
}

export const label = (text: string): DraftCell => ({ text, figure: null });

/** One label over so many columns. */
export const wide = (text: string, columns: number): Row => {
  const cell = label(text);
  return Array.from({ length: columns }, () => cell);
};

export function draftTable(table: LayoutTable): DraftTable {
  const own = new Map<object, DraftCell>();
  const rows = rowsWithContinuations(table).map((slots) =>
    slots.flatMap(({ cell }) => {
      const known = own.get(cell) ?? { text: cell.text, figure: cell.figure };
      own.set(cell, known);
      return Array.from({ length: cell.columnSpan }, () => known);
    }),
  );
  return { kind: 'table', subject: table.subject, rows };
}

export const widthOf = (table: DraftTable): number => Math.max(...table.rows.map((row) => row.length));

/** Row by row what is printed: merges are the largest rectangles that one cell fills. */
export function printedRows({ rows }: DraftTable): PrintedCell[][] {
  return rows.map((row, r) =>
    row.flatMap((cell, c): PrintedCell[] => {
      if (!cell || row[c - 1] === cell) return [];
      let columnSpan = 1;
      while (row[c + columnSpan] === cell) columnSpan += 1;
      let rowSpan = 1;
      while (covers(rows[r + rowSpan], cell, c, columnSpan)) rowSpan += 1;
      return [{ cell, columnSpan, rowSpan, continued: covers(rows[r - 1], cell, c, columnSpan) }];
    }),
  );
}

function covers(row: Row | undefined, cell: DraftCell, column: number, span: number): boolean {
  return (
    row !== undefined &&
    row[column] === cell &&
    row[column + span - 1] === cell &&
    row[column + span] !== cell &&
    row[column - 1] !== cell
  );
}

/** Puts a column before grid column `at`; cells that cover both sides of it grow, and `make` makes the others. */
export function insertColumn(table: DraftTable, at: number, make: (rowIndex: number) => DraftCell): void {
  for (const [r, row] of table.rows.entries()) {
    const left = row[at - 1];
    row.splice(at, 0, left && left === row[at] ? left : make(r));
  }
}

export function removeColumn(table: DraftTable, at: number): void {
  for (const row of table.rows) row.splice(at, 1);
}

/** Swaps two columns where neither place is part of a wider cell. */
export function swapColumns(table: DraftTable, a: number, b: number, rows = table.rows): void {
  for (const row of rows) {
    if ([a, b].some((c) => row[c] && (row[c] === row[c - 1] || row[c] === row[c + 1]))) continue;
    [row[a], row[b]] = [row[b]!, row[a]!];
  }
}

/** Puts a row before row `at`; cells from above that go on below it cover it too. */
export function insertRow(table: DraftTable, at: number, row: readonly (DraftCell | null)[]): void {
  const [above, below] = [table.rows[at - 1], table.rows[at]];
  table.rows.splice(
    at,
    0,
    row.map((cell, c) => (above?.[c] && above[c] === below?.[c] ? above[c] : cell)),
  );
}

/** Cuts a table before row `at`; labels that go on below are printed again, or as empty cells. */
export function splitTable(table: DraftTable, at: number, below: 'repeated' | 'empty'): DraftTable {
  const copies = new Map<DraftCell, DraftCell>();
  const above = new Set(table.rows.slice(0, at).flat());
  const rows = table.rows.slice(at).map((row) =>
    row.map((cell) => {
      if (!cell || !above.has(cell)) return cell;
      const copy = copies.get(cell) ?? { ...cell, text: below === 'empty' ? '' : cell.text };
      copies.set(cell, copy);
      return copy;
    }),
  );
  table.rows = table.rows.slice(0, at);
  return { ...table, rows };
}

/** A copy whose cells are its own, for a header that is printed twice. */
export function copyRows(rows: readonly Row[]): Row[] {
  const copies = new Map<DraftCell, DraftCell>();
  return rows.map((row) =>
    row.map((cell) => {
      if (!cell) return null;
      const copy = copies.get(cell) ?? { ...cell };
      copies.set(cell, copy);
      return copy;
    }),
  );
}

/** Rows before the first that prints a figure. */
export function headerHeight(table: DraftTable): number {
  const first = table.rows.findIndex((row) => row.some((cell) => cell?.figure));
  return first < 0 ? table.rows.length : first;
}
