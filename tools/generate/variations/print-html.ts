/** Prints a draft as a page. */
import { escapeHtml } from '../escape-html.js';
import { wrapPage } from '../page-furniture.js';
import type { Random } from '../random.js';
import type { Draft, DraftBlock, DraftCell, DraftTable, HtmlPlan } from './draft.js';
import { type PrintedCell, printedRows } from './draft-table.js';
import { inlineHtml } from './inline-marks.js';

export function printHtml(draft: Draft): Uint8Array {
  const { html } = draft;
  const body = draft.blocks.map((block) => printBlock(block, draft)).join('\n');
  const article = rewrite(body, html.article);
  const inside = [...html.beforeArticle, article, ...html.afterArticle].join('\n');
  const page = html.page === 'bare' ? barePage(draft.title, inside) : sitePage(draft, inside, html.page);
  return html.encode(rewrite(page, html.whole));
}

const rewrite = (source: string, steps: readonly ((source: string) => string)[]): string =>
  steps.reduce((text, step) => step(text), source);

function barePage(title: string, article: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head><body>\n<p style="text-align:center">${escapeHtml(title)}</p>\n${article}\n</body></html>`;
}

function sitePage({ title, html, truth }: Draft, article: string, family: 'trs' | 'hanweb'): string {
  const page = wrapPage(title, article, {
    family,
    siteName: `${truth.unit.county}人民政府门户网站`,
    publisher: html.publisher,
    publishedOn: truth.publishedOn,
    charset: 'utf-8',
    navigation: [
      { href: '/', text: '首页' },
      { href: '/zfxxgk/', text: '政府信息公开' },
      { href: '/zfxxgk/nb/', text: '政府信息公开年报' },
    ],
  });
  return html.dated ? page : page.replaceAll(truth.publishedOn, '');
}

function printBlock(block: DraftBlock, draft: Draft): string {
  const { style } = draft.html;
  if (block.kind === 'markup') return block.markup;
  if (block.kind === 'table') return printTable(block, draft);
  const text = block.kind === 'heading' ? block.number + block.words : block.text;
  const inner = block.inline ? inlineHtml(block.inline) : null;
  if (block.kind === 'heading') {
    const tag = block.level === 1 ? 'h2' : 'h3';
    if (style === 'clean') return `<${tag}>${inner ?? escapeHtml(text)}</${tag}>`;
    return `<p style="text-indent:2em"><strong><span style="font-family:黑体;font-size:16pt">${inner ?? escapeHtml(text)}</span></strong></p>`;
  }
  const align = block.align ? ` style="text-align:${block.align}"` : '';
  return `<p${align}>${inner ?? (style === 'clean' ? escapeHtml(text) : wordRuns(draft.ink, text))}</p>`;
}

function printTable(table: DraftTable, draft: Draft): string {
  const rows = printedRows(table).map((row) => {
    const own = row.filter(({ continued, cell }) => !continued && !cell.gap);
    return `<tr>${own.map((cell) => printCell(cell, draft)).join('')}</tr>`;
  });
  const html = `<table border="1"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  return table.wrap ? table.wrap(html) : html;
}

function printCell({ cell, columnSpan, rowSpan }: PrintedCell, { html, ink }: Draft): string {
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : '';
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const content = cellContent(cell, html);
  if (html.style === 'clean') return `<td${columns}${rows}>${content}</td>`;
  return (
    `<td${columns}${rows} width="${ink.between(50, 139)}" valign="center"><p style="margin:0;text-align:center">` +
    `<span style="font-family:宋体;font-size:14px">${content}</span></p></td>`
  );
}

function cellContent(cell: DraftCell, html: HtmlPlan): string {
  const inner = cell.inline ? inlineHtml(cell.inline) : escapeHtml(cell.text);
  return cell.figure === null ? inner : rewrite(inner, html.value);
}

/** A paragraph in runs of a few characters. */
function wordRuns(ink: Random, text: string): string {
  let html = '';
  for (let start = 0; start < text.length; ) {
    const end = start + ink.between(5, 26);
    const run = escapeHtml(text.slice(start, end));
    html += ink.chance(0.5)
      ? `<span style="font-family:仿宋;mso-font-kerning:0pt">${run}</span>`
      : `<span lang="EN-US"><font face="仿宋">${run}</font></span>`;
    start = end;
  }
  return html;
}
