import type { Label } from '../model/form.js';
import { type FormIndex, isUnder } from './form-index.js';
import type { GridCell, GridRow } from './grid.js';
import { isCaption } from './header.js';

/**
 * The order in which header rows print the form's columns, without trusting grid positions: a group takes, from the
 * row below, as many labels as it has children. Null unless every printed label is accounted for exactly once.
 */
export function printedOrder(rows: readonly GridRow[], index: FormIndex): readonly string[] | null {
  const levels = rows.map((row) => labelsOf(row, rows, index)).filter((labels) => labels.length > 0);
  const order: string[] = [];
  const complete = levels.length > 0 && take(levels, 0, levels[0]!.length, [], order, index);
  const used = levels.every((labels) => labels.length === 0);
  return complete && used && new Set(order).size === order.length ? order : null;
}

function labelsOf(row: GridRow, rows: readonly GridRow[], index: FormIndex): GridCell[] {
  return row.cells.filter((cell) => {
    if (cell.continued || cell.text === '' || index.isIgnored(cell.text)) return false;
    const known = index.columns.find(cell.text).length > 0 || index.columnGroups.find(cell.text).length > 0;
    return known || !isCaption(cell, rows);
  });
}

/** Takes `count` labels of a level; false as soon as one is not exactly one column or group of the form. */
function take(
  levels: GridCell[][],
  level: number,
  count: number,
  groups: readonly string[],
  order: string[],
  index: FormIndex,
): boolean {
  const labels = levels[level]?.splice(0, count) ?? [];
  if (labels.length < count) return false;
  return labels.every(({ text }) => {
    const group = index.columnGroups.find(text)[0];
    if (group) {
      const path = [...groups, group.key];
      return take(levels, level + 1, childrenOf(path, index).size, path, order, index);
    }
    const columns = index.columns
      .find(text)
      .filter(({ key }) => isUnder(index.columnByKey.get(key)!.path, groups));
    if (columns.length !== 1) return false;
    order.push(columns[0]!.key);
    return true;
  });
}

/** The labels that the form prints right below the last of these groups. */
function childrenOf(groups: readonly string[], index: FormIndex): ReadonlySet<Label> {
  const children = new Set<Label>();
  for (const { path } of index.form.columns) {
    const depth = path.findIndex((label) => label.text === groups.at(-1));
    if (depth >= 0 && isUnder(path, groups)) children.add(path[depth + 1]!);
  }
  return children;
}
