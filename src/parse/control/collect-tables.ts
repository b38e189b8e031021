import type { CheerioAPI } from 'cheerio/slim';
import type { Table } from '../../model/document.js';
import { type Appearance, appearanceOf, printAs } from './appearance.js';
import { FILLED_IN } from './filled-in.js';
import { TableStack } from './table-stack.js';

type Root = ReturnType<CheerioAPI['root']>[number];
type Node = Root['children'][number];
export type PageElement = Extract<Node, { attribs: unknown }>;

/** The innermost tables of a tree in reading order, by one walk without recursion. */
export function collectTables(root: Root): readonly Table[] {
  const tables = new TableStack();
  const path: Step[] = [{ element: null, children: root.children, next: 0, appearance: 'plain' }];
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const node = step.children[step.next++];
    if (node === undefined) {
      if (step.element) leave(step.element, tables);
      path.pop();
    } else if (node.type === 'text') {
      tables.print(printAs(node.data.replace(/[ \t\r\n\f]+/g, ' '), step.appearance));
    } else if (isElement(node)) {
      const below = visit(node, step.appearance, tables);
      if (below) path.push(below);
    }
  }
  return tables.finish();
}

/** Null where nothing below the element is printed. */
function visit(element: PageElement, around: Step['appearance'], tables: TableStack): Step | null {
  const appearance = appearanceOf(element, around);
  if (appearance === 'absent') return null;
  const filledIn = FILLED_IN.get(element.name);
  if (filledIn) tables.print(` ${filledIn(element)} `);
  if (UNPRINTED.has(element.name)) return null;
  enter(element, tables);
  return { element, children: element.children, next: 0, appearance };
}

interface Step {
  readonly element: PageElement | null;
  readonly children: readonly Node[];
  next: number;
  readonly appearance: Exclude<Appearance, 'absent'>;
}

function isElement(node: Node): node is PageElement {
  return 'attribs' in node && 'name' in node;
}

function enter(element: PageElement, tables: TableStack): void {
  const { name } = element;
  if (name === 'table') tables.openTable();
  else if (name === 'tr') tables.openRow(element);
  else if (name === 'td' || name === 'th') tables.openCell(element);
  else if (GROUPS.has(name)) tables.openGroup();
  else if (breaksLine(element)) tables.print('\n');
}

function leave(element: PageElement, tables: TableStack): void {
  const { name } = element;
  if (name === 'table') tables.closeTable();
  else if (name === 'tr') tables.closeRow(element);
  else if (name === 'td' || name === 'th') tables.closeCell(element);
  else if (breaksLine(element) && name !== 'br') tables.print('\n');
}

function breaksLine({ name, attribs }: PageElement): boolean {
  if (LINE_ELEMENTS.has(name)) return true;
  const { style } = attribs;
  return style !== undefined && /display\s*:\s*(?:block|flex|grid|list-item|table)/i.test(style);
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const GROUPS = names('thead tbody tfoot');

/** HTML Standard §15.3.2, §15.3.3 and §15.3.7: elements displayed as blocks, and the line break. */
const LINE_ELEMENTS = names(
  'br address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary ucapcontent ul',
);

/** HTML Standard §15.3.1, "hidden elements"; what is drawn, played or filled in; and what was deleted. */
const UNPRINTED = names(
  'area audio base basefont button canvas datalist del embed iframe input link map math meta noembed noframes noscript ' +
    'object option param rp script select style svg template textarea title video',
);
