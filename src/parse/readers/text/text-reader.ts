import type { Document } from '../../../model/document.js';
import { BlockBuilder } from '../block-builder.js';
import { decode } from '../decode.js';
import { findColumns } from './text-columns.js';

/**
 * Plain text as converters print a .docx: a cell is a line after a TAB, a row ends with an empty line, a line without
 * TAB inside a row goes on with the cell before. Text with TABs, bars or wide gaps inside a line has one row a line.
 * Column positions are lost, so tables are read by order alone.
 */
export function readText(bytes: Buffer, servedType: string | null): Document {
  const { text, findings } = decode(bytes, servedType);
  const builder = new BlockBuilder(false);
  const state = new TextState(builder);
  const lines = text.split(/\r\n|\n|\r/);
  const closed = areCellsClosed(lines);
  for (const line of findColumns(lines)) {
    if (typeof line !== 'string') state.row(line);
    else state.visit(closed ? line.replace(/\t$/, '') : line);
  }
  state.closeTable();
  return { mediaType: 'text/plain', ...builder.finish(), metadata: [], findings };
}

/** Converters that close each cell with another TAB: a cell a line, throughout. */
function areCellsClosed(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.includes('\t'));
  return tabbed.length > 0 && tabbed.every((line) => /^\t[^\t]*\t$/.test(line));
}

class TextState {
  #inTable = false;
  /** Cells of the row that is being gathered. */
  #row: string[] = [];

  constructor(private readonly builder: BlockBuilder) {}

  visit(line: string): void {
    if (line.includes('\t')) this.#cells(line);
    else if (line.trim() === '') this.#endRow();
    else if (this.#row.length > 0) this.#row[this.#row.length - 1] += `\n${line}`;
    else {
      this.closeTable();
      this.builder.text(line);
      this.builder.endParagraph();
    }
  }

  row(cells: readonly string[]): void {
    this.#openTable();
    this.#endRow();
    this.#row = [...cells];
    this.#endRow();
  }

  closeTable(): void {
    this.#endRow();
    if (this.#inTable) this.builder.closeTable();
    this.#inTable = false;
  }

  #cells(line: string): void {
    const cells = line.split('\t');
    if (cells.length === 2 && cells[0] === '') {
      this.#openTable();
      this.#row.push(cells[1]!);
    } else this.row(cells);
  }

  #openTable(): void {
    if (!this.#inTable) this.builder.openTable();
    this.#inTable = true;
  }

  #endRow(): void {
    if (this.#row.length === 0) return;
    this.builder.openRow();
    for (const cell of this.#row) {
      this.builder.openCell(1, 1);
      this.builder.text(cell);
      this.builder.closeCell();
    }
    this.builder.closeRow();
    this.#row = [];
  }
}
