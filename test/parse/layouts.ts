/** Generated reports as layouts that tests may damage, and their rendering in every format, ragged rows included. */
import { Buffer } from 'node:buffer';
import { escapeHtml } from '../../tools/generate/escape-html.js';
import type { FormTemplate } from '../../tools/generate/form-rows.js';
import {
  type Layout,
  type LayoutBlock,
  type LayoutCell,
  type LayoutTable,
  makeLayout,
} from '../../tools/generate/layout.js';
import { random } from '../../tools/generate/random.js';
import { makeTruth, printedHeading, type ReportTruth } from '../../tools/generate/truth.js';
import { docx, w } from './build-docx.js';

export type Subject = LayoutTable['subject'];

export function truthOf(
  seed: number,
  table2: FormTemplate = 't2021',
  table3: FormTemplate = table2,
): ReportTruth {
  return makeTruth(random(seed), {
    unit: { name: '青杉镇人民政府', county: '北塬县', kind: 'town' },
    year: 2021,
    table2,
    table3,
    publishedOn: '2022-01-18',
    profile: 'dense',
    sentences: 1,
  });
}

export const layoutOf = (truth: ReportTruth, proactiveGrid: 'aligned' | 'shifted' = 'aligned'): Layout =>
  makeLayout(truth, { proactiveGrid });

/** Replaces each table of a subject by what `change` makes of it. */
export function changeTables(
  layout: Layout,
  subject: Subject | null,
  change: (table: LayoutTable) => readonly LayoutTable[],
): Layout {
  return {
    ...layout,
    blocks: layout.blocks.flatMap((block): readonly LayoutBlock[] =>
      block.kind === 'table' && (subject === null || block.subject === subject) ? change(block) : [block],
    ),
  };
}

export const cell = (text: string, columnSpan = 1, rowSpan = 1): LayoutCell => ({
  text,
  columnSpan,
  rowSpan,
  figure: null,
});

/** What the tables print: figure → its texts, all of them. */
export function printedFigures(layout: Layout): ReadonlyMap<string, ReadonlySet<string>> {
  const printed = new Map<string, Set<string>>();
  for (const block of layout.blocks) {
    if (block.kind !== 'table') continue;
    for (const { figure, text } of block.rows.flat()) {
      if (figure !== null) printed.set(figure, (printed.get(figure) ?? new Set()).add(text));
    }
  }
  return printed;
}

export const FORMATS = ['html', 'docx', 'text'] as const;
export type Format = (typeof FORMATS)[number];

export function render(layout: Layout, format: Format): Buffer {
  if (format === 'docx') return toDocx(layout);
  return Buffer.from(format === 'html' ? toHtml(layout) : toText(layout));
}

function toHtml({ title, blocks }: Layout): string {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<h2>${escapeHtml(printedHeading(block))}</h2>`;
    if (block.kind === 'paragraph') return `<p>${escapeHtml(block.text)}</p>`;
    const rows = block.rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`);
    return `<table border="1">${rows.join('')}</table>`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>${title}</h1>${body.join('\n')}</body></html>`;
}

function htmlCell({ text, columnSpan, rowSpan }: LayoutCell): string {
  return `<td colspan="${columnSpan}" rowspan="${rowSpan}">${escapeHtml(text).replaceAll('\n', '<br>')}</td>`;
}

function toDocx({ title, blocks }: Layout): Buffer {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return w.p(printedHeading(block));
    if (block.kind === 'paragraph') return w.p(block.text);
    const rows = continuations(block).map((row) =>
      w.tr(
        ...row.map(({ cell: { text, columnSpan, rowSpan }, continued }) => {
          const merge = continued ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
          return w.tc(continued ? '' : text, `<w:gridSpan w:val="${columnSpan}"/>${merge}`);
        }),
      ),
    );
    return w.tbl(...rows);
  });
  return docx(w.p(title) + body.join(''));
}

function toText({ title, blocks }: Layout): string {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `${printedHeading(block)}\n`;
    if (block.kind === 'paragraph') return `${block.text}\n`;
    const rows = continuations(block).map((row) =>
      row.map(({ cell: { text }, continued }) => `\t${continued ? '' : text}\n`).join(''),
    );
    return `${rows.join('\n')}\n\n \n`;
  });
  return `${title}\n\n${body.join('')}`;
}

interface Slot {
  readonly cell: LayoutCell;
  readonly continued: boolean;
}

/** Like the generator's own, but rows may end early. */
function continuations(table: LayoutTable): Slot[][] {
  const open = new Map<number, { cell: LayoutCell; left: number }>();
  return table.rows.map((row) => {
    const slots: Slot[] = [];
    const cells = [...row];
    for (let column = 0; cells.length > 0 || open.has(column); ) {
      const above = open.get(column);
      const own = above?.cell ?? cells.shift()!;
      slots.push({ cell: own, continued: above !== undefined });
      const left = (above?.left ?? own.rowSpan) - 1;
      if (left > 0) open.set(column, { cell: own, left });
      else open.delete(column);
      column += own.columnSpan;
    }
    return slots;
  });
}
