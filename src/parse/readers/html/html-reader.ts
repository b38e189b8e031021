import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Document, Metadatum } from '../../../model/document.js';
import { BlockBuilder } from '../block-builder.js';
import { StyleSheet } from '../css/style-sheet.js';
import { decode } from '../decode.js';
import { isAside, sightOutside } from './html-aside.js';
import { attribute } from './html-attribute.js';
import { controlText } from './html-controls.js';
import { BLOCKS, HEADINGS, OBJECTS, SKIPPED } from './html-elements.js';
import { noteMetadata, textOf } from './html-metadata.js';
import { isSeen, isSmallPicture } from './html-pictures.js';
import { columnSpanOf, groupsAsShown, rowSpanOf } from './html-spans.js';
import { ADDED, readStyle, type Style } from './html-style.js';
import { printText } from './html-text.js';
import { PLAIN_SIGHT, type Sight } from './sight.js';
import { unwrapDetail } from './unwrap-detail.js';
import { unwrapMhtml } from './unwrap-mhtml.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An HTML page, through parse5's tree (HTML Standard) and one walk without recursion: depth costs no stack. */
export function readHtml(bytes: Buffer, servedType: string | null): Document {
  const builder = new BlockBuilder();
  const { metadata, findings } = readHtmlInto(builder, unwrapMhtml(bytes), servedType);
  return { mediaType: 'text/html', ...builder.finish(), metadata, findings };
}

/** The same into a document that is being gathered. */
export function readHtmlInto(
  builder: BlockBuilder,
  bytes: Buffer,
  servedType: string | null,
): Pick<Document, 'metadata' | 'findings'> {
  const { text, findings } = decode(bytes, servedType);
  const page: PageReading = { builder, metadata: [], sheet: new StyleSheet() };
  walk(parse(unwrapDetail(text)), page);
  return { metadata: page.metadata, findings };
}

interface PageReading {
  readonly builder: BlockBuilder;
  readonly metadata: Metadatum[];
  readonly sheet: StyleSheet;
}

/** One element that is open. */
class Frame {
  next = 0;

  constructor(
    readonly node: Node,
    readonly children: readonly Node[],
    readonly sight: Sight,
    readonly isBlock: boolean,
    /** Within a table's row: there style sheets are heard. */
    readonly inRow: boolean,
    readonly inCell: boolean,
    /** Hidden unless a script or the reader opens it (a tab, a foldable part, a copy for print). */
    readonly aside: boolean,
  ) {}
}

function walk(root: Node, page: PageReading): void {
  const { builder } = page;
  const open: Frame[] = [new Frame(root, childrenOf(root), PLAIN_SIGHT, false, false, false, false)];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.children[top.next++];
    if (!child) {
      leave(top, builder);
      open.pop();
    } else if (child.nodeName === '#text') {
      printText((child as DefaultTreeAdapterTypes.TextNode).value, top.sight, builder);
    } else {
      const frame = enter(child, top, page);
      if (frame) open.push(frame);
    }
  }
}

/** Opens what the node opens; null where nothing below it is read. */
function enter(node: Node, around: Frame, page: PageReading): Frame | null {
  if ('tagName' in node) return enterElement(node as Element, around, page);
  if (!('childNodes' in node)) return null;
  const { sight, inRow, inCell, aside } = around;
  return new Frame(node, childrenOf(node), sight, false, inRow, inCell, aside);
}

function enterElement(element: Element, around: Frame, page: PageReading): Frame | null {
  const { tagName } = element;
  noteHead(element, page);
  const inRow = around.inRow || tagName === 'tr';
  const style = readStyle(element, inRow ? page.sheet : null, around.sight);
  if (style?.isDisplayed === false || isClosed(element)) {
    if (around.inCell && page.sheet.of(element)) page.builder.conceal();
    return null;
  }
  const aside = around.aside || (!inRow && isAside(element, style, page.sheet));
  ENTER[tagName]?.(element, page.builder, aside);
  const inCell = around.inCell || isCell(tagName);
  if (inCell) showInCell(element, style, around.inCell, page.builder);
  if (SKIPPED.has(tagName)) return null;
  const isBlock = isOwnLine(tagName, style, inCell);
  if (isBlock) openBlock(page.builder);
  const sight = inRow ? (style?.sight ?? around.sight) : sightOutside(element, style, around.sight);
  return new Frame(element, childrenOf(element), sight, isBlock, inRow, inCell, aside);
}

function isCell(tagName: string): boolean {
  return tagName === 'td' || tagName === 'th';
}

function noteHead(element: Element, { metadata, sheet }: PageReading): void {
  if (element.tagName === 'style') sheet.add(textOf(element), attribute(element, 'media') ?? '');
  noteMetadata(element, metadata);
}

function openBlock(builder: BlockBuilder): void {
  builder.endParagraph();
  builder.openContainer();
}

/** What is set in a line is believed to be inside of cells alone: elsewhere sheets that aren't in the page have their say. */
function isOwnLine(tagName: string, style: Style | null, inCell: boolean): boolean {
  return style?.isBlock === true || (BLOCKS.has(tagName) && !(inCell && style?.isBlock === false));
}

/** What a cell shows that isn't its own text. */
function showInCell(element: Element, style: Style | null, isWithin: boolean, builder: BlockBuilder): void {
  if (style?.adds) builder.doubt(ADDED);
  if (!isWithin) return;
  if (OBJECTS.has(element.tagName) && isSeen(element)) showObject(element, builder);
  if (element.tagName === 'del') builder.conceal();
  if (element.tagName === 'li' && isNumbered(element)) builder.doubt('的字前有自动编号');
}

function showObject(element: Element, builder: BlockBuilder): void {
  const text = controlText(element);
  // Set apart from the text beside it, as a box is.
  if (text !== '') builder.text(` ${text} `);
  else builder.object();
}

/** <ol><li>5</li></ol> is shown as “1. 5”. */
function isNumbered({ parentNode }: Element): boolean {
  return (
    parentNode?.nodeName === 'ol' &&
    !/list-style[^;]*none/i.test(attribute(parentNode as Element, 'style') ?? '')
  );
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

const ENTER: Readonly<Record<string, (element: Element, builder: BlockBuilder, aside: boolean) => void>> = {
  table: (_, builder, aside) => builder.openTable(aside),
  br: (_, builder) => builder.text('\n'),
  img: showPicture,
  // A viewer of an e-book or an attachment: what is in it is not in the page.
  ...{ iframe: showPicture, embed: showPicture, object: showPicture },
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

function openCell(element: Element, builder: BlockBuilder): void {
  builder.openCell(columnSpanOf(element), rowSpanOf(element));
}

function showPicture(element: Element, builder: BlockBuilder): void {
  if (!isSmallPicture(element)) builder.picture();
}

function childrenOf(node: Node): Node[] {
  const children = (node as { childNodes?: Node[] }).childNodes ?? [];
  return node.nodeName === 'table' ? groupsAsShown(children) : children;
}
