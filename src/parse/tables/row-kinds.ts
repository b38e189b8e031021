import type { Grid, GridCell, GridRow } from './grid.js';

/** Prints a number of its own. */
export function isFilled({ continued, text }: GridCell): boolean {
  return !continued && DIGIT_FIRST.test(text) && !YEAR_LABEL.test(text);
}

/** Cells that print a number of this row; 12 before its label is the row's running number. */
export function ownNumbers(row: GridRow): GridCell[] {
  const label = row.cells.findIndex(({ continued, text }) => !continued && HAN.test(text));
  const isRunning = (place: number): boolean => place < label && RUNNING.test(row.cells[place]!.text);
  return row.cells.filter((cell, place) => isNumber(cell) && !isRunning(place));
}

/** Filled, and no label that begins with its number: 1.当面申请数. */
export function isNumber(cell: GridCell): boolean {
  return isFilled(cell) && !ITEM.test(cell.text);
}

const ITEM = /^[\d０-９]{1,2}\s*[.．、)）]\s*[^\d０-９\s]/;

/** Texts of the cells that begin in this row. */
export function ownTexts(row: GridRow): string[] {
  return row.cells.flatMap(({ continued, text }) => (continued || text === '' ? [] : [text]));
}

/** Chinese words that are no part of a number or a placeholder. */
function isLabel(text: string): boolean {
  return HAN.test(text) && !VALUE.test(text);
}

/** 栏次 | 1 | 2 | 3 …: the columns' numbers, not figures. */
export function isNumberingRow(row: GridRow): boolean {
  const numbers = row.cells.filter(isFilled).map(({ text }) => Number(text));
  return numbers.length >= FEWEST_NUMBERED && numbers.every((number, place) => number === place + 1);
}

/** Rows below this one print numbers too. */
export function printsBelow({ index }: GridRow, grid: Grid): boolean {
  return grid.rows.slice(index + 1).some(({ cells }) => cells.some(isFilled));
}

/**
 * Values or blanks alone: the row of a table without row labels. A blank row is it only where no row below prints
 * numbers; one as long as the form, or longer by a column more, is it whatever is written in its cells (不适用, 约5).
 */
export function isUnlabelledRow(row: GridRow, grid: Grid, columns: number): boolean {
  if (row.cells.some(({ continued }) => continued)) return false;
  const printed = ownTexts(row);
  if (printed.length === 0) return !printsBelow(row, grid);
  return !printed.some(isLabel) || row.cells.length >= columns;
}

const HAN = /[一-鿿]/;
const DIGIT_FIRST = /^[\d０-９]/;
const RUNNING = /^\d{1,3}$/;
const FEWEST_NUMBERED = 5;
/** 2023年制发件数 */
const YEAR_LABEL = /^(?:19|20)\d{2}年/;

/** A number, with what may stand around it, or a placeholder: no label. */
const VALUE = /^[-+−]?[\d０-９][\d０-９.,，．]*\s*([(（].*[)）]|件)?$|^[-–—―─/／\\*无無]+$/;
