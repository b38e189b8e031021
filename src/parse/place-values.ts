import type { GridCell } from './grid.js';
import { type Header, OTHER_COLUMN } from './header.js';

/** Which column each value cell of a row belongs to, and by what right. */
export interface Placement {
  readonly by: 'position' | 'order';
  readonly cells: ReadonlyMap<string, GridCell>;
}

/**
 * By grid position, if every column of the header meets exactly one cell of the row and no other printed cell is
 * left; else by order, if the row has exactly as many cells as the header prints columns; else null: no figures.
 */
export function placeValues(
  values: readonly GridCell[],
  header: Header,
  positioned: boolean,
): Placement | null {
  const cells = positioned ? byPosition(values, header) : null;
  if (cells) return { by: 'position', cells };
  const ordered = byOrder(values, header, positioned);
  return ordered ? { by: 'order', cells: ordered } : null;
}

function byPosition(values: readonly GridCell[], header: Header): Map<string, GridCell> | null {
  const placed = new Map<string, GridCell>();
  for (const cell of values) {
    const keys = columnsUnder(cell, header);
    if (keys.size > 1) return null;
    const key = [...keys][0];
    if (key === undefined) {
      if (cell.text !== '') return null;
    } else if (key !== OTHER_COLUMN) {
      if (placed.has(key)) return null;
      placed.set(key, cell);
    }
  }
  const columns = new Set(header.at.filter((key) => key !== null && key !== OTHER_COLUMN));
  return placed.size === columns.size && placed.size > 0 ? placed : null;
}

function columnsUnder(cell: GridCell, header: Header): ReadonlySet<string> {
  const keys = header.at.slice(cell.column, cell.lastColumn + 1).filter((key) => key !== null);
  return new Set(keys);
}

function byOrder(
  values: readonly GridCell[],
  header: Header,
  positioned: boolean,
): Map<string, GridCell> | null {
  const { order } = header;
  if (!order || values.length !== order.length) return null;
  // A positioned row has to end where its header ends: a cell that is missing inside is not made up by filler behind.
  const headerEnd = header.at.findLastIndex((key) => key !== null);
  if (positioned && values.at(-1)!.lastColumn !== headerEnd) return null;
  return new Map(order.map((key, place) => [key, values[place]!]));
}
