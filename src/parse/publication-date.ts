import type { Block, Document } from '../model/document.js';
import { linesOf, type Page } from './article.js';
import { findDate } from './dates.js';

/**
 * The day of publication as the page says it: metadata first, then a label beside a date. A date without a label is
 * not one: page heads print today's, or a placeholder (2019年12月3日 on Tianjin sites).
 */
export function publicationDate(document: Document, page: Page): string | null {
  const meta = document.metadata.find(({ name }) => META_NAMES.has(name));
  const fromMeta = meta ? findDate(meta.value) : null;
  if (fromMeta) return fromMeta;
  const blocks = [...page.furniture, ...page.article];
  return labelled(linesOf(blocks)) ?? inTables(blocks);
}

function labelled(lines: readonly string[]): string | null {
  for (const line of lines) {
    const after = line.length <= LONGEST_LINE ? LABEL.exec(line) : null;
    const date = after ? findDate(line.slice(after.index + after[0].length).slice(0, DATE_CHARACTERS)) : null;
    if (date) return date;
  }
  return null;
}

/** 索引号 | … | 发布日期 | 2021-01-25: the cell after the label. */
function inTables(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const cells = block.rows.slice(0, METADATA_ROWS).flat();
    const place = cells.findIndex(({ text }) => LABEL_CELL.test(text.replace(/\s+/g, '')));
    const date = place >= 0 ? findDate(`${cells[place]!.text} ${cells[place + 1]?.text ?? ''}`) : null;
    if (date) return date;
  }
  return null;
}

const LONGEST_LINE = 200;
const DATE_CHARACTERS = 14;
const METADATA_ROWS = 12;
const LABEL = /(?:发布|发文|公开|公布|发表|发稿)(?:日期|时间)\s*[:：]?|^(?:日期|时间)\s*[:：]/;
const LABEL_CELL = /^(?:发布|发文|公开|公布|生成|成文)(?:日期|时间)[:：]?/;
const META_NAMES: ReadonlySet<string> = new Set([
  'pubdate',
  'publishdate',
  'publish_date',
  'article:published_time',
  'firstpublishedtime',
  'dc.date',
]);
