import type { GridRow } from './grid.js';
import type { ResolvedRow } from './resolve-row.js';
import { ownNumbers, ownTexts } from './row-kinds.js';

/**
 * Rows of the form that stand blank right before numbers without a label of their own: where a page break parts a label from
 * its values, they are that row's. Whether the row was left blank can't be said, so its blanks are not read.
 */
export class BlankRows {
  #blank: { readonly row: GridRow; readonly label: string } | null = null;
  readonly #doubtful = new Map<number, GridRow>();

  noteRead(row: GridRow, { label, values }: ResolvedRow): void {
    const isBlank = values.length > 0 && values.every(({ text }) => isPartOf(label, text));
    this.#blank = isBlank ? { row, label } : null;
  }

  noteUnread(row: GridRow): void {
    if (!this.#blank || ownNumbers(row).length < FEWEST_NUMBERS) return;
    const { row: blank, label } = this.#blank;
    const isUnlabelled = ownTexts(row).every((text) => !HAN.test(text) || isPartOf(label, text));
    if (isUnlabelled) this.#doubtful.set(blank.index, blank);
    this.#blank = null;
  }

  /** By index. */
  doubtful(): ReadonlyMap<number, GridRow> {
    return this.#doubtful;
  }
}

/** Nothing, or some of the label's own words: it may be torn too. */
const isPartOf = (label: string, text: string): boolean => label.includes(text);

const HAN = /[一-鿿]/;
/** One number alone is a page's. */
const FEWEST_NUMBERS = 2;
