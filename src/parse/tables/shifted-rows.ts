import type { GridCell, GridRow } from './grid.js';
import type { Header } from './header.js';

/** A row that was read without positions. */
export interface UnpositionedRow {
  readonly row: GridRow;
  readonly values: readonly GridCell[];
  readonly header: Header;
}

/**
 * Without positions, a row that misses a cell inside is as long as the header where filler cells stand behind the
 * others: it ends in a blank, and other rows are longer (`mostValues`: the most cells that a row under a header has).
 */
export function shiftedRows(
  unpositioned: readonly UnpositionedRow[],
  mostValues: ReadonlyMap<Header, number>,
): ReadonlyMap<number, GridRow> {
  const shifted = unpositioned.filter(
    ({ values, header }) =>
      mostValues.get(header)! > values.length &&
      values.at(-1)!.text === '' &&
      values.some(({ text }) => text !== ''),
  );
  return new Map(shifted.map(({ row }) => [row.index, row]));
}
