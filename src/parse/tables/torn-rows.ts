import type { FormIndex } from '../labels/form-index.js';
import type { GridCell, GridRow } from './grid.js';

/**
 * A row whose label is torn over two rows by a page break: 要求行政机关确认或重新 | 出具已获取信息. Where the halves together
 * are a label of the form word for word, and only one of the two rows prints values, that one is the row.
 */
export function joinTornRows(rows: readonly GridRow[], index: FormIndex): readonly GridRow[] {
  const labels = rows.map(ownLabel);
  const joined: GridRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    const [head, tail] = [labels[at], labels[at + 1]];
    const isPair = head && tail && head.column === tail.column;
    const whole = isPair ? joinPair([rows[at]!, head], [rows[at + 1]!, tail], index) : null;
    joined.push(whole ?? rows[at]!);
    if (whole) at += 1;
  }
  return joined;
}

type Labelled = readonly [row: GridRow, label: GridCell];

function joinPair([upper, head]: Labelled, [lower, tail]: Labelled, index: FormIndex): GridRow | null {
  const isUpper = hasValues(upper, head);
  if (isUpper === hasValues(lower, tail)) return null;
  const text = head.text + tail.text;
  if (!index.rows.find(text).some(({ exact }) => exact)) return null;
  const [row, half] = isUpper ? [upper, head] : [lower, tail];
  return { ...row, cells: row.cells.map((cell) => (cell === half ? { ...cell, text } : cell)) };
}

/** The label that stands in this row alone. */
function ownLabel({ cells }: GridRow): GridCell | undefined {
  return cells.findLast(
    ({ text, worded, continued, cell }) => worded && !continued && cell.rowSpan === 1 && LABEL.test(text),
  );
}

function hasValues({ cells }: GridRow, label: GridCell): boolean {
  return cells.some(({ column, text }) => column > label.column && text !== '');
}

const LABEL = /[一-鿿]{2}/;
