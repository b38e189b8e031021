import type { Grid, GridRow } from './grid.js';
import { isNumberingRow, ownNumbers, ownTexts } from './row-kinds.js';
import type { Claim } from './table-reading.js';

/**
 * Rows of the form that print nothing, next to a row of numbers without a label of its own: where a page break tore the
 * label off its values, they are that row's. Whether it was left blank can't be said, so its blanks are not read. By index.
 */
export function doubtfulBlanks(claims: readonly Claim[], { rows }: Grid): ReadonlyMap<number, GridRow> {
  const claimed = new Set(claims.map(({ row }) => row));
  const printing = new Set(claims.filter(({ cell }) => cell.text !== '').map(({ row }) => row));
  const isTornOff = (place: number, blank: GridRow): boolean => {
    const row = rows[place];
    return row !== undefined && !claimed.has(place) && isNumbersOf(row, blank);
  };
  const doubtful = rows.filter(
    (row, place) =>
      claimed.has(place) && !printing.has(place) && (isTornOff(place - 1, row) || isTornOff(place + 1, row)),
  );
  return new Map(doubtful.map((row) => [row.index, row]));
}

/** Numbers without words, or with some of the row's own, torn too. */
function isNumbersOf(row: GridRow, blank: GridRow): boolean {
  if (ownNumbers(row).length < FEWEST_NUMBERS || isNumberingRow(row)) return false;
  const labels = ownTexts(blank);
  return ownTexts(row).every((text) => !HAN.test(text) || labels.some((label) => label.includes(text)));
}

const HAN = /[一-鿿]/;
/** One number alone is a page's. */
const FEWEST_NUMBERS = 2;
