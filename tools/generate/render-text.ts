/**
 * Prints a layout as a converter prints a .docx: one line per cell that opens with a TAB, further lines of the cell
 * without one, an empty line between rows, a lone TAB where a vertical merge continues, merged columns once.
 */
import type { Layout, LayoutBlock, LayoutTable } from './layout.js';
import { rowsWithContinuations } from './table-grid.js';
import { printedHeading } from './truth.js';

/** The whole report as plain text. */
export function renderText(layout: Layout): string {
  return `${layout.title}\n\n${layout.blocks.map(renderBlock).join('')}`;
}

function renderBlock(block: LayoutBlock): string {
  if (block.kind === 'heading') return `${printedHeading(block)}\n`;
  if (block.kind === 'paragraph') return `${block.text}\n`;
  return `${renderTable(block)}\n\n \n`;
}

function renderTable(table: LayoutTable): string {
  return rowsWithContinuations(table)
    .map((row) => row.map((slot) => `\t${slot.kind === 'continued' ? '' : slot.cell.text}\n`).join(''))
    .join('\n');
}
