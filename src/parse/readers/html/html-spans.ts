import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './html-attribute.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** HTML Standard §4.9.11: colspan is clamped to 1..1000; nonsense is 1. */
export function columnSpanOf(cell: Element): number {
  return Math.max(1, span(cell, 'colspan', MAX_COLSPAN));
}

/**
 * rowspan is clamped to 0..65534; 0 reaches to the end of the row group. A browser lets none reach further, but where the
 * group that follows leaves its place free the writer means it to (a header whose first row alone stands in <thead>).
 */
export function rowSpanOf(cell: Element): number {
  const rows = span(cell, 'rowspan', MAX_ROWSPAN);
  if (rows === 1) return 1;
  const toEnd = rowsToGroupEnd(cell);
  if (rows !== 0 && rows <= toEnd) return rows;
  return rows !== 0 && leavesRoom((cell.parentNode as Element).parentNode as Element) ? rows : toEnd;
}

/** The first row after the group has fewer columns of its own than the table. */
function leavesRoom(group: Element): boolean {
  const table = group.parentNode;
  if (!table) return false;
  let known = shapes.get(table);
  if (!known) {
    known = shapeOf(table as Element);
    shapes.set(table, known);
  }
  const after = known.groups[known.places.get(group)! + 1];
  const row = after && rowsIn(after)[0];
  return row !== undefined && columnsIn(row) < known.width;
}

interface Shape {
  readonly groups: readonly Node[];
  readonly places: ReadonlyMap<Node, number>;
  /** Columns of the widest row. */
  readonly width: number;
}

function shapeOf(table: Element): Shape {
  const groups = groupsAsShown(childrenOf(table)).filter(({ nodeName }) => GROUPS.has(nodeName));
  const width = groups.flatMap(rowsIn).reduce((widest, row) => Math.max(widest, columnsIn(row)), 0);
  return { groups, places: new Map(groups.map((group, place) => [group, place])), width };
}

function columnsIn(row: Node): number {
  return childrenOf(row).reduce(
    (sum, cell) => sum + (CELLS.has(cell.nodeName) ? columnSpanOf(cell as Element) : 0),
    0,
  );
}

/**
 * A table's children in the order in which they are shown: its first <thead> on top, its first <tfoot> at the end
 * (CSS 2.1 §17.2).
 */
export function groupsAsShown(children: Node[]): Node[] {
  const head = children.find(({ nodeName }) => nodeName === 'thead');
  const foot = children.find(({ nodeName }) => nodeName === 'tfoot');
  if (!head && !foot) return children;
  const others = children.filter((child) => child !== head && child !== foot);
  return [...(head ? [head] : []), ...others, ...(foot ? [foot] : [])];
}

function span(element: Element, name: string, most: number): number {
  const value = attribute(element, name);
  const parsed = value === null ? 1 : Number.parseInt(value, 10);
  return Number.isNaN(parsed) || parsed < 0 ? 1 : Math.min(parsed, most);
}

function rowsToGroupEnd(cell: Element): number {
  const row = cell.parentNode as Element;
  const group = row.parentNode as Node;
  let places = rowPlaces.get(group);
  if (!places) {
    places = new Map(rowsIn(group).map((node, place) => [node, place]));
    rowPlaces.set(group, places);
  }
  return Math.max(1, places.size - places.get(row)!);
}

function rowsIn(group: Node): Node[] {
  return childrenOf(group).filter(({ nodeName }) => nodeName === 'tr');
}

function childrenOf(node: Node): Node[] {
  return (node as { childNodes?: Node[] }).childNodes ?? [];
}

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const shapes = new WeakMap<object, Shape>();
/** Row group → its rows' places: a page may ask for each of ten thousand rows. */
const rowPlaces = new WeakMap<Node, ReadonlyMap<Node, number>>();

const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;
