import type { FilledCell, FilledTable } from './pdf-cell-text.js';
import type { PageItem } from './pdf-content.js';
import { NEAR } from './pdf-rulings.js';
import type { TextLine } from './pdf-text-lines.js';

/**
 * Browsers draw no line where a page break cuts a cell of several rows: its text may stand below the table's last
 * line, and on the next page its column may have no line at all. `before` is the table that ends the page before.
 */
export function restoreOpenCells(
  items: readonly PageItem[],
  before: FilledTable | null,
): readonly PageItem[] {
  const restored = before ? restoreColumn(items, before) : items;
  return takeTail(restored);
}

/** The column that the first table lacks, if the table before leaves just that column's cell open. */
function restoreColumn(items: readonly PageItem[], before: FilledTable): readonly PageItem[] {
  const first = items.find((item) => item.kind === 'table');
  if (first?.kind !== 'table') return items;
  const { table } = first;
  const lost = before.cells.find(
    ({ left, right, bottom, openBelow }) =>
      openBelow &&
      isNear(bottom, before.bottom) &&
      isNear(left, before.left) &&
      isNear(right, table.left) &&
      isNear(table.right, before.right),
  );
  if (!lost) return items;
  const beside = items.filter(
    (item) => item.kind === 'line' && isWithin(item.line, lost) && item.top < table.bottom,
  );
  const text = textOf(beside);
  const edges = { open: false, openAbove: true, openBelow: true, overflowing: false };
  const { top, bottom } = table;
  const cell: FilledCell = { left: lost.left, right: table.left, top, bottom, text, ...edges };
  const whole = { ...table, left: lost.left, cells: [cell, ...table.cells] };
  return [
    ...items.filter((item) => item !== first && !beside.includes(item) && item.top < table.top),
    { ...first, table: whole },
    ...items.filter((item) => item !== first && !beside.includes(item) && item.top >= table.top),
  ];
}

/** The lines at the end of a page that stand in an open cell of the table above them. */
function takeTail(items: readonly PageItem[]): readonly PageItem[] {
  const place = items.findLastIndex((item) => item.kind === 'table');
  const last = items[place];
  if (last?.kind !== 'table') return items;
  const tail = items.slice(place + 1);
  const cell = openCells(last.table).find((open) =>
    tail.every((item) => item.kind === 'line' && isWithin(item.line, open)),
  );
  if (!cell || tail.length === 0) return items;
  const text = cell.text + textOf(tail);
  const cells = last.table.cells.map((own) => (own === cell ? { ...own, text } : own));
  return [...items.slice(0, place), { ...last, table: { ...last.table, cells } }];
}

/** Cells that no line closes at the table's end, where one closes their neighbours. */
function openCells({ cells, bottom }: FilledTable): FilledCell[] {
  const last = cells.filter((cell) => isNear(cell.bottom, bottom));
  return last.some((cell) => !cell.openBelow) ? last.filter((cell) => cell.openBelow) : [];
}

function isWithin(line: TextLine, { left, right }: FilledCell): boolean {
  return line.left >= left - NEAR && line.right <= right + NEAR;
}

function textOf(items: readonly PageItem[]): string {
  return items.flatMap((item) => (item.kind === 'line' ? [item.line.text] : [])).join('\n');
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= NEAR;
}
