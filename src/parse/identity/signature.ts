import { type Clue, passage } from './clue.js';
import { findDate } from './dates.js';
import type { PageLine } from './page-lines.js';
import { unitInSignature } from './unit-name.js';

/** 落款: the unit and the date at the end, on lines of their own or on one; the date last or first. */
export function findSignature(article: readonly PageLine[]): {
  readonly unit: Clue | null;
  readonly date: Clue | null;
} {
  const tail = article.slice(-SIGNATURE_LINES).map((line) => ({ ...line, ...partsOf(line.text) }));
  const dated = tail.findLastIndex(({ date }) => date !== null);
  const near = dated >= 0 ? tail.slice(Math.max(0, dated - 2), dated + 2) : tail.slice(-2);
  const signed = near.findLast(({ unit }) => unit !== null);
  const last = tail[dated];
  return {
    unit: signed ? clue('unit', signed.unit!, signed) : null,
    date: last ? clue('published_on', last.date!, last) : null,
  };
}

/** A line that is a unit's name, a date, or both, and nothing else. */
function partsOf(line: string): { unit: string | null; date: string | null } {
  if (line.length > LONGEST_LINE) return { unit: null, date: null };
  const rest = line.normalize('NFKC').replace(DATE, '');
  const date = LABEL_ONLY.test(rest) || unitInSignature(rest) ? findDate(line) : null;
  return { unit: unitInSignature(date ? rest : line), date };
}

function clue(field: 'unit' | 'published_on', value: string, { text, block }: PageLine): Clue {
  return { field, value, source: 'signature', label: null, block, text: passage(text, value) };
}

const SIGNATURE_LINES = 12;
const LONGEST_LINE = 50;
const SIGN = '[\\d〇○零O一二三四五六七八九十\\s]';
const DATE = new RegExp(
  `${SIGN}{2,12}年${SIGN}{1,5}月${SIGN}{1,6}日|\\d{4}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,2}(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?|(?<!\\d)20\\d{6}(?!\\d)`,
);
/** What may stand beside a date that signs: nothing, brackets, 日期：. */
const LABEL_ONLY =
  /^[\s()[\]:,.。、]*(?:(?:发布|发文|公开|公布|成文|印发)?(?:日期|时间)\s*:?)?[\s()[\]:,.。、]*(?:印发|发布)?$/;
