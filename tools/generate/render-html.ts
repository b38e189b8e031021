/** Prints a layout as the article part of a page: clean, or as Word leaves it when pasted into a site's editor. */
import { escapeHtml } from './escape-html.js';
import type { Layout, LayoutBlock, LayoutCell, LayoutTable } from './layout.js';
import { type PageSite, wrapPage } from './page-furniture.js';
import type { Random } from './random.js';
import { printedHeading } from './truth.js';

/** `clean`: one element a block. `word`: runs cut at random, each in its own span or font with inline styles. */
export type HtmlStyle = 'clean' | 'word';

export interface HtmlOptions {
  readonly style: HtmlStyle;
  /** Decides where the `word` style cuts its runs. */
  readonly random: Random;
  /** What stands around the article. */
  readonly page: PageSite;
}

/** A whole page. */
export function renderHtml(layout: Layout, options: HtmlOptions): string {
  return wrapPage(layout.title, renderArticle(layout, options.style, options.random), options.page);
}

/** The article alone, without title and furniture. */
export function renderArticle(layout: Layout, style: HtmlStyle, rng: Random): string {
  const print = style === 'clean' ? cleanBlock : wordBlock(rng);
  return layout.blocks.map(print).join('\n');
}

function cleanBlock(block: LayoutBlock): string {
  if (block.kind === 'heading') {
    const tag = block.level === 1 ? 'h2' : 'h3';
    return `<${tag}>${escapeHtml(printedHeading(block))}</${tag}>`;
  }
  if (block.kind === 'paragraph') {
    const align = block.align ? ` style="text-align:${block.align}"` : '';
    return `<p${align}>${escapeHtml(block.text)}</p>`;
  }
  return renderTable(block, '<table border="1">', cleanCell);
}

function cleanCell(cell: LayoutCell): string {
  return `<td${spans(cell)}>${escapeHtml(cell.text)}</td>`;
}

function wordBlock(rng: Random): (block: LayoutBlock) => string {
  return (block) => {
    if (block.kind === 'heading') {
      const font = block.level === 1 ? '黑体' : '楷体';
      const text = escapeHtml(printedHeading(block));
      return `<p style="text-indent:2em;margin:0 0 16px;line-height:30px"><strong><span style="font-family:${font};font-size:16pt">${text}</span></strong></p>`;
    }
    if (block.kind === 'paragraph') {
      const place = block.align ? 'text-align:right' : 'text-indent:32px;text-align:justify';
      return `<p style="${place};line-height:30px;margin:0">${wordRuns(rng, block.text)}</p>`;
    }
    const width = rng.between(600, 690);
    const open = `<table border="1" cellspacing="0" cellpadding="0" width="${width}" style="border-collapse:collapse">`;
    return renderTable(block, open, (cell) => wordCell(rng, cell));
  };
}

/** A paragraph in runs of a few characters; some keep a `<font>` inside their `<span>`. */
function wordRuns(rng: Random, text: string): string {
  let html = '';
  for (let start = 0; start < text.length; ) {
    const end = start + rng.between(5, 26);
    const run = escapeHtml(text.slice(start, end));
    const css = `font-family:${rng.pick(FONTS)};font-size:${rng.pick(['16', '12', '10.5'])}pt;mso-font-kerning:0pt`;
    html += rng.chance(0.5)
      ? `<span style="${css}">${run}</span>`
      : `<span lang="EN-US" style="${css}"><font face="${rng.pick(['仿宋', 'Calibri'])}">${run}</font></span>`;
    start = end;
  }
  return html;
}

function wordCell(rng: Random, cell: LayoutCell): string {
  const text = cell.text === '' ? '&nbsp;' : escapeHtml(cell.text);
  const padded = cell.figure !== null && rng.chance(0.15) ? `&nbsp;${text}&nbsp;` : text;
  const font =
    cell.figure === null
      ? 'font-family:仿宋;font-size:13px;color:#000000'
      : 'font-family:宋体;font-size:14px';
  return (
    `<td${spans(cell)} style="border-style:none solid solid none;border-width:1px;padding:0 7px;word-break:break-all"` +
    ` valign="center" width="${rng.between(50, 139)}"><p style="margin:0;text-align:center;line-height:20px">` +
    `<span style="${font}">${padded}</span></p></td>`
  );
}

function renderTable(table: LayoutTable, open: string, print: (cell: LayoutCell) => string): string {
  const rows = table.rows.map((row) => `<tr>${row.map(print).join('')}</tr>`);
  return `${open}<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function spans(cell: LayoutCell): string {
  const columns = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '';
  const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  return columns + rows;
}

const FONTS = ['仿宋_GB2312', '仿宋', '宋体', 'Times New Roman'];
