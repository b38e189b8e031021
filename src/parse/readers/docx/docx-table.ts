import type { BuiltCell } from '../block-builder.js';

/** What `w:tcPr` says of a cell's place; a gap is `w:gridBefore` or `w:gridAfter`. */
export interface TableCellProperties {
  span: number;
  vertical: 'restart' | 'continue' | null;
  horizontal: 'restart' | 'continue' | null;
  /** It has a ground of its own. */
  shaded?: boolean;
}

export const plainCell = (): TableCellProperties => ({ span: 1, vertical: null, horizontal: null });

/**
 * Vertical and horizontal merges as spans (ECMA-376 §17.4.84 vMerge, §17.4.22 hMerge). A cell that goes on with one
 * above must start and end in the same grid columns, else it stands for itself.
 */
export function mergeCells(
  rows: readonly BuiltCell[][],
  properties: readonly TableCellProperties[][],
): BuiltCell[][] {
  let above: ReadonlyMap<number, MutableCell> = new Map();
  return rows.map((row, r) => {
    const { kept, open } = mergeRow(row, properties[r]!, above);
    above = open;
    return kept;
  });
}

/** The row's own cells, and by grid column those that the row below may go on with. */
function mergeRow(
  row: readonly BuiltCell[],
  properties: readonly TableCellProperties[],
  above: ReadonlyMap<number, MutableCell>,
): { kept: MutableCell[]; open: Map<number, MutableCell> } {
  const kept: MutableCell[] = [];
  const open = new Map<number, MutableCell>();
  let column = 0;
  row.forEach((built, place) => {
    const { span, vertical, horizontal } = properties[place] ?? plainCell();
    const width = built.gap ? built.columnSpan : span;
    const left = horizontal === 'continue' ? kept.at(-1) : undefined;
    const upper = vertical === 'continue' ? above.get(column) : undefined;
    if (left) left.columnSpan += width;
    else if (upper?.columnSpan === width) {
      upper.rowSpan += 1;
      open.set(column, upper);
    } else {
      const cell: MutableCell = { ...built, columnSpan: width, rowSpan: 1 };
      kept.push(cell);
      if (vertical !== null) open.set(column, cell);
    }
    column += width;
  });
  return { kept, open };
}

type MutableCell = { -readonly [K in keyof BuiltCell]: BuiltCell[K] };
