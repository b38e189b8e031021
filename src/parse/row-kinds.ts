import type { GridCell, GridRow } from './grid.js';

/** Prints a number of its own. */
export function isFilled({ continued, text }: GridCell): boolean {
  return !continued && /^[\d０-９]/.test(text) && !YEAR_LABEL.test(text);
}

/** Texts of the cells that begin in this row. */
export function ownTexts(row: GridRow): string[] {
  return row.cells.flatMap(({ continued, text }) => (continued || text === '' ? [] : [text]));
}

/** Chinese words that are no part of a number or a placeholder. */
export function isLabel(text: string): boolean {
  return HAN.test(text) && !VALUE.test(text);
}

/** 栏次 | 1 | 2 | 3 …: the columns' numbers, not figures. */
export function isNumberingRow(row: GridRow): boolean {
  const numbers = row.cells.filter(isFilled).map(({ text }) => Number(text));
  return numbers.length >= FEWEST_NUMBERED && numbers.every((number, place) => number === place + 1);
}

const HAN = /[一-鿿]/;
const FEWEST_NUMBERED = 5;
/** 2023年制发件数 */
const YEAR_LABEL = /^(?:19|20)\d{2}年/;

/** A number, with what may stand around it, or a placeholder: no label. */
const VALUE = /^[-+−]?[\d０-９][\d０-９.,，．]*\s*([(（].*[)）]|件)?$|^[-–—―─/／\\*无]+$/;
