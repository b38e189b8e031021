import type { Cell, Table } from '../../model/document.js';
import type { PageElement } from './collect-tables.js';

/**
 * Gathers tables while the tree is walked. A cell that begins while one of the same table is open ends it, for pages
 * leave `</td>` out; a table that holds another of more than one cell only lays out the page and is dissolved.
 */
export class TableStack {
  readonly #found: Table[] = [];
  readonly #open: OpenTable[] = [];

  print(text: string): void {
    const cell = this.#top?.cell;
    if (cell) cell.text += text;
  }

  openTable(): void {
    this.#open.push({ rows: [], group: 0, row: null, cell: null, inner: [], layout: false });
  }

  openGroup(): void {
    const table = this.#top;
    if (!table) return;
    this.#endRow(table);
    table.group += 1;
  }

  openRow(element: PageElement): void {
    const table = this.#top;
    if (!table) return;
    this.#endRow(table);
    table.row = { element, group: table.group, cells: [] };
  }

  openCell(element: PageElement): void {
    const table = this.#top;
    if (!table) return;
    this.#endCell(table);
    table.row ??= { element: null, group: table.group, cells: [] };
    table.cell = { element, text: '' };
  }

  closeCell(element: PageElement): void {
    const table = this.#top;
    if (table?.cell?.element === element) this.#endCell(table);
  }

  closeRow(element: PageElement): void {
    const table = this.#top;
    if (table?.row?.element === element) this.#endRow(table);
  }

  closeTable(): void {
    const table = this.#top;
    if (!table) return;
    this.#endRow(table);
    this.#open.pop();
    const around = this.#top;
    const flow = around?.inner ?? this.#found;
    if (table.layout) for (const inner of table.inner) flow.push(inner);
    else if (table.rows.length > 0) flow.push(toTable(table.rows));
    if (!around) return;
    if (table.layout || countCells(table.rows) > 1) around.layout = true;
    else this.print(`\n${table.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join('')}\n`);
  }

  finish(): readonly Table[] {
    while (this.#top) this.closeTable();
    return this.#found.map((table, ordinal) => ({ ...table, ordinal }));
  }

  #endCell(table: OpenTable): void {
    const { cell, row } = table;
    table.cell = null;
    if (!cell || !row) return;
    const { colspan, rowspan } = cell.element.attribs;
    row.cells.push({
      text: cell.text.replace(/ *\n[ \n]*/g, '\n').trim(),
      columnSpan: Math.max(1, spanOf(colspan, MOST_COLUMNS)),
      rowSpan: spanOf(rowspan, MOST_ROWS),
    });
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table);
    if (table.row) table.rows.push(table.row);
    table.row = null;
  }

  get #top(): OpenTable | undefined {
    return this.#open.at(-1);
  }
}

interface OpenTable {
  readonly rows: Row[];
  group: number;
  row: Row | null;
  cell: { readonly element: PageElement; text: string } | null;
  /** Tables in its cells: they take its place where it only lays them out. */
  readonly inner: Table[];
  layout: boolean;
}

interface Row {
  readonly element: PageElement | null;
  readonly group: number;
  readonly cells: Cell[];
}

function countCells(rows: readonly Row[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.length, 0);
}

/** `rowspan="0"` reaches to the end of the row group (HTML Standard §4.9.11). */
function toTable(rows: readonly Row[]): Table {
  const lastOfGroup = new Map(rows.map(({ group }, place) => [group, place]));
  const settled = rows.map(({ cells, group }, place) =>
    cells.map((cell) =>
      cell.rowSpan > 0 ? cell : { ...cell, rowSpan: lastOfGroup.get(group)! - place + 1 },
    ),
  );
  return { kind: 'table', ordinal: 0, positioned: true, container: 0, rows: settled };
}

/** "Rules for parsing non-negative integers" (HTML Standard §2.3.4.2); nonsense is 1. */
function spanOf(value: string | undefined, most: number): number {
  const digits = /^\s*\+?(\d+)/.exec(value ?? '')?.[1];
  return digits === undefined ? 1 : Math.min(Number(digits), most);
}

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
