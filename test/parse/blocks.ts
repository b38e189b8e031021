/** A document's blocks in a form that a test can show on a line each. */
import { Buffer } from 'node:buffer';
import type { Block, Document, Table } from '../../src/model/document.js';
import { readHtml } from '../../src/parse/readers/html/html-reader.js';
import { toGrid } from '../../src/parse/tables/grid.js';

/** Paragraphs as text, tables as their rows: `[a | b]`. */
export function shown({ blocks }: Pick<Document, 'blocks'>): string[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text.trim() : rowsOf(block)));
}

function rowsOf(table: Table): string {
  return table.rows
    .map((row) => `[${row.map(({ text, gap }) => (gap ? '~' : text.trim())).join(' | ')}]`)
    .join(' ');
}

export function html(body: string): Document {
  return readHtml(Buffer.from(`<!DOCTYPE html><meta charset="utf-8"><body>${body}`), null);
}

export function firstTable({ blocks }: Pick<Document, 'blocks'>): Table {
  return blocks.find((block: Block): block is Table => block.kind === 'table')!;
}

/** The dense grid: a cell's text in every place that it covers, `.` where nothing is. */
export function dense(table: Table): string[] {
  const grid = toGrid(table);
  return grid.rows.map(({ cells }) =>
    Array.from({ length: grid.width }, (_, column) => {
      const cell = cells.find((c) => c.column <= column && column <= c.lastColumn);
      return cell ? cell.text || '_' : '.';
    }).join(' '),
  );
}
