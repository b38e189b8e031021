import type { GridCell, GridRow } from './grid.js';
import type { Header } from './header.js';

/**
 * How many of the rows under each header fit its columns. Where most of many don't, the header prints other columns than
 * its table has, and a row that fits all the same does so by chance.
 */
export class HeaderFits {
  readonly #rows = new Map<Header, { readonly placed: GridRow[]; misfits: number }>();

  note(header: Header, row: GridRow, isPlaced: boolean): void {
    const rows = this.#rows.get(header) ?? { placed: [], misfits: 0 };
    this.#rows.set(header, rows);
    if (isPlaced) rows.placed.push(row);
    else rows.misfits += 1;
  }

  /** Rows that fit by chance, by index. */
  doubtful(): ReadonlyMap<number, GridRow> {
    const rows = [...this.#rows.values()]
      .filter(({ placed, misfits }) => misfits >= MANY && misfits > MOSTLY * placed.length)
      .flatMap(({ placed }) => placed);
    return new Map(rows.map((row) => [row.index, row]));
  }

  /** Rows that fit, but have a blank cell behind their label that stands under none. */
  unheaded(): readonly GridRow[] {
    return [...this.#rows].flatMap(([header, { placed }]) =>
      placed.filter((row) => hasUnheaded(row, header)),
    );
  }
}

function hasUnheaded({ cells }: GridRow, { at }: Header): boolean {
  const isUnder = ({ column, lastColumn }: GridCell): boolean =>
    at.slice(column, lastColumn + 1).some((key) => key !== null);
  const label = cells.findLastIndex((cell) => HAN.test(cell.text) && !isUnder(cell));
  return cells.slice(label + 1).some((cell) => !isUnder(cell));
}

const HAN = /[一-鿿]/;

const MANY = 5;
const MOSTLY = 3;
