import type { Block, Document } from '../model/document.js';
import { linesOf, type Page } from './article.js';
import { findYear } from './dates.js';
import { unitInSignature, unitInTitle } from './unit-name.js';

/**
 * The report's title: of the lines that look like one, the first that names most of unit and year. Links to other
 * years' reports stand around the article, so the furniture is asked only where the report itself has no title.
 */
export function findTitle(document: Document, page: Page): string | null {
  const head = linesOf(page.article).slice(0, HEAD_LINES);
  const named = (names: ReadonlySet<string>): string[] =>
    document.metadata.filter(({ name }) => names.has(name)).map(({ value }) => siteNameOff(value));
  const tiers = [
    [...head, ...named(ARTICLE_NAMES), ...linesOf(page.furniture.filter(isHeading)), ...joined(head)],
    [...linesOf(page.furniture), ...joined(linesOf(page.furniture))],
    named(PAGE_NAMES),
  ];
  for (const tier of tiers) {
    const best = mostTelling(tier.filter(isTitle));
    if (best !== null) return best;
  }
  return null;
}

function mostTelling(candidates: readonly string[]): string | null {
  const worth = (text: string): number => (unitInTitle(text) ? 1 : 0) + (findYear(text) !== null ? 1 : 0);
  return candidates.reduce<string | null>(
    (best, next) => (best !== null && worth(next) <= worth(best) ? best : next),
    null,
  );
}

/** A title over two or three lines: a unit, a year, or a title that breaks off, goes on in the next line. */
function joined(lines: readonly string[]): string[] {
  return lines.flatMap((line, place) => {
    if (!isTitlePart(line)) return [];
    const two = line + (lines[place + 1] ?? '');
    const three = isTitlePart(lines[place + 1] ?? '') ? two + (lines[place + 2] ?? '') : '';
    return [two, three];
  });
}

function isTitlePart(line: string): boolean {
  const plain = line.replace(/[\s\u3000]+/g, '');
  return unitInSignature(plain) !== null || /^(?:关于)?\d{4}年度?$/.test(plain) || BROKEN_OFF.test(plain);
}

function isTitle(text: string): boolean {
  const plain = text.replace(/[\s\u3000]+/g, '');
  return plain.length <= LONGEST_TITLE && TITLE.test(plain) && !/[。；]/.test(plain);
}

function isHeading(block: Block): boolean {
  return block.kind === 'paragraph' && (block.headingLevel ?? 9) <= 2;
}

/** `<title>` often ends in the site's name: 年度报告_某某市人民政府. */
function siteNameOff(value: string): string {
  return value.split(/\s*[_|]\s*|\s+[-–—]\s+/).find((part) => TITLE.test(part)) ?? value;
}

const HEAD_LINES = 15;
const LONGEST_TITLE = 60;
const TITLE =
  /(?:信息|政务)公开.{0,8}(?:年度报告|年报|年度工作报告|工作报告|报告)[》”"）)]*(?:[（(][^（）()]*[)）])?$/;
const BROKEN_OFF = /(?:\d{4}年度?|关于|政府信息|政务|信息公开|公开工作|公开年度|工作年度)$/;
const ARTICLE_NAMES: ReadonlySet<string> = new Set(['articletitle']);
const PAGE_NAMES: ReadonlySet<string> = new Set(['title', 'og:title', 'dc.title']);
