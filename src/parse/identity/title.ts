import type { Document } from '../../model/document.js';
import { type Clue, passage } from './clue.js';
import { findYear } from './dates.js';
import type { PageLine, PageLines } from './page-lines.js';
import { unitInSignature, unitInTitle } from './unit-name.js';

/**
 * The report's title: of the lines that look like one, the first that names most of unit and year. Links to other
 * years' reports stand around the article, so the furniture is asked only where the report itself has no title.
 */
export function findTitle({ metadata }: Document, { article, furniture }: PageLines): Clue | null {
  const head = article.slice(0, HEAD_LINES);
  const named = (names: ReadonlySet<string>): Clue[] =>
    metadata
      .filter(({ name }) => names.has(name))
      .map(({ name, value }) => ({
        ...said(withoutSiteName(value), 'metadata'),
        label: name,
        text: passage(value, ''),
      }));
  const headings = furniture.filter(({ headingLevel }) => (headingLevel ?? 9) <= 2);
  const tiers = [
    () => [
      ...printed(head),
      ...named(ARTICLE_NAMES),
      ...printed(headings),
      ...joined(head),
      ...running(head),
    ],
    () => [...printed(furniture), ...joined(furniture)],
    () => named(PAGE_NAMES),
  ];
  for (const tier of tiers) {
    const best = mostTelling(tier().filter(({ value }) => isTitle(value)));
    if (best !== null) return best;
  }
  return null;
}

/** Whether a text is worded like the title of a report, whatever else it names. */
export function isTitle(text: string): boolean {
  const plain = text.replace(/[\s\u3000]+/g, '');
  return plain.length <= LONGEST_TITLE && TITLE.test(plain) && !/[。；]/.test(plain);
}

function said(value: string, source: Clue['source'], block: number | null = null): Clue {
  return { field: 'title', value, source, label: null, block, text: value };
}

function printed(lines: readonly PageLine[]): Clue[] {
  return lines.map(({ text, block }) => said(text, 'title', block));
}

function mostTelling(candidates: readonly Clue[]): Clue | null {
  const worth = ({ value }: Clue): number =>
    (unitInTitle(value) ? 1 : 0) + (findYear(value) !== null ? 1 : 0);
  return candidates.reduce<Clue | null>(
    (best, next) => (best !== null && worth(next) <= worth(best) ? best : next),
    null,
  );
}

/** A title over two or three lines: a unit, a year, or a title that breaks off, goes on in the next line. */
function joined(lines: readonly PageLine[]): Clue[] {
  return lines.flatMap(({ text, block }, place) => {
    if (!isTitlePart(text)) return [];
    const [second, third] = [lines[place + 1]?.text ?? '', lines[place + 2]?.text ?? ''];
    const two = said(text + second, 'title', block);
    return isTitlePart(second) ? [two, said(text + second + third, 'title', block)] : [two];
  });
}

function isTitlePart(line: string): boolean {
  const plain = line.replace(/[\s\u3000]+/g, '');
  return unitInSignature(plain) !== null || /^(?:关于)?\d{4}年度?$/.test(plain) || BROKEN_OFF.test(plain);
}

/** …年度报告根据《条例》…: the title in front of the first sentence, without a break. */
function running(lines: readonly PageLine[]): Clue[] {
  return lines.flatMap(({ text, block }) => {
    const title = text.length > SHORTEST_RUNNING ? RUNNING.exec(text)?.[1] : undefined;
    return title ? [{ ...said(title.trim(), 'title', block), text: passage(text, title) }] : [];
  });
}

/** `<title>` often ends in the site's name: 年度报告_某某市人民政府. */
export function withoutSiteName(value: string): string {
  return value.split(/\s*[_|]\s*|\s+[-–—]\s+/).find((part) => isTitle(part)) ?? value;
}

const HEAD_LINES = 15;
const LONGEST_TITLE = 60;
const SHORTEST_RUNNING = 20;
/** 工作告年度报 is a slip that real titles have. */
const TITLE =
  /(?:信息|政务)公开.{0,12}(?:年度报告|年报|年度工作报告|工作报告|报告|告年度报)[》”"）)]*(?:[（(][^（）()]*[)）])?$/;
const RUNNING =
  /^((?!根据|按照|依据|依照|现将|为了?|本|我|全文|如下).{0,40}?(?:信息|政务)公开.{0,12}?(?:年度报告|年报|工作报告))\s*(?:[（(]?(?:根据|按照|依据|依照|为|本报告|本年度|现将|一、|20\d\d年))/;
const BROKEN_OFF = /(?:\d{4}年度?|关于|政府信息|政务|信息公开|公开工作?|公开年度?|工作年度?|年度报)$/;
const ARTICLE_NAMES: ReadonlySet<string> = new Set(['articletitle']);
const PAGE_NAMES: ReadonlySet<string> = new Set(['title', 'og:title', 'dc.title']);
