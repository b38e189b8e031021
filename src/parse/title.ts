import type { Document } from '../model/document.js';
import { linesOf, type Page } from './article.js';
import { findYear } from './dates.js';
import { unitInTitle } from './unit-name.js';

/**
 * The report's title: of the lines that look like one, the first that names both unit and year, else the one that
 * names most. A title over two or three lines is joined.
 */
export function findTitle(document: Document, page: Page): string | null {
  const head = linesOf(page.article).slice(0, HEAD_LINES);
  const candidates = [
    ...joined(head),
    ...joined(linesOf(page.furniture)),
    ...document.metadata.filter(({ name }) => TITLE_NAMES.has(name)).map(({ value }) => siteNameOff(value)),
  ].filter(isTitle);
  return candidates.reduce<string | null>(
    (best, next) => (best !== null && worth(next) <= worth(best) ? best : next),
    null,
  );
}

/** Each line alone, then with one and two of its followers. */
function joined(lines: readonly string[]): string[] {
  return lines.flatMap((line, place) =>
    [1, 2, 3].map((count) => [line, ...lines.slice(place + 1, place + count)].join('')),
  );
}

function isTitle(text: string): boolean {
  const plain = text.replace(/[\s\u3000]+/g, '');
  return plain.length <= LONGEST_TITLE && TITLE.test(plain) && !/[。；]/.test(plain);
}

function worth(text: string): number {
  return (unitInTitle(text) ? 2 : 0) + (findYear(text) !== null ? 2 : 0) - (text.length > 45 ? 1 : 0);
}

/** `<title>` often ends in the site's name: 年度报告_某某市人民政府. */
function siteNameOff(value: string): string {
  return value.split(/\s*[_|]\s*|\s+[-–—]\s+/).find((part) => TITLE.test(part)) ?? value;
}

const HEAD_LINES = 15;
const LONGEST_TITLE = 60;
const TITLE =
  /(?:信息|政务)公开.{0,8}(?:年度报告|年报|年度工作报告|工作报告|报告)[》”"）)]*(?:[（(][^（）()]*[)）])?$/;
const TITLE_NAMES: ReadonlySet<string> = new Set(['title', 'articletitle', 'og:title', 'dc.title']);
