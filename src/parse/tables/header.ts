import type { FormIndex } from '../labels/form-index.js';
import { isUnder } from '../labels/form-index.js';
import type { LabelMatch } from '../labels/label-index.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { headerUnit } from './header-unit.js';
import { printedOrder } from './printed-order.js';
import type { MisspeltLabel } from './table-reading.js';

/** Which column of the form stands where, as the header rows print it. */
export interface Header {
  /** By grid column: a column key, OTHER for a label that isn't the form's, null where nothing is printed. */
  readonly at: readonly (string | null)[];
  /** Different columns of the form in `at`. */
  readonly columns: number;
  /** Column keys in the order they are printed; null when the header doesn't prove an order. */
  readonly order: readonly string[] | null;
  /** Grid columns, or cells where there are no positions, without a label behind the last column. */
  readonly fillers: number;
  /** Last grid column that the header rows print, blanks included. */
  readonly end: number;
  /** False where a label that stands in several groups can't be told to one: then no position proves anything. */
  readonly proven: boolean;
  /** By column key: the year that its labels name, 2020年制发件数. */
  readonly years: ReadonlyMap<string, number>;
  /** A column is headed 年度: a number there is the year that its row is of. */
  readonly printsYears: boolean;
  readonly units: ReadonlyMap<string, string>;
  /** Labels that no column of the form has. */
  readonly unknown: readonly GridCell[];
  readonly misspelt: readonly MisspeltLabel[];
}

/** A printed column that the form doesn't have (单位, 备注, 历年累计): its cells are not figures. */
export const OTHER_COLUMN = '';

export function readHeader(rows: readonly GridRow[], { width, table }: Grid, index: FormIndex): Header {
  const paths = pathsOver(rows, width).map((path) => path.filter(({ text }) => !index.isIgnored(text)));
  const at = onlyOnce(
    paths.map((path) => (path.length === 0 ? null : resolveColumn(path, rows, index))),
    paths,
    index,
  );
  const columns = new Set(at.filter((key) => key !== null && key !== OTHER_COLUMN)).size;
  const units = new Map<string, string>();
  const years = new Map<string, number>();
  paths.forEach((path, column) => {
    const key = at[column];
    if (!key) return;
    const unit = headerUnit(path.map(({ text }) => text));
    const year = yearInLabels(path);
    if (unit) units.set(key, unit);
    if (year !== null) years.set(key, year);
  });
  const others = paths.flatMap((path, column) => (at[column] === OTHER_COLUMN ? path.slice(-1) : []));
  const proven = others.every(({ text }) => index.columns.find(text).length < 2);
  const { order: byLabels, unknown: unordered } = printedOrder(rows, index);
  const order = byLabels ?? (table.positioned && proven ? orderByPosition(at) : null);
  const unknown = table.positioned
    ? [...new Map(others.map((label) => [label.cell, label])).values()]
    : unordered;
  const fillers = table.positioned
    ? width - 1 - at.findLastIndex((key) => key !== null)
    : blanksAfterLast(rows, order?.at(-1), index);
  const end = Math.max(...rows.flatMap(({ cells }) => cells.map(({ lastColumn }) => lastColumn)));
  const printsYears = rows.some(({ cells }) => cells.some(({ text }) => YEAR_COLUMN.test(text)));
  const misspelt = misspeltIn(paths, index);
  return { at, columns, order, fillers, end, proven, years, printsYears, units, unknown, misspelt };
}

/** The header of a table that is no more: all columns of the form. Widgets that keep a header in sight print it alone. */
export function wholeHeader(rows: readonly GridRow[], grid: Grid, index: FormIndex): Header | null {
  const header = rows.length > 0 ? readHeader(rows, grid, index) : null;
  return header?.order && header.columns === index.form.columns.length ? header : null;
}

/** Where labels stand at the bottom of their header, groups don't tell whose they are, but grid columns do. */
function orderByPosition(at: readonly (string | null)[]): readonly string[] | null {
  const printed = at.slice(0, at.findLastIndex((key) => key !== null) + 1);
  const order = printed.filter((key, column) => key !== at[column - 1]);
  const isWhole = order.every((key) => key !== null && key !== OTHER_COLUMN);
  return isWhole && new Set(order).size === order.length ? (order as string[]) : null;
}

/** 本年（2023）制发件数, 2020年制发件数: the year printed nearest to the column; null for none. */
function yearInLabels(path: readonly GridCell[]): number | null {
  const year = path.map(({ text }) => YEAR_IN_LABEL.exec(text.normalize('NFKC'))?.[1]).findLast(Boolean);
  return year ? Number(year) : null;
}

