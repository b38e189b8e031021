import type { Block, Table } from '../../../model/document.js';
import type { Finding } from '../../../model/finding.js';
import type { FilledTable } from './pdf-cell-text.js';
import type { PageContent, PageItem } from './pdf-content.js';
import { restoreOpenCells } from './pdf-open-cells.js';
import { joinAtPageBreak } from './pdf-page-breaks.js';
import { type SetLine, toParagraphs } from './pdf-paragraphs.js';
import { toRows } from './pdf-table.js';

type FlowItem =
  | { readonly kind: 'lines'; readonly lines: SetLine[] }
  | { readonly kind: 'picture' }
  | { readonly kind: 'table'; table: FilledTable; readonly pages: number[] };

/** Pages to blocks in reading order: lines become paragraphs, and a table that goes on over a page break is one. */
export function toBlocks(pages: readonly PageContent[]): {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
} {
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  let ordinal = 0;
  for (const item of flowOf(pages)) {
    if (item.kind === 'picture') {
      blocks.push({ kind: 'paragraph', text: '', container: 0, picture: true });
      continue;
    }
    if (item.kind === 'lines') {
      for (const text of toParagraphs(item.lines)) blocks.push({ kind: 'paragraph', text, container: 0 });
      continue;
    }
    const { rows, overflowing } = toRows(item.table);
    const table: Table = { kind: 'table', ordinal, positioned: true, container: 0, rows };
    blocks.push(table);
    for (const { row, column } of overflowing)
      findings.push({ ...OVERFLOW, message: overflowMessage(item.pages), table: ordinal, row, column });
    ordinal += 1;
  }
  return { blocks, findings };
}

function flowOf(pages: readonly PageContent[]): FlowItem[] {
  const flow: FlowItem[] = [];
  for (const content of pages) {
    const margins = marginsOf(content.items);
    const before = flow.at(-1);
    restoreOpenCells(content.items, before?.kind === 'table' ? before.table : null).forEach((item, place) => {
      if (item.kind === 'table') addTable(flow, item.table, content.page, place === 0);
      else if (item.kind === 'line') addLine(flow, { line: item.line, ...margins });
      else flow.push({ kind: 'picture' });
    });
  }
  return flow;
}

function addTable(flow: FlowItem[], table: FilledTable, page: number, isFirst: boolean): void {
  const last = flow.at(-1);
  const joined = isFirst && last?.kind === 'table' ? joinAtPageBreak(last.table, table) : null;
  if (joined && last?.kind === 'table') {
    last.table = joined;
    last.pages.push(page);
  } else flow.push({ kind: 'table', table, pages: [page] });
}

function addLine(flow: FlowItem[], line: SetLine): void {
  const last = flow.at(-1);
  if (last?.kind === 'lines') last.lines.push(line);
  else flow.push({ kind: 'lines', lines: [line] });
}

function marginsOf(items: readonly PageItem[]): { readonly left: number; readonly right: number } {
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}

function overflowMessage(pages: readonly number[]): string {
  return `第 ${pages.join('、')} 页的表格中有文字越过框线，所属单元格不能完全确定，请核对原文`;
}

const OVERFLOW = { check: 'read/text-over-line', severity: 'warning' } as const satisfies Partial<Finding>;
