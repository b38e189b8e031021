/** Prints a draft as the text that a converter makes of it. */
import type { Draft, DraftBlock, DraftTable, TextPlan } from './draft.js';
import { printedRows } from './draft-table.js';

export function printText(draft: Draft): Uint8Array {
  const body = draft.blocks.map((block) => printBlock(block, draft.text)).join('');
  const text = draft.text.whole.reduce((source, step) => step(source), `${draft.title}\n\n${body}`);
  return draft.text.encode(text);
}

function printBlock(block: DraftBlock, plan: TextPlan): string {
  if (block.kind === 'markup') return block.markup;
  if (block.kind === 'heading') return `${block.number}${block.words}\n`;
  if (block.kind === 'paragraph') return `${block.text}\n`;
  return PRINT[plan.rows](rowsOf(block, plan));
}

function rowsOf(table: DraftTable, plan: TextPlan): string[][] {
  return printedRows(table).map((row) => {
    const cells = row.filter(({ cell }) => !cell.gap);
    const texts = cells.map(({ cell, continued }) => (continued ? '' : cell.text));
    return plan.blanks === 'kept' ? texts : texts.filter((text) => text.trim() !== '');
  });
}

const PRINT: Readonly<Record<TextPlan['rows'], (rows: readonly string[][]) => string>> = {
  'cell-a-line': (rows) =>
    `${rows.map((row) => row.map((text) => `\t${text}\n`).join('')).join('\n')}\n\n \n`,
  'row-a-line': (rows) => `${rows.map((row) => `${row.map(oneLine).join('\t')}\n`).join('')}\n`,
  'run-together': (rows) => `${rows.map((row) => `${row.map(oneLine).join('')}\n`).join('')}\n`,
};

const oneLine = (text: string): string => text.replaceAll('\n', '');
