import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Document, Metadatum } from '../model/document.js';
import { BlockBuilder } from './block-builder.js';
import { decode } from './decode.js';
import { BLOCKS, HEADINGS, OBJECTS, SKIPPED } from './html-elements.js';
import { attribute, inkWithin, isSeen, isSmallPicture, readStyle } from './html-style.js';
import { type Ink, inked } from './ink.js';
import { StyleSheet } from './style-sheet.js';
import { unwrapDetail } from './unwrap-detail.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An HTML page, through parse5's tree (HTML Standard) and one walk without recursion: depth costs no stack. */
export function readHtml(bytes: Buffer, servedType: string | null): Document {
  const { text, findings } = decode(bytes, servedType);
  const tree = parse(unwrapDetail(text));
  const page: PageReading = { builder: new BlockBuilder(), metadata: [], sheet: new StyleSheet() };
  walk(tree, page);
  return { mediaType: 'text/html', ...page.builder.finish(), metadata: page.metadata, findings };
}

interface PageReading {
  readonly builder: BlockBuilder;
  readonly metadata: Metadatum[];
  readonly sheet: StyleSheet;
}

interface Frame {
  readonly node: Node;
  readonly children: readonly Node[];
  next: number;
  readonly ink: Ink;
  readonly isBlock: boolean;
  readonly inCell: boolean;
}

function walk(root: Node, page: PageReading): void {
  const { builder } = page;
  const outside = { ink: 'plain', isBlock: false, inCell: false } as const;
  const open: Frame[] = [{ node: root, children: childrenOf(root), next: 0, ...outside }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.children[top.next++];
    if (!child) {
      leave(top, builder);
      open.pop();
    } else if (child.nodeName === '#text') {
      builder.text(inked(collapse((child as DefaultTreeAdapterTypes.TextNode).value), top.ink));
    } else {
      const frame = enter(child, top, page);
      if (frame) open.push(frame);
    }
  }
}

/** Opens what the node opens; null where nothing below it is read. */
function enter(node: Node, around: Frame, { builder, metadata, sheet }: PageReading): Frame | null {
  const { ink, inCell } = around;
  if (!('tagName' in node))
    return 'childNodes' in node
      ? { node, children: childrenOf(node), next: 0, ink, isBlock: false, inCell }
      : null;
  const element = node as Element;
  noteMetadata(element, metadata);
  if (element.tagName === 'style') sheet.add(textOf(element));
  // Outside of cells scripts show what sheets hide (tabs, foldable parts); inside, a sheet hides what isn't to be read.
  const style = readStyle(element, inCell ? sheet.of(element) : '');
  if (!style.isDisplayed || isClosed(element)) return null;
  ENTER[element.tagName]?.(element, builder);
  if (inCell && OBJECTS.has(element.tagName) && isSeen(element)) builder.object();
  if (SKIPPED.has(element.tagName)) return null;
  const isBlock = BLOCKS.has(element.tagName) || style.isBlock;
  if (isBlock) {
    builder.endParagraph();
    builder.openContainer();
  }
  return {
    node,
    children: childrenOf(node),
    next: 0,
    ink: inkWithin(ink, style.ink),
    isBlock,
    inCell: inCell || element.tagName === 'td' || element.tagName === 'th',
  };
}

function isClosed(element: Element): boolean {
  return element.tagName === 'dialog' && attribute(element, 'open') === null;
}

function leave({ node, isBlock }: Frame, builder: BlockBuilder): void {
  const { tagName } = node as Element;
  if (isBlock) {
    builder.endParagraph(HEADINGS[tagName]);
    builder.closeContainer();
  }
  LEAVE[tagName]?.(builder);
}

const ENTER: Readonly<Record<string, (element: Element, builder: BlockBuilder) => void>> = {
  br: (_, builder) => builder.text('\n'),
  img: showPicture,
  // A viewer of an e-book or an attachment: what is in it is not in the page.
  ...{ iframe: showPicture, embed: showPicture, object: showPicture },
  table: (_, builder) => builder.openTable(),
  tr: (_, builder) => builder.openRow(),
  td: openCell,
  th: openCell,
};

const LEAVE: Readonly<Record<string, (builder: BlockBuilder) => void>> = {
  table: (builder) => builder.closeTable(),
  tr: (builder) => builder.closeRow(),
  td: (builder) => builder.closeCell(),
  th: (builder) => builder.closeCell(),
};

function showPicture(element: Element, builder: BlockBuilder): void {
  if (!isSmallPicture(element)) builder.picture();
}

function openCell(element: Element, builder: BlockBuilder): void {
  const rowSpan = span(element, 'rowspan', MAX_ROWSPAN);
  builder.openCell(
    Math.max(1, span(element, 'colspan', MAX_COLSPAN)),
    rowSpan === 0 ? rowsToGroupEnd(element) : rowSpan,
  );
}

/** HTML Standard §4.9.11: colspan is clamped to 1..1000, rowspan to 0..65534; nonsense is 1. */
function span(element: Element, name: string, most: number): number {
  const value = attribute(element, name);
  const parsed = value === null ? 1 : Number.parseInt(value, 10);
  return Number.isNaN(parsed) || parsed < 0 ? 1 : Math.min(parsed, most);
}

/** rowspan="0" reaches to the end of the row group. */
function rowsToGroupEnd(element: Element): number {
  const row = element.parentNode as Element;
  const group = row.parentNode as Node;
  let places = rowPlaces.get(group);
  if (!places) {
    places = new Map(
      childrenOf(group)
        .filter((n) => n.nodeName === 'tr')
        .map((n, place) => [n, place]),
    );
    rowPlaces.set(group, places);
  }
  return Math.max(1, places.size - places.get(row)!);
}

/** Row group → its rows' places: a page may ask for each of ten thousand rows. */
const rowPlaces = new WeakMap<Node, ReadonlyMap<Node, number>>();

function noteMetadata(element: Element, metadata: Metadatum[]): void {
  if (element.tagName === 'title') metadata.push({ name: 'title', value: collapse(textOf(element)).trim() });
  if (element.tagName !== 'meta') return;
  const name = attribute(element, 'name') ?? attribute(element, 'property');
  const value = attribute(element, 'content');
  if (name && value) metadata.push({ name: name.toLowerCase(), value: value.trim() });
}

function textOf(element: Element): string {
  return element.childNodes.map((n) => ('value' in n ? n.value : '')).join('');
}

/** Runs of ASCII white space are one space (CSS `white-space: normal`); no-break and full-width spaces stay. */
function collapse(text: string): string {
  return text.replace(SPACES, ' ');
}

function childrenOf(node: Node): Node[] {
  return (node as { childNodes?: Node[] }).childNodes ?? [];
}

const SPACES = /[ \t\r\n\f]+/g;
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;
