import { FORM_TABLES } from '../../../catalogue/forms.js';
import type { LabelPath } from '../../../model/form.js';
import { indexLabels } from '../../labels/label-index.js';
import type { FilledCell, FilledTable } from './pdf-cell-text.js';
import { NEAR } from './pdf-rulings.js';

/**
 * Joins a table with its continuation on the next page, if their column lines agree; null if they don't. A cell that
 * the page break cut is made whole only where the forms' labels, or its empty half, prove it.
 */
export function joinAtPageBreak(tableAbove: FilledTable, tableBelow: FilledTable): FilledTable | null {
  const above = trimOpenStrip(tableAbove, 'bottom');
  const below = trimOpenStrip(tableBelow, 'top');
  const shifted = moveUnder(below, above);
  const widths = [above.right - above.left, below.right - below.left];
  if (Math.abs(widths[0]! - widths[1]!) > NEAR) return null;
  if (!isSubset(shifted.cells, above.cells) && !isSubset(above.cells, shifted.cells)) return null;
  const cut = above.bottom;
  const last = above.cells.filter(({ bottom }) => Math.abs(bottom - cut) < NEAR);
  const first = shifted.cells.filter(({ top }) => Math.abs(top - cut) < NEAR);
  const pairs = last.flatMap((upper) => {
    const lower = first.find((cell) => isUnder(cell, upper));
    return lower ? [{ upper, lower }] : [];
  });
  const wholeRow = pairs.length === last.length && pairs.length === first.length && isOneRow(pairs);
  const joined = new Map(
    pairs.flatMap((pair) => (wholeRow || isOneGroup(pair) ? [[pair.upper, whole(pair)] as const] : [])),
  );
  const taken = new Set(pairs.filter(({ upper }) => joined.has(upper)).map(({ lower }) => lower));
  const cells = [
    ...above.cells.map((cell) => joined.get(cell) ?? cell),
    ...shifted.cells.filter((cell) => !taken.has(cell)),
  ];
  return { ...above, bottom: shifted.bottom, cells };
}

interface Pair {
  readonly upper: FilledCell;
  readonly lower: FilledCell;
}

/** The frame may run on to the page's edge beyond the last row: an empty strip that no line closes is no row. */
function trimOpenStrip(table: FilledTable, side: 'top' | 'bottom'): FilledTable {
  const other = side === 'top' ? 'bottom' : 'top';
  const inward = side === 'top' ? -1 : 1;
  const last = table.cells.filter((cell) => Math.abs(cell[side] - table[side]) < NEAR);
  const edge = inward * Math.max(...last.map((cell) => inward * cell[other]));
  const strip = last.filter((cell) => Math.abs(cell[other] - edge) < NEAR);
  const isEmpty = strip.every(
    (cell) => cell.text === '' && (side === 'top' ? cell.openAbove : cell.openBelow),
  );
  if (!isEmpty || strip.length === table.cells.length) return table;
  const kept = table.cells.filter((cell) => !strip.includes(cell));
  return {
    ...table,
    [side]: edge,
    cells: kept.map((cell) => (last.includes(cell) ? { ...cell, [side]: edge } : cell)),
  };
}

function moveUnder(below: FilledTable, above: FilledTable): FilledTable {
  const [dx, dy] = [above.left - below.left, above.bottom - below.top];
  const move = <B extends FilledCell | FilledTable>(box: B): B => ({
    ...box,
    left: box.left + dx,
    right: box.right + dx,
    top: box.top + dy,
    bottom: box.bottom + dy,
  });
  return { ...move(below), cells: below.cells.map(move) };
}

/** Whether every column line of the one is a column line of the other. */
function isSubset(cells: readonly FilledCell[], of: readonly FilledCell[]): boolean {
  const lanes = [...new Set(of.flatMap(({ left, right }) => [left, right]))];
  return cells.every(({ left, right }) =>
    [left, right].every((at) => lanes.some((lane) => Math.abs(lane - at) <= NEAR)),
  );
}

function isUnder(lower: FilledCell, upper: FilledCell): boolean {
  return Math.abs(lower.left - upper.left) < NEAR && Math.abs(lower.right - upper.right) < NEAR;
}

/** One row that the break cut: no cell has text in both halves but a label, and one half alone is no row. */
function isOneRow(pairs: readonly Pair[]): boolean {
  const split = pairs.filter(({ upper, lower }) => upper.text !== '' && lower.text !== '');
  if (!split.every(isCutLabel)) return false;
  return split.length > 0 || isUnlabelled(pairs, 'lower') || isUnlabelled(pairs, 'upper');
}

/** Rows of the forms have labels: a half with figures but without a label belongs to the other half. */
function isUnlabelled(pairs: readonly Pair[], half: keyof Pair): boolean {
  return (
    pairs.every((pair) => !/[一-鿿]/.test(pair[half].text)) && pairs.some((pair) => pair[half].text !== '')
  );
}

/**
 * A group's cell that the break cut: no line closes it, or its label is printed in part on both pages, on both in
 * full, or on one alone.
 */
function isOneGroup(pair: Pair): boolean {
  const { upper, lower } = pair;
  if (isCutLabel(pair) || (upper.openBelow && lower.openAbove)) return true;
  if (upper.text === lower.text) return isGroup(upper.text);
  if (upper.text === '') return isGroup(lower.text);
  return lower.text === '' && isGroup(upper.text);
}

function isCutLabel({ upper, lower }: Pair): boolean {
  return isLabel(upper.text + lower.text) && !(isLabel(upper.text) && isLabel(lower.text));
}

function whole({ upper, lower }: Pair): FilledCell {
  const text = upper.text === lower.text ? upper.text : upper.text + lower.text;
  const overflowing = upper.overflowing || lower.overflowing;
  const { bottom, openBelow } = lower;
  return { ...upper, bottom, openBelow, text, overflowing, open: upper.open && lower.open };
}

function isLabel(text: string): boolean {
  return LABELS.find(text).some(({ exact }) => exact);
}

function isGroup(text: string): boolean {
  return GROUPS.find(text).some(({ exact }) => exact);
}

const PATHS: readonly LabelPath[] = FORM_TABLES.flatMap(({ rows, columns }) =>
  [...rows, ...columns].map(({ path }) => path),
);
const LABELS = indexLabels(PATHS.flatMap((path) => path.map((label) => [label.text, label] as const)));
const GROUPS = indexLabels(
  PATHS.flatMap((path) => path.slice(0, -1).map((label) => [label.text, label] as const)),
);
