/** Small changes that many variations share: figures with their truth, tables, headings, paragraphs. */
import { figureKey } from '../figures.js';
import type {
  Draft,
  DraftBlock,
  DraftCell,
  DraftHeading,
  DraftParagraph,
  DraftTable,
  ExpectedFigure,
} from './draft.js';
import { type Row, wide, widthOf } from './draft-table.js';

/** Prints a figure otherwise, and says what is right to read then. */
export function setFigure(draft: Draft, key: string, change: Partial<ExpectedFigure>): void {
  const cell = draft.cells.get(key);
  const figure = draft.expected.figures.get(key);
  if (!cell || !figure) return;
  const next = { ...figure, ...change };
  draft.expected.figures.set(key, { ...next, raw: next.raw.trim() });
  cell.text = next.raw;
}

/** Prints a figure otherwise without changing what it says. */
export function printAs(draft: Draft, key: string, text: string, state?: ExpectedFigure['state']): void {
  setFigure(draft, key, { raw: text, ...(state ? { state } : {}) });
}

/** An empty cell is null, never 0; 采购总金额 has no unit where nothing is printed. */
export function emptyFigure(draft: Draft, key: string, raw: string, state: ExpectedFigure['state']): void {
  setFigure(draft, key, { raw, value: null, state });
}

/** The truth of figures that are not printed any more. */
export function forget(draft: Draft, keys: Iterable<string>): void {
  for (const key of keys) draft.expected.figures.delete(key);
}

export function keysWhere(draft: Draft, test: (figure: ExpectedFigure, key: string) => boolean): string[] {
  return [...draft.expected.figures].filter(([key, figure]) => test(figure, key)).map(([key]) => key);
}

export const plainKeys = (draft: Draft): string[] =>
  keysWhere(draft, ({ state, raw, value }) => state === 'number' && raw === String(value));

export function tablesOf(draft: Draft, subject?: DraftTable['subject']): DraftTable[] {
  return draft.blocks.filter(
    (block): block is DraftTable =>
      block.kind === 'table' && (subject ? block.subject === subject : block.subject !== 'other'),
  );
}

export const headingsOf = (draft: Draft, level: 1 | 2): DraftHeading[] =>
  draft.blocks.filter((block): block is DraftHeading => block.kind === 'heading' && block.level === level);

export const paragraphsOf = (draft: Draft): DraftParagraph[] =>
  draft.blocks.filter((block): block is DraftParagraph => block.kind === 'paragraph');

export const paragraph = (text: string): DraftParagraph => ({ kind: 'paragraph', text });

export function insertBefore(draft: Draft, at: DraftBlock, ...blocks: DraftBlock[]): void {
  draft.blocks.splice(draft.blocks.indexOf(at), 0, ...blocks);
}

export function insertAfter(draft: Draft, at: DraftBlock, ...blocks: DraftBlock[]): void {
  draft.blocks.splice(draft.blocks.indexOf(at) + 1, 0, ...blocks);
}

export function replaceBlock(draft: Draft, at: DraftBlock, ...blocks: DraftBlock[]): void {
  draft.blocks.splice(draft.blocks.indexOf(at), 1, ...blocks);
}

/** Label cells of a table, each once. */
export function labelsOf(table: DraftTable): DraftCell[] {
  return [...new Set(table.rows.flat())].filter(
    (cell): cell is DraftCell => cell !== null && cell.figure === null,
  );
}

/** Rewrites the labels whose text the pattern finds; true if any was. */
export function relabel(
  draft: Draft,
  subject: DraftTable['subject'],
  find: RegExp | string,
  replacement: string,
): void {
  for (const table of tablesOf(draft, subject))
    for (const cell of labelsOf(table)) cell.text = cell.text.replace(find, replacement);
}

/** Where the row of an indicator stands. */
export function findRow(draft: Draft, indicator: string): { table: DraftTable; at: number } | null {
  for (const table of tablesOf(draft)) {
    const at = table.rows.findIndex((row) =>
      row.some((cell) => cell?.figure === figureKey(indicator) || cell?.figure?.startsWith(`${indicator}@`)),
    );
    if (at >= 0) return { table, at };
  }
  return null;
}

export const figuresOf = (row: Row): DraftCell[] =>
  [...new Set(row)].filter((cell): cell is DraftCell => cell !== null && cell.figure !== null);

/** The heading of a section with the table that follows it. */
export const sectionHeading = (draft: Draft, code: DraftHeading['code']): DraftHeading | undefined =>
  headingsOf(draft, 1).find((heading) => heading.code === code);

/** One line over the whole width. */
export const captionRow = (table: DraftTable, text: string): Row => wide(text, widthOf(table));

/** A table that is none of the form's. */
export function otherTable(rows: readonly (readonly string[])[]): DraftTable {
  return {
    kind: 'table',
    subject: 'other',
    rows: rows.map((row) => row.map((text) => ({ text, figure: null }))),
  };
}
