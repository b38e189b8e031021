import type { FormIndex } from './form-index.js';
import type { GridCell, GridRow } from './grid.js';

/**
 * A row whose label is torn over two rows by a page break: 要求行政机关确认或重新 | 出具已获取信息. Where the halves together
 * are a label of the form word for word, and only one of the two rows prints values, that one is the row.
 */
export function joinTornRows(rows: readonly GridRow[], index: FormIndex): readonly GridRow[] {
  const joined: GridRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    const whole = at + 1 < rows.length ? joinPair(rows[at]!, rows[at + 1]!, index) : null;
    joined.push(whole ?? rows[at]!);
    if (whole) at += 1;
  }
  return joined;
}

function joinPair(upper: GridRow, lower: GridRow, index: FormIndex): GridRow | null {
  const [head, tail] = [ownLabel(upper), ownLabel(lower)];
  if (!head || !tail || head.column !== tail.column) return null;
  const hasValues = [upper, lower].map((row) => valuesAfter(row, head).some(({ text }) => text !== ''));
  if (hasValues[0] === hasValues[1]) return null;
  const text = head.text + tail.text;
  if (!index.rows.find(text).some(({ exact }) => exact)) return null;
  const [row, half] = hasValues[0] ? [upper, head] : [lower, tail];
  return { ...row, cells: row.cells.map((cell) => (cell === half ? { ...cell, text } : cell)) };
}

/** The label that stands in this row alone. */
function ownLabel({ cells }: GridRow): GridCell | undefined {
  return cells.findLast(({ text, continued, cell }) => !continued && cell.rowSpan === 1 && LABEL.test(text));
}

function valuesAfter({ cells }: GridRow, label: GridCell): readonly GridCell[] {
  return cells.filter(({ column }) => column > label.column);
}

const LABEL = /[一-鿿]{2}/;
