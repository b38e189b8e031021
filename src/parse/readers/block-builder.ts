import type { Block, Cell, Paragraph, Table } from '../../model/document.js';
import { OBJECT_SIGN } from './object-sign.js';

export interface BuiltCell extends Cell {
  readonly blocks: readonly Block[];
}

interface Flow {
  readonly blocks: Block[];
  buffer: string;
  /** Pictures in the paragraph that is being gathered; they come after it. */
  pictures?: number;
  /** Of a cell: something is shown in it that is no text. */
  object?: boolean;
  /** Of a cell: why it isn't certain that a person reads its text so. */
  doubt?: string;
  /** Of a cell: text in it is hidden or deleted. */
  concealed?: boolean;
}

interface OpenTable {
  readonly rows: BuiltCell[][];
  row: BuiltCell[] | null;
  layout: boolean;
  readonly aside: boolean;
}

interface OpenCell extends Flow {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/**
 * Gathers paragraphs and tables in reading order while a reader walks its file.
 * A table that holds another table of more than one cell only lays out the page: its cells' contents are blocks
 * of their own, and the innermost tables are the data.
 */
export class BlockBuilder {
  readonly #body: Flow = { blocks: [], buffer: '' };
  readonly #flows: Flow[] = [this.#body];
  readonly #tables: OpenTable[] = [];
  /** Parent of each container. */
  readonly #containers: number[] = [0];
  readonly #open: number[] = [0];

  constructor(private readonly positioned = true) {}

  text(text: string): void {
    this.#flow.buffer += text;
  }

  /** Ends the paragraph that is being gathered; without text there is none. */
  endParagraph(headingLevel?: number): void {
    const flow = this.#flow;
    const text = flow.buffer;
    flow.buffer = '';
    const paragraph: Paragraph = { kind: 'paragraph', text, container: this.#container };
    if (text.trim() !== '')
      flow.blocks.push(headingLevel === undefined ? paragraph : { ...paragraph, headingLevel });
    for (; flow.pictures; flow.pictures--) flow.blocks.push({ ...paragraph, text: '', picture: true });
  }

  picture(): void {
    this.#flow.pictures = (this.#flow.pictures ?? 0) + 1;
  }

  /** Something in the cell is shown that is no text: a picture, a control, a formula. */
  object(): void {
    this.#flow.object = true;
  }

  /** It isn't certain that a person reads the cell's text as it stands in the file; the reason in Chinese, after “单元格”. */
  doubt(reason: string): void {
    this.#flow.doubt = reason;
  }

  /** Text is passed over that is deleted, or that a style sheet hides: where the cell has no other, it isn't certainly blank. */
  conceal(): void {
    this.#flow.concealed = true;
  }

  /** `aside`: not to be seen as the page stands. */
  openTable(aside = false): void {
    this.endParagraph();
    this.#tables.push({ rows: [], row: null, layout: false, aside });
  }

  openRow(): void {
    this.#table.row = [];
  }

  /** Columns of the grid in which nothing is printed. */
  gap(columns: number): void {
    this.#table.row?.push({ text: '', columnSpan: columns, rowSpan: 1, gap: true, blocks: [] });
  }

  openCell(columnSpan: number, rowSpan: number): void {
    const cell: OpenCell = { blocks: [], buffer: '', columnSpan, rowSpan };
    this.#flows.push(cell);
  }

  closeCell(): void {
    this.endParagraph();
    const flow = this.#flows.pop() as OpenCell;
    const { blocks, columnSpan, rowSpan, object } = flow;
    // What stands in a layout cell is not one cell's text, and nesting would copy it once a level.
    const layout = blocks.some(isData);
    if (layout) this.#table.layout = true;
    const text = layout ? '' : cellText(blocks);
    const isEmpty = !layout && text.trim() === '';
    const doubt = flow.doubt ?? (flow.concealed && isEmpty ? CONCEALED : undefined);
    const cell = { text: object && isEmpty ? OBJECT_SIGN : text, columnSpan, rowSpan, blocks };
    this.#table.row?.push(doubt === undefined ? cell : { ...cell, doubt });
  }

  /** A row that is not kept (deleted, hidden) leaves nothing. */
  closeRow(keep = true): void {
    const table = this.#table;
    if (keep && table.row) table.rows.push(table.row);
    table.row = null;
  }

  /** `arrange` settles spans that are known only when all rows are (vMerge). */
  closeTable(arrange: (rows: readonly BuiltCell[][]) => BuiltCell[][] = (rows) => [...rows]): void {
    const { rows, layout, aside } = this.#tables.pop()!;
    const { blocks } = this.#flow;
    if (layout) {
      for (const row of rows) for (const cell of row) for (const block of cell.blocks) blocks.push(block);
    } else if (rows.length > 0) {
      const cells = arrange(rows).map((row) => row.map(({ blocks: _, ...cell }) => cell));
      blocks.push({
        kind: 'table',
        ordinal: 0,
        positioned: this.positioned,
        container: this.#container,
        rows: cells,
        ...(aside && { aside }),
      });
    }
  }

  openContainer(): void {
    this.#open.push(this.#containers.push(this.#container) - 1);
  }

  closeContainer(): void {
    this.#open.pop();
  }

  finish(): { readonly blocks: readonly Block[]; readonly containers: readonly number[] } {
    this.endParagraph();
    return { blocks: numberTables(this.#body.blocks), containers: this.#containers };
  }

  get #flow(): Flow {
    return this.#flows.at(-1)!;
  }

  get #table(): OpenTable {
    return this.#tables.at(-1)!;
  }

  get #container(): number {
    return this.#open.at(-1)!;
  }
}

const CONCEALED = '里只有隐藏或删去的文字';

function isData(block: Block): boolean {
  if (block.kind !== 'table') return false;
  let cells = 0;
  return block.rows.some((row) => {
    cells += row.length;
    return cells > 1;
  });
}

function cellText(blocks: readonly Block[]): string {
  return blocks
    .filter((block) => block.kind === 'table' || !block.picture)
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows
            .flat()
            .map((cell) => cell.text)
            .join('\n'),
    )
    .join('\n');
}

function numberTables(blocks: readonly Block[]): Block[] {
  let ordinal = 0;
  return blocks.map((block) =>
    block.kind === 'table' ? ({ ...block, ordinal: ordinal++ } satisfies Table) : block,
  );
}
