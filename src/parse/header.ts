import type { FormIndex } from './form-index.js';
import { isUnder } from './form-index.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { headerUnit } from './header-unit.js';
import { printedOrder } from './printed-order.js';

/** Which column of the form stands where, as the header rows print it. */
export interface Header {
  /** By grid column: a column key, OTHER for a label that isn't the form's, null where nothing is printed. */
  readonly at: readonly (string | null)[];
  /** Column keys in the order they are printed; null when the header doesn't prove an order. */
  readonly order: readonly string[] | null;
  readonly units: ReadonlyMap<string, string>;
  /** Labels that no column of the form has; none where the format keeps no positions to tell by. */
  readonly unknown: readonly GridCell[];
}

/** A printed column that the form doesn't have (单位, 备注, 历年累计): its cells are not figures. */
export const OTHER_COLUMN = '';

export function readHeader(rows: readonly GridRow[], { width, table }: Grid, index: FormIndex): Header {
  const at: (string | null)[] = [];
  const unknown = new Set<GridCell['cell']>();
  const unknownCells: GridCell[] = [];
  const units = new Map<string, string>();
  for (let column = 0; column < width; column++) {
    const path = pathAt(rows, column).filter(({ text }) => !index.isIgnored(text));
    const key = path.length === 0 ? null : resolveColumn(path, rows, index);
    at.push(key);
    if (table.positioned && key === OTHER_COLUMN && !unknown.has(path.at(-1)!.cell)) {
      unknown.add(path.at(-1)!.cell);
      unknownCells.push(path.at(-1)!);
    }
    const unit = key ? headerUnit(path.map(({ text }) => text)) : null;
    if (key && unit) units.set(key, unit);
  }
  return { at, order: printedOrder(rows, index), units, unknown: unknownCells };
}

/** Labels over one grid column, top to bottom; each cell once, blanks left out. */
function pathAt(rows: readonly GridRow[], column: number): GridCell[] {
  const path: GridCell[] = [];
  for (const row of rows) {
    const cell = row.cells.find((c) => c.column <= column && column <= c.lastColumn);
    if (cell && cell.text !== '' && !path.some((known) => known.cell === cell.cell)) path.push(cell);
  }
  return path;
}

function resolveColumn(path: readonly GridCell[], rows: readonly GridRow[], index: FormIndex): string {
  const groups: string[] = [];
  for (const cell of path.slice(0, -1)) {
    const group = index.columnGroups.find(cell.text)[0];
    if (group) groups.push(group.key);
    else if (!isCaption(cell, rows)) return OTHER_COLUMN;
  }
  const matches = index.columns
    .find(path.at(-1)!.text)
    .filter(({ key }) => isUnder(index.columnByKey.get(key)!.path, groups));
  return matches.length === 1 ? matches[0]!.key : OTHER_COLUMN;
}

/** A label over all that its row prints says nothing of one column. */
export function isCaption(cell: GridCell, rows: readonly GridRow[]): boolean {
  const own = rows.find((row) => row.index === cell.row);
  return own?.cells.every((other) => other.text === '' || other.cell === cell.cell) ?? false;
}