const YEAR_COLUMN = /^(?:统计|所属|报告)?年\s*[度份]$/;

const YEAR_IN_LABEL = /(?<!\d)(20\d{2})(?!\d)/;

/** Blank cells behind the label of the last column, in the row that prints it. */
function blanksAfterLast(rows: readonly GridRow[], last: string | undefined, index: FormIndex): number {
  const blanks = rows.map(({ cells }) => {
    const end = cells.findLastIndex(({ text }) => text !== '');
    const holdsLast = end >= 0 && index.columns.find(cells[end]!.text).some(({ key }) => key === last);
    return holdsLast ? cells.length - 1 - end : 0;
  });
  return Math.max(0, ...blanks);
}

/**
 * A column printed twice (two units side by side, a label cut short) is neither of them for certain; a misspelt label
 * (工业企业) is none beside the right one.
 */
function onlyOnce(
  keys: readonly (string | null)[],
  paths: readonly (readonly GridCell[])[],
  index: FormIndex,
): (string | null)[] {
  const isRight = (column: number): boolean =>
    index.columns.find(paths[column]!.at(-1)!.text).some(({ misspelt }) => !misspelt);
  const cells = new Map<string, Set<GridCell['cell']>>();
  const right = new Set(keys.filter((key, column) => key && isRight(column)));
  const counts = (key: string, column: number): boolean => isRight(column) || !right.has(key);
  keys.forEach((key, column) => {
    if (key && counts(key, column))
      cells.set(key, (cells.get(key) ?? new Set()).add(paths[column]!.at(-1)!.cell));
  });
  return keys.map((key, column) =>
    key && (!counts(key, column) || cells.get(key)!.size > 1) ? OTHER_COLUMN : key,
  );
}

function misspeltIn(paths: readonly (readonly GridCell[])[], index: FormIndex): MisspeltLabel[] {
  const found = new Map<GridCell['cell'], MisspeltLabel>();
  for (const cell of new Set(paths.flat())) {
    const [column] = index.columns.find(cell.text);
    const [group] = index.columnGroups.find(cell.text);
    const official = column?.misspelt ?? (column ? undefined : group?.misspelt);
    if (official) found.set(cell.cell, { cell, official, names: column ? 'column' : 'group' });
  }
  return [...found.values()];
}

/** Labels over each grid column, top to bottom; each cell once, blanks left out. */
function pathsOver(rows: readonly GridRow[], width: number): GridCell[][] {
  const paths: GridCell[][] = Array.from({ length: width }, () => []);
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.text === '') continue;
      for (let column = cell.column; column <= cell.lastColumn; column++) {
        const path = paths[column]!;
        if (!path.some((known) => known.cell === cell.cell)) path.push(cell);
      }
    }
  }
  return paths;
}

function resolveColumn(path: readonly GridCell[], rows: readonly GridRow[], index: FormIndex): string {
  const groups: string[] = [];
  const own = index.columns.find(path.at(-1)!.text);
  for (const cell of path.slice(0, -1)) {
    const group = index.columnGroups.find(cell.text)[0];
    if (group) groups.push(group.key);
    else if (!isCaption(cell, rows) && !isSameColumn(cell, own, index)) return OTHER_COLUMN;
  }
  const matches = own.filter(({ key }) => isUnder(index.columnByKey.get(key)!.path, groups));
  return matches.length === 1 ? matches[0]!.key : OTHER_COLUMN;
}

/** 统计数 over 本年: two wordings of one column. */
function isSameColumn({ text }: GridCell, own: readonly LabelMatch[], index: FormIndex): boolean {
  const named = index.columns.find(text);
  return named.length === 1 && own.length === 1 && named[0]!.key === own[0]!.key;
}

/** As many of the form's columns as one of its tables has at least: fewer are words in a row of labels. */
export function hasEnoughColumns({ at, order }: Header, { form }: FormIndex): boolean {
  const known = new Set([...at, ...(order ?? [])].filter((key) => key !== null && key !== OTHER_COLUMN));
  return known.size >= (form.leastColumns ?? 0);
}

/** A label over all that its row prints says nothing of one column. */
export function isCaption(cell: GridCell, rows: readonly GridRow[]): boolean {
  const own = rows.find((row) => row.index === cell.row);
  return own?.cells.every((other) => other.text === '' || other.cell === cell.cell) ?? false;
}
