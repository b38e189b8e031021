import type { Block, Table } from '../model/document.js';
import { docxToHtml } from '../parse/control/docx-control-reader.js';
import { readPage } from '../parse/parse.js';
import { decode } from '../parse/readers/decode.js';
import { sniff } from '../parse/readers/sniff.js';
import { toGrid } from '../parse/tables/grid.js';
import type { Original } from './convert-document.js';
import { type CopyStore, readingBytes } from './convert-document.js';

/** An original as people read it beside its figures, whatever its file format: cells are numbered as figures cite them. */
export interface OriginalView {
  readonly parts: readonly OriginalPart[];
  /** What the page prints around the report: navigation, footer. */
  readonly around: readonly string[];
}

export type OriginalPart = OriginalParagraph | OriginalTable;

export interface OriginalParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly headingLevel: number | null;
}

export interface OriginalTable {
  readonly kind: 'table';
  readonly table: number;
  readonly rows: readonly (readonly OriginalCell[])[];
}

export interface OriginalCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Reads an archived original for showing. @throws ReadError, ArchiveError */
export async function viewOriginal(
  store: CopyStore,
  { sha256, servedType }: Original,
): Promise<OriginalView> {
  return viewBytes(await readingBytes(store, sha256), servedType);
}

/** The same of bytes that are in no archive. @throws ReadError */
export async function viewBytes(bytes: Buffer, servedType: string | null): Promise<OriginalView> {
  const { article, furniture } = await readPage(bytes, servedType);
  return { parts: article.map(toPart), around: furniture.flatMap(textsOf) };
}

/**
 * The original as HTML, as its publisher wrote it: untrusted, for a sandbox only. Null where the format has none (PDF).
 * @throws ReadError, ArchiveError
 */
export async function originalHtml(
  store: CopyStore,
  { sha256, servedType }: Original,
): Promise<string | null> {
  const bytes = await readingBytes(store, sha256);
  const mediaType = sniff(bytes);
  if (mediaType === 'text/html') return decode(bytes, servedType).text;
  return mediaType === DOCX ? docxToHtml(bytes) : null;
}

function toPart(block: Block): OriginalPart {
  if (block.kind === 'table') return tableOf(block);
  return { kind: 'paragraph', text: block.text, headingLevel: block.headingLevel ?? null };
}

function tableOf(table: Table): OriginalTable {
  const rows = toGrid(table).rows.map(({ cells }) =>
    cells
      .filter(({ continued }) => !continued)
      .map(({ cell, text, row, column }) => ({
        text,
        row,
        column,
        rowSpan: Math.min(cell.rowSpan, table.rows.length - row),
        columnSpan: cell.columnSpan,
      })),
  );
  return { kind: 'table', table: table.ordinal, rows };
}

function textsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return block.text.trim() === '' ? [] : [block.text];
  return block.rows.map((row) => row.map(({ text }) => text).join(' | '));
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
