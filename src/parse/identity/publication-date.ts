import type { Document } from '../../model/document.js';
import { type Clue, passage } from './clue.js';
import { dateAt, findDate } from './dates.js';
import type { PageLine, PageLines } from './page-lines.js';

/**
 * The days that the page gives as its publication, the best first: metadata, then a label beside a date, then a cell after
 * a label. A date without a label is not one: page heads print today's, or a placeholder (2019年12月3日 on Tianjin sites).
 */
export function publicationDates({ metadata, blocks }: Document, { article, furniture }: PageLines): Clue[] {
  const fromMetadata = metadata.flatMap(({ name, value }): Clue[] => {
    const date = META_NAMES.has(name) ? findDate(value) : null;
    return date ? [{ ...clue(date, 'metadata', name, value), block: null }] : [];
  });
  const ends = article.length > 2 * ENDS ? [...article.slice(0, ENDS), ...article.slice(-ENDS)] : article;
  const printed = [...labelled(furniture, 'page'), ...labelled(ends, 'text'), ...inTables(blocks)];
  const written = printed.filter(({ label }) => WRITTEN.test(label ?? ''));
  return [...fromMetadata, ...printed.filter((clue) => !written.includes(clue)), ...written];
}

function labelled(lines: readonly PageLine[], source: Clue['source']): Clue[] {
  return lines.flatMap(({ text, block }): Clue[] => {
    if (text.length > LONGEST_LINE || !HAS_LABEL.test(text) || TODAY.test(text)) return [];
    return [...text.matchAll(LABEL)].flatMap((label) => {
      const date = dateAt(text.slice(label.index + label[0].length));
      return date ? [{ ...clue(date, source, label[0], text), block }] : [];
    });
  });
}

/** 索引号 | … | 发布日期 | 2021-01-25: the cell after the label, or the label's own. */
function inTables(blocks: Document['blocks']): Clue[] {
  return blocks.flatMap((block, place): Clue[] => {
    if (block.kind !== 'table') return [];
    const cells = block.rows.slice(0, METADATA_ROWS).flat();
    return cells.flatMap(({ text }, at): Clue[] => {
      const label = LABEL_CELL.exec(text.trim())?.[0];
      if (label === undefined) return [];
      const own = text.trim().slice(label.length);
      const date = dateAt(own) ?? (own.trim() === '' ? dateAt(cells[at + 1]?.text ?? '') : null);
      return date
        ? [{ ...clue(date, 'table', label, `${text} ${cells[at + 1]?.text ?? ''}`), block: place }]
        : [];
    });
  });
}

function clue(date: string, source: Clue['source'], label: string, text: string): Omit<Clue, 'block'> {
  const plain = label.replace(/[\s:：]/g, '');
  return { field: 'published_on', value: date, source, label: plain, text: passage(text, label) };
}

/** Days that the text was written on: the best that is known only where none says when it was published. */
const WRITTEN = /^(?:成文|生成)/;
/** Lines at either end of a report: in its prose a 公开时间 is of something else. */
const ENDS = 15;
const LONGEST_LINE = 200;
const METADATA_ROWS = 12;
/** 日期：2019年12月3日 星期二, 今天是…, the weather: the page's clock. */
const TODAY = /今天|今日|星期|天气|℃|当前(?:日期|时间)/;
const LABEL =
  /(?:发布|发文|公开|公布|发表|发稿|成文|生成)\s*(?:日\s*期|时\s*间)\s*[:：]?|^\s*(?:日\s*期|时\s*间)\s*[:：]/g;
const HAS_LABEL = new RegExp(LABEL.source);
const LABEL_CELL = /^(?:发布|发文|公开|公布|生成|成文)\s*(?:日\s*期|时\s*间)\s*[:：]?/;
const META_NAMES: ReadonlySet<string> = new Set([
  'pubdate',
  'publishdate',
  'publish_date',
  'article:published_time',
  'firstpublishedtime',
  'dc.date',
]);
