import { createRequire } from 'node:module';
import { ConversionError } from './conversion-error.js';

export const WORD_TEXT = wordExtractor();

/**
 * The text of a .doc, one table row a line with TABs between its cells, as the text reader takes it. Merged cells and
 * column positions are lost, and where the file keeps its row marks elsewhere rows are told apart by empty cells; what
 * that gets wrong has too few cells and is not read.
 * @throws ConversionError
 */
export async function extractWordText(bytes: Buffer): Promise<Buffer> {
  const body = await readBody(bytes);
  const lines: string[] = [];
  for (const chunk of body.split(/\t\n(?=[^\t]|$)/)) lines.push(...linesOf(chunk));
  return Buffer.from(`${lines.join('\n')}\n`);
}

async function readBody(bytes: Buffer): Promise<string> {
  try {
    const document = await new WORD_TEXT.Extractor().extract(bytes);
    return document.getBody({ filterUnicode: false });
  } catch (cause) {
    throw new ConversionError(`word-extractor ${WORD_TEXT.version} could not read the file`, { cause });
  }
}

/** Text up to a row mark: the row, and before its first cell the paragraphs since the last table. */
function linesOf(chunk: string): string[] {
  const cells = chunk.split('\t');
  if (cells.length === 1) return chunk.split('\n');
  const before = cells[0]!.split('\n');
  cells[0] = before.pop()!;
  const rows = cells.length <= WIDEST_ROW ? [cells] : rowsBetweenBlanks(cells);
  return [...before, ...rows.map(toLine)];
}

/** The reader takes a blank before one TAB for another layout, and a line without TAB for a paragraph. */
function toLine(cells: readonly string[]): string {
  const line = cells.map((cell) => cell.replace(/\s*\n\s*/g, ' '));
  if (line.length === 1) return `${line[0]}\t`;
  return line.length === 2 && line[0] === '' ? `\u3000\t${line[1]}` : line.join('\t');
}

function rowsBetweenBlanks(cells: readonly string[]): string[][] {
  const rows: string[][] = [[]];
  for (const cell of cells) {
    if (cell.trim() !== '') rows.at(-1)!.push(cell);
    else if (rows.at(-1)!.length > 0) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

interface WordDocument {
  readonly getBody: (options: { readonly filterUnicode: boolean }) => string;
}

/** The package has no types. */
function wordExtractor() {
  const require = createRequire(import.meta.url);
  const Extractor = require('word-extractor') as new () => { extract(bytes: Buffer): Promise<WordDocument> };
  const { version } = require('word-extractor/package.json') as { readonly version: string };
  return { Extractor, version };
}

/** 表四 has 15 columns. */
const WIDEST_ROW = 16;
