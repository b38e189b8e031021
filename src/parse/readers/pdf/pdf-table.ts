import type { Cell } from '../../../model/document.js';
import type { FilledCell, FilledTable } from './pdf-cell-text.js';
import { cluster, mean } from './pdf-rulings.js';

export interface PdfRows {
  readonly rows: readonly (readonly Cell[])[];
  /** Places of the cells whose text runs over a line. */
  readonly overflowing: readonly { readonly row: number; readonly column: number }[];
}

/** Rows, columns and spans from where the cells stand; an edge that no cell has is no row or column. */
export function toRows({ cells }: Pick<FilledTable, 'cells'>): PdfRows {
  const columns = edges(cells.flatMap(({ left, right }) => [left, right]));
  const rows = edges(cells.flatMap(({ top, bottom }) => [top, bottom]));
  const placed = cells.map((cell) => ({
    cell,
    row: nearest(rows, cell.top),
    column: nearest(columns, cell.left),
    rowSpan: nearest(rows, cell.bottom) - nearest(rows, cell.top),
    columnSpan: nearest(columns, cell.right) - nearest(columns, cell.left),
  }));
  const table: Cell[][] = rows.slice(1).map(() => []);
  for (const own of [...placed].sort((a, b) => a.column - b.column))
    table[own.row]?.push(toCell(own.cell, own.columnSpan, own.rowSpan));
  const overflowing = placed
    .filter(({ cell }) => cell.overflowing)
    .map(({ row, column }) => ({ row, column }));
  return { rows: table, overflowing };
}

function toCell({ text, open }: FilledCell, columnSpan: number, rowSpan: number): Cell {
  const cell = { text, columnSpan, rowSpan };
  return open && text === '' ? { ...cell, gap: true } : cell;
}

function edges(all: readonly number[]): number[] {
  return cluster(all, (at) => at).map(mean);
}

function nearest(lanes: readonly number[], at: number): number {
  return lanes.reduce(
    (best, lane, place) => (Math.abs(lane - at) < Math.abs(lanes[best]! - at) ? place : best),
    0,
  );
}
