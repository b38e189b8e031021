/** A table's rows with the places that cells from above still cover: what WordprocessingML and plain text print. */
import type { LayoutCell, LayoutTable } from './layout.js';

export type GridSlot =
  | { readonly kind: 'cell'; readonly cell: LayoutCell; readonly column: number }
  | { readonly kind: 'continued'; readonly cell: LayoutCell; readonly column: number };

/** Every row from the first grid column to the last; throws where cells don't fill the grid exactly. */
export function rowsWithContinuations(table: LayoutTable): GridSlot[][] {
  const open = new Map<number, { cell: LayoutCell; left: number }>();
  return table.rows.map((row, rowIndex) => {
    const slots: GridSlot[] = [];
    const cells = [...row];
    let column = 0;
    while (column < table.columns) {
      const above = open.get(column);
      const cell = above?.cell ?? cells.shift();
      if (!cell)
        throw new Error(`${table.subject}: row ${rowIndex} ends at column ${column} of ${table.columns}`);
      slots.push({ kind: above ? 'continued' : 'cell', cell, column });
      const left = (above?.left ?? cell.rowSpan) - 1;
      if (left > 0) open.set(column, { cell, left });
      else open.delete(column);
      column += cell.columnSpan;
    }
    if (cells.length > 0 || column > table.columns)
      throw new Error(`${table.subject}: row ${rowIndex} is wider than ${table.columns} columns`);
    return slots;
  });
}
