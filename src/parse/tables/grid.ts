import type { Cell, Table } from '../../model/document.js';
import { ReadError } from '../readers/read-error.js';

/** A table with its spans expanded: every place of the grid knows the printed cell that covers it. */
export interface Grid {
  readonly table: Table;
  readonly rows: readonly GridRow[];
  readonly width: number;
}

export interface GridRow {
  readonly index: number;
  /** The distinct cells that cover this row, left to right; cells from above are `continued`. */
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly cell: Cell;
  /** Outer white space removed, as `raw` is stored. */
  readonly text: string;
  /** Where the cell starts in the grid. */
  readonly row: number;
  readonly column: number;
  /** Last grid column that it covers. */
  readonly lastColumn: number;
  /** Covers this row from above. */
  readonly continued: boolean;
  /** Prints more than ASCII: only then it may be a label of a form. */
  readonly worded: boolean;
}

/** HTML Standard §4.9.12, "forming a table"; a table over the budget is refused, never cut. */
export function toGrid(table: Table): Grid {
  const taken: Placed[][] = table.rows.map(() => []);
  let budget = CELL_BUDGET;
  let width = 0;
  table.rows.forEach((row, rowIndex) => {
    const free = freeColumns(taken[rowIndex]!);
    for (const cell of row) {
      const column = free.next();
      const rowsBelow = Math.min(cell.rowSpan, table.rows.length - rowIndex);
      budget -= rowsBelow * cell.columnSpan;
      if (budget < 0)
        throw new ReadError('read/too-large', `第 ${table.ordinal + 1} 个表格超过 ${CELL_BUDGET} 格，未读取`);
      const placed = {
        cell,
        row: rowIndex,
        column,
        last: column + cell.columnSpan - 1,
        text: trimCell(cell.text),
      };
      for (let r = rowIndex; r < rowIndex + rowsBelow; r++) taken[r]!.push(placed);
      free.skipTo(placed.last + 1);
      width = Math.max(width, placed.last + 1);
    }
  });
  return { table, rows: taken.map(toRow), width };
}

/** Walks over the columns of a row that no cell from above covers. */
function freeColumns(fromAbove: readonly Placed[]): { next: () => number; skipTo: (column: number) => void } {
  const covered = [...fromAbove].sort((a, b) => a.column - b.column);
  let column = 0;
  let place = 0;
  return {
    next: () => {
      for (; place < covered.length && covered[place]!.column <= column; place++)
        column = Math.max(column, covered[place]!.last + 1);
      return column;
    },
    skipTo: (next) => {
      column = next;
    },
  };
}

interface Placed {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly last: number;
  readonly text: string;
}

function toRow(placed: readonly Placed[], index: number): GridRow {
  const sorted = [...placed].sort((a, b) => a.column - b.column);
  return {
    index,
    cells: sorted
      .filter(({ cell }) => !cell.gap)
      .map(({ cell, text, row, column, last }) => ({
        cell,
        text,
        row,
        column,
        lastColumn: last,
        continued: row !== index,
        worded: WORDED.test(text),
      })),
  };
}

/** The outer white space that a printed cell does not show: ASCII, no-break, full-width, zero-width. */
export function trimCell(text: string): string {
  return text.replace(OUTER_SPACE, '');
}

const WORDED = /[^\0-\x7f]/;
const OUTER_SPACE =
  /^[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]+|[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]+$/g;

/** 博达 pages lay out whole articles in tables of some 320 columns; a hostile page can ask for 65 million cells. */
const CELL_BUDGET = 200_000;
