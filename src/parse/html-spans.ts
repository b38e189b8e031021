import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './html-attribute.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** HTML Standard §4.9.11: colspan is clamped to 1..1000; nonsense is 1. */
export function columnSpanOf(cell: Element): number {
  return Math.max(1, span(cell, 'colspan', MAX_COLSPAN));
}

/** rowspan is clamped to 0..65534; 0 reaches to the end of the row group, and none reaches further. */
export function rowSpanOf(cell: Element): number {
  const rows = span(cell, 'rowspan', MAX_ROWSPAN);
  return rows === 1 ? 1 : Math.min(rows || MAX_ROWSPAN, rowsToGroupEnd(cell));
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
    const rows = (group as { childNodes?: Node[] }).childNodes ?? [];
    places = new Map(rows.filter(({ nodeName }) => nodeName === 'tr').map((node, place) => [node, place]));
    rowPlaces.set(group, places);
  }
  return Math.max(1, places.size - places.get(row)!);
}

/** Row group → its rows' places: a page may ask for each of ten thousand rows. */
const rowPlaces = new WeakMap<Node, ReadonlyMap<Node, number>>();

const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;
