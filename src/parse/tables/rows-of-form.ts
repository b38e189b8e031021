import type { FormIndex } from '../labels/form-index.js';
import type { GridRow } from './grid.js';

/** 件数, before the row that needs no label. */
export function withoutName(row: GridRow, index: FormIndex): GridRow {
  const [first, ...rest] = row.cells;
  const isName = first !== undefined && first.text !== '' && index.isIgnored(first.text);
  return isName ? { ...row, cells: rest } : row;
}

/** How many cells of this row are labels of the form's columns or of groups of them. */
export function columnLabels(row: GridRow, { columns, columnGroups }: FormIndex): number {
  return row.cells.filter(
    ({ continued, worded, text }) =>
      !continued && worded && (columns.find(text).length > 0 || columnGroups.find(text).length > 0),
  ).length;
}

/** How many labels of these rows are columns of the form word for word. */
export function exactColumns(rows: readonly GridRow[], { columns }: FormIndex): number {
  const labels = rows.flatMap(({ cells }) => cells.flatMap(({ text }) => columns.find(text)));
  return new Set(labels.filter(({ exact }) => exact)).size;
}
