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
  if (!positioned)
    return endsInBlank(values, header, positioned) ? null : ordered(withoutFillers(values, header), header);
  const end = Math.max(...values.map(({ lastColumn }) => lastColumn));
  // A row that is wider than its header has a cell too many, and not certainly its last.
  if (end > header.end && header.at[0] === null) return null;
  if (end < header.end && endsInBlank(values, header, positioned)) return null;
  const cells = header.proven ? byPosition(values, header) : null;
  if (cells) return { by: 'position', cells };
  return endsWithHeader(values, header) ? ordered(values, header) : null;
}

/**
 * Where filler columns without a label follow the last column, a row that misses a cell inside is as long as the
 * others, and its last cell under a label is blank.
 */
function endsInBlank(
  values: readonly GridCell[],
  { at, order, fillers }: Header,
  positioned: boolean,
): boolean {
  // Of blanks alone, each is one whichever is missing.
  if (fillers === 0 || values.every(({ text }) => text === '')) return false;
  if (!positioned) return values[(order?.length ?? 0) - 1]?.text === '';
  const isBlankAt = (column: number): boolean =>
    values.find((cell) => cell.column <= column && column <= cell.lastColumn)?.text === '';
  const isShort = Math.max(...values.map(({ lastColumn }) => lastColumn)) < at.length - 1;
  return (
    isBlankAt(at.findLastIndex((key) => key !== null && key !== OTHER_COLUMN)) ||
    (isShort && isBlankAt(at.findLastIndex((key) => key !== null)))
  );
}

function byPosition(values: readonly GridCell[], header: Header): Map<string, GridCell> | null {
  const placed = new Map<string, GridCell>();
  for (const cell of values) {
    const key = columnUnder(cell, header);
    if (key === SEVERAL) return null;
    if (key === null) {
      if (cell.text !== '') return null;
    } else if (key !== OTHER_COLUMN) {
      if (placed.has(key)) return null;
      placed.set(key, cell);
    }
  }
  const whole = placed.size === header.columns && placed.size > 0 && reachesEnd(values, header);
  return whole ? placed : null;
}

/** A row that ends before its header does misses a cell, and not certainly its last. */
function reachesEnd(values: readonly GridCell[], { at }: Header): boolean {
  const end = Math.max(...values.map(({ lastColumn }) => lastColumn));
  return at.slice(end + 1).every((key) => key === null);
}

function columnUnder({ column, lastColumn }: GridCell, { at }: Header): string | typeof SEVERAL | null {
  let found: string | null = null;
  for (let place = column; place <= lastColumn; place++) {
    const key = at[place] ?? null;
    if (key === null || key === found) continue;
    if (found !== null) return SEVERAL;
    found = key;
  }
  return found;
}

const SEVERAL = Symbol('several columns');

function ordered(values: readonly GridCell[], { order }: Header): Placement | null {
  if (!order || values.length !== order.length) return null;
  const cells = new Map(order.map((key, place) => [key, values[place]!]));
  cells.delete(OTHER_COLUMN);
  return { by: 'order', cells };
}

/** Without positions, blanks of as many filler columns as the header has are no values. */
function withoutFillers(values: readonly GridCell[], { order, fillers }: Header): readonly GridCell[] {
  const columns = order?.length ?? 0;
  const filled = values.slice(columns).every(({ text }) => text === '');
  return values.length === columns + fillers && filled ? values.slice(0, columns) : values;
}

/**
 * A cell that is missing inside is not made up by filler behind: the row has to end where its header ends, or as far
 * behind it as its labels are wide, where the header has no corner over them.
 */
function endsWithHeader(values: readonly GridCell[], { at }: Header): boolean {
  const end = at.findLastIndex((key) => key !== null);
  const corner = at[0] === null ? 0 : (values[0]?.column ?? 0);
  const last = values.at(-1)?.lastColumn;
  return corner === 0 ? last === end : last === end + corner && last === at.length - 1;
}
