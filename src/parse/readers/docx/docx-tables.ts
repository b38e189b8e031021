import type { BlockBuilder } from '../block-builder.js';
import { type DocxStyle, isOn } from './docx-styles.js';
import { mergeCells, plainCell, type TableCellProperties } from './docx-table.js';
import type { XmlAttributes } from './docx-xml.js';

/** The tables that are open while a .docx streams by: rows, merges and gaps, as their properties come in. */
export class DocxTables {
  readonly #tables: OpenTable[] = [];
  /** True between `<w:trPr>` and its end, where `<w:del/>` deletes the row (§17.13.5.12). */
  #inRowProperties = false;

  constructor(private readonly builder: BlockBuilder) {}

  /** Between the properties of a table or cell and their end. */
  #inProperties = false;

  readonly opened: Readonly<Record<string, (a: XmlAttributes) => void>> = {
    'w:tbl': () => {
      this.builder.openTable();
      this.#tables.push({ rows: [], row: [], keepRow: true, gapAfter: 0, style: null, shaded: false });
    },
    'w:tblPr': () => {
      this.#inProperties = true;
    },
    'w:tcPr': () => {
      this.#inProperties = true;
    },
    'w:tblStyle': (a) => {
      const table = this.#tables.at(-1);
      if (table) table.style = a['w:val'] ?? null;
    },
    'w:trHeight': (a) => {
      if (a['w:hRule'] === 'exact' && Number(a['w:val']) < LEAST_HEIGHT) this.deleteRow();
    },
    'w:tr': () => {
      this.builder.openRow();
      Object.assign(this.#table, { row: [], keepRow: true, gapAfter: 0 });
    },
    'w:trPr': () => {
      this.#inRowProperties = true;
    },
    'w:gridBefore': (a) => this.#gap(Number(a['w:val'])),
    'w:gridAfter': (a) => {
      this.#table.gapAfter = Number(a['w:val']) || 0;
    },
    'w:hidden': (a) => {
      if (isOn(a)) this.deleteRow();
    },
    'w:tc': () => {
      this.builder.openCell(1, 1);
      this.#table.row.push(plainCell());
    },
    'w:gridSpan': (a) => this.#set({ span: clampSpan(a['w:val']) }),
    'w:vMerge': (a) => this.#set({ vertical: a['w:val'] === 'restart' ? 'restart' : 'continue' }),
    'w:hMerge': (a) => this.#set({ horizontal: a['w:val'] === 'restart' ? 'restart' : 'continue' }),
  };

  readonly closed: Readonly<Record<string, () => void>> = {
    'w:tblPr': () => {
      this.#inProperties = false;
    },
    'w:tcPr': () => {
      this.#inProperties = false;
    },
    'w:trPr': () => {
      this.#inRowProperties = false;
    },
    'w:tc': () => this.builder.closeCell(),
    'w:tr': () => {
      const table = this.#table;
      this.#gap(table.gapAfter);
      this.builder.closeRow(table.keepRow);
      if (table.keepRow) table.rows.push(table.row);
    },
    'w:tbl': () => {
      const { rows } = this.#tables.pop()!;
      this.builder.closeTable((built) => mergeCells(built, rows));
    },
  };

  /** Where row properties say that the row is deleted or hidden, it is not printed. */
  deleteRow(): void {
    if (this.#inRowProperties) this.#table.keepRow = false;
  }

  /** A ground in the properties of a table or cell; false where it is in none's. */
  shade(): boolean {
    const table = this.#tables.at(-1);
    if (!this.#inProperties || !table) return false;
    const cell = table.row.at(-1);
    if (cell) cell.shaded = true;
    else table.shaded = true;
    return true;
  }

  /** Something is painted behind the cell that is open. */
  get isOnGround(): boolean {
    return this.#tables.some(({ shaded, row }) => shaded || row.at(-1)?.shaded);
  }

  /** Whether a table's style may do so. */
  mayBeShaded(styles: (styleId: string) => DocxStyle): boolean {
    return this.#tables.some(({ style }) => style !== null && styles(style).shaded);
  }

  #gap(columns: number): void {
    if (!(columns > 0)) return;
    this.builder.gap(Math.min(columns, MAX_SPAN));
    this.#table.row.push(plainCell());
  }

  #set(properties: Partial<TableCellProperties>): void {
    const cell = this.#tables.at(-1)?.row.at(-1);
    if (cell) Object.assign(cell, properties);
  }

  get #table(): OpenTable {
    return this.#tables.at(-1)!;
  }
}

interface OpenTable {
  readonly rows: TableCellProperties[][];
  row: TableCellProperties[];
  keepRow: boolean;
  gapAfter: number;
  style: string | null;
  shaded: boolean;
}

function clampSpan(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return span > 0 ? Math.min(span, MAX_SPAN) : 1;
}

/** Twips: of a row of that height nothing can be read. */
const LEAST_HEIGHT = 60;

const MAX_SPAN = 1000;
