import type { Document } from '../../model/document.js';
import { findYear } from './dates.js';
import type { PageLine, PageLines } from './page-lines.js';
import { withoutSiteName } from './title.js';

/**
 * What the page is about, in its own words: the first line that speaks of disclosure where a title stands. It may be the
 * title of a report, or of something that only speaks of one (…年度报告解读, 政府信息公开指南).
 */
export function findHeadline({ metadata }: Document, { article, furniture }: PageLines): string | null {
  const named = (name: string): string[] =>
    metadata.filter((held) => held.name === name).map(({ value }) => withoutSiteName(value));
  const lines = [
    ...named('articletitle'),
    ...article.slice(0, HEAD_LINES).map(textOf),
    ...furniture.filter(({ headingLevel }) => (headingLevel ?? 9) <= 2).map(textOf),
    ...named('title'),
  ];
  const about = lines.filter((line) => line.length <= LONGEST && ABOUT.test(line));
  // A link of the site's column (政府信息公开指南) may stand before: what names a year is nearer to a title.
  return about.find((line) => findYear(line) !== null) ?? about[0] ?? null;
}

function textOf({ text }: PageLine): string {
  return text.replace(/[\s\u3000]+/g, '');
}

const HEAD_LINES = 6;
const LONGEST = 70;
/** Names a document, not a column of the site (政府信息公开). */
const ABOUT =
  /(?:信息|政务)公开.*(?:报告|年报|年度报|解读|指南|制度|办法|规定|细则|规范|要点|计划|方案|总结|通知|清单|目录|意见|汇报|范文|模板)/;
