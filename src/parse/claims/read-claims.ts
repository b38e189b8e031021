import type { NarrativeClaim } from '../../model/claim.js';
import type { Section } from '../../model/extraction.js';
import { yearTeller } from './about-year.js';
import { Around } from './around.js';
import { attribute } from './attribute.js';
import { doubtRepeated } from './doubt-repeated.js';
import { findNothing } from './find-nothing.js';
import { type CountedNumber, findNumbers } from './find-numbers.js';
import { plainText } from './plain-text.js';

/**
 * Every number that the sections' prose states, and every 未收到, 未发生, 无 in its place, in reading order. A claim whose
 * subject isn't certain has none. Pure; linear in the text.
 */
export function readClaims(sections: readonly Section[], reportYear: number | null): NarrativeClaim[] {
  return sections.flatMap((section, ordinal) => claimsOf(section, ordinal, reportYear));
}

function claimsOf(section: Section, ordinal: number, reportYear: number | null): NarrativeClaim[] {
  const plain = plainText(section.text);
  const yearAt = yearTeller(plain, reportYear);
  const numbers = numbersOf(plain, section, { ordinal, reportYear, yearAt });
  const nothing = findNothing(plain, section).map(
    ({ subject, start, end }): NarrativeClaim => ({
      subject,
      value: 0,
      unit: null,
      kind: 'none',
      qualifier: null,
      ...yearAt(start),
      section: ordinal,
      start,
      end,
    }),
  );
  const all = nothing.length === 0 ? numbers : [...numbers, ...nothing].sort((a, b) => a.start - b.start);
  return doubtRepeated(all, plain);
}

interface Known {
  readonly ordinal: number;
  readonly reportYear: number | null;
  readonly yearAt: ReturnType<typeof yearTeller>;
}

function numbersOf(
  plain: string,
  section: Section,
  { ordinal, reportYear, yearAt }: Known,
): NarrativeClaim[] {
  let bound = 0;
  let counted: { readonly subject: string; readonly end: number } | null = null;
  return findNumbers(plain).flatMap((number): NarrativeClaim[] => {
    const { value, unit, qualifier, start, end } = number;
    const here = counted !== null && !SENTENCE_END.test(plain.slice(counted.end, start));
    const subjects = subjectsOf(number, here ? counted!.subject : null);
    bound = end;
    if (subjects.length > 0) counted = { subject: subjects[0]!, end };
    const told = {
      value,
      unit,
      kind: 'number' as const,
      qualifier,
      ...yearAt(start),
      section: ordinal,
      start,
      end,
    };
    return subjects.length === 0
      ? [{ subject: null, ...told }]
      : subjects.map((subject) => ({ subject, ...told }));
  });

  function subjectsOf(number: CountedNumber, last: string | null): readonly string[] {
    if (number.doubtful || !MAY_COUNT.test(number.unit)) return [];
    const words = new Around(plain, bound, number.wordsStart, number.end);
    return attribute({ words, unit: number.unit, section: section.code, reportYear, counted: last });
  }
}

const SENTENCE_END = /[。！？\n]/;
/** Units that no subject is counted in need no look around. */
const MAY_COUNT = /[件份起宗次例个条张篇则元]/;
