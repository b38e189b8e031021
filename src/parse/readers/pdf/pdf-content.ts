import type { Finding } from '../../../model/finding.js';
import { type FilledTable, fillTable } from './pdf-cell-text.js';
import { cellsOf } from './pdf-cells.js';
import type { Box, Glyph, PageMarks } from './pdf-marks.js';
import { gatherRulings } from './pdf-rulings.js';
import { type TextLine, toLines } from './pdf-text-lines.js';

/** What one page holds, from top to bottom. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  readonly findings: readonly Finding[];
}

export type PageItem =
  | { readonly kind: 'table'; readonly top: number; readonly table: FilledTable }
  | { readonly kind: 'line'; readonly top: number; readonly line: TextLine }
  | { readonly kind: 'picture'; readonly top: number; readonly box: Box };

/** Tells tables, text and pictures of a page apart. Only ruling lines make a table: nothing is guessed from gaps. */
export function arrangePage(marks: PageMarks, page: number): PageContent {
  const ruled = gatherRulings(marks.rules)
    .map(cellsOf)
    .filter(({ cells }) => cells.length > 1)
    .sort((a, b) => area(a) - area(b));
  const findings: Finding[] = [];
  const items: PageItem[] = [];
  let rest: readonly Glyph[] = marks.glyphs;
  for (const table of ruled) {
    if (!table.sound) {
      const message = `第 ${page} 页有一个表格的框线不完整，不能确定单元格，其中的数据未采用`;
      findings.push({ check: 'read/table-lines', severity: 'warning', message });
      continue;
    }
    const filled = fillTable(table, rest);
    rest = filled.rest;
    if (filled.table.cells.some(({ text }) => text !== ''))
      items.push({ kind: 'table', top: table.top, table: filled.table });
  }
  for (const line of toLines(rest)) items.push({ kind: 'line', top: line.baseline - line.size, line });
  for (const box of marks.pictures.filter((box) => isLarge(box, marks)))
    items.push({ kind: 'picture', top: box.top, box });
  findings.push(...columnsWithoutLines(items, page));
  const { width, height } = marks;
  return { page, width, height, items: items.sort((a, b) => a.top - b.top), findings };
}

function area({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** Not an emblem, a code or a seal, and not the ground that a whole page is printed on. */
function isLarge(box: Box, { width, height }: PageMarks): boolean {
  const isGround = area(box) > GROUND * width * height;
  return !isGround && box.right - box.left >= PICTURE_WIDTH && box.bottom - box.top >= PICTURE_HEIGHT;
}

/** Lines that end in several numbers set apart, or in a unit and a number, are a table printed without lines. */
function columnsWithoutLines(items: readonly PageItem[], page: number): Finding[] {
  const rows = items.filter((item) => item.kind === 'line' && isRowOfTable(item.line.text));
  if (rows.length < FEWEST_ROWS) return [];
  const message = `第 ${page} 页有 ${rows.length} 行像是没有框线的表格，不能确定各列，其中的数据未采用`;
  return [{ check: 'read/table-without-lines', severity: 'warning', message }];
}

/** Points. */
const PICTURE_WIDTH = 150;
const PICTURE_HEIGHT = 60;
/** Part of the page. */
const GROUND = 0.8;
const FEWEST_ROWS = 3;
const isRowOfTable = (text: string): boolean => NUMBERS_APART.test(text) || UNIT_AND_NUMBER.test(text);
/** A row of the statistics table of 2014–2018: 1.当面申请数 件 0. */
const UNIT_AND_NUMBER = /[^\d\s]\s*(?:条|件|次|篇|个|人|人次|万元)\s*\d[\d.,]*$/;
const NUMBERS_APART = /(?:^|\s)\d[\d.,]*\s+\d[\d.,]*\s+\d[\d.,]*$/;
