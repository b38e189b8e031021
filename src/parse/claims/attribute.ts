import { COURT_SHARED } from '../../catalogue/narrative-court.js';
import {
  NARRATIVE_SUBJECTS,
  type NarrativeSubject,
  type Phrase,
} from '../../catalogue/narrative-subjects.js';
import { VOCABULARY } from '../../catalogue/narrative-words.js';
import type { SectionCode } from '../../model/extraction.js';
import type { Around } from './around.js';

/** Where a number stands, for the catalogue's phrases to fit. */
export interface Place {
  readonly words: Around;
  readonly unit: string;
  readonly section: SectionCode;
  readonly reportYear: number | null;
  /** Subject counted last in the same sentence. */
  readonly counted: string | null;
}

/**
 * What a number counts, by the phrases of the catalogue: one subject, or more that words give the same number each. None
 * where no phrase fits, or those of two subjects do.
 */
export function attribute(place: Place): readonly string[] {
  const subjects = SUBJECTS_OF_UNIT.get(place.unit);
  if (!subjects) return [];
  if (isShared(place)) return COURT_SHARED.subjects;
  const said = `${place.words.before} ${place.words.after}`;
  const fitting = subjects.filter(
    ({ subject, phrases }) =>
      subject.words.some((word) => said.includes(word)) && phrases.some((phrase) => fits(phrase, place)),
  );
  return fitting.length === 1 ? [fitting[0]!.subject.code] : [];
}

function isShared({ words }: Place): boolean {
  return SHARED.test(words.before) && !SHARED_NOT.test(words.clause) && !words.sentence.includes('其中');
}

interface CompiledPhrase {
  readonly phrase: Phrase;
  readonly before: RegExp | null;
  readonly after: RegExp | null;
  readonly clauseWith: RegExp | null;
  readonly clauseWithout: RegExp | null;
  readonly near: RegExp | null;
  readonly sentenceWithout: RegExp | null;
  readonly inPart: RegExp | null;
}

function fits(compiled: CompiledPhrase, place: Place): boolean {
  const { phrase, before, after } = compiled;
  const { words, reportYear } = place;
  if (phrase.follows !== undefined && !place.counted?.startsWith(phrase.follows)) return false;
  const ahead = before?.exec(words.before);
  const behind = after?.exec(words.after);
  if (ahead === null || behind === null) return false;
  if (!yearsFit(ahead?.groups, reportYear) || !yearsFit(behind?.groups, reportYear)) return false;
  return contextFits(compiled, place);
}

function contextFits(
  { phrase, clauseWith, clauseWithout, near, sentenceWithout, inPart }: CompiledPhrase,
  { words, section }: Place,
): boolean {
  if (clauseWithout?.test(words.clause) || (clauseWith && !clauseWith.test(words.clause))) return false;
  if (near && !phrase.sections?.includes(section) && !near.test(words.near)) return false;
  if (sentenceWithout?.test(words.sentence)) return false;
  if (PART_OF_YEAR.test(words.sentence)) return false;
  return !words.sentence.includes('其中') || Boolean(inPart?.test(words.before));
}

/** 结转至2022年 is the year after the report's, 2020年结转 the one before: else it is another matter. */
function yearsFit(groups: Record<string, string> | undefined, reportYear: number | null): boolean {
  if (groups?.next && Number(groups.next) - 1 !== reportYear) return false;
  return !(groups?.last && Number(groups.last) + 1 !== reportYear);
}

function compile(subject: NarrativeSubject): {
  readonly subject: NarrativeSubject;
  readonly phrases: readonly CompiledPhrase[];
} {
  const phrases = subject.phrases.map((phrase) => ({
    phrase,
    before: phrase.before === '' ? null : pattern(phrase.before),
    after: pattern(phrase.after),
    clauseWith: pattern(phrase.clauseWith),
    clauseWithout: pattern(phrase.clauseWithout),
    near: pattern(phrase.near),
    sentenceWithout: pattern(phrase.sentenceWithout),
    inPart: pattern(phrase.inPart),
  }));
  return { subject, phrases };
}

function pattern(source: string): RegExp;
function pattern(source: string | undefined): RegExp | null;
function pattern(source: string | undefined): RegExp | null {
  return source === undefined ? null : new RegExp(fillIn(source), 'u');
}

export function fillIn(source: string): string {
  return source.replace(/\{([FAN])\}/g, (_, name: string) => VOCABULARY[name]!);
}

const CASES = '件|件次|份|起|宗|次|例|个|人次|条|张';
const KINDS_OF_UNIT: Readonly<Record<string, readonly NarrativeSubject['counts'][]>> = {
  ...Object.fromEntries(CASES.split('|').map((unit) => [unit, ['cases']])),
  条: ['cases', 'items'],
  件: ['cases', 'items'],
  份: ['cases', 'items'],
  篇: ['items'],
  则: ['items'],
  元: ['money'],
  万元: ['money'],
};
/** 一季度, 上半年, 3月份: never the year's number. 12月31日 and 12月底 are days that end it. */
export const PART_OF_YEAR = /季度|上半年|下半年|月份|\d月(?![\d底末])/;
const SHARED = pattern(COURT_SHARED.before);
const SHARED_NOT = pattern(COURT_SHARED.clauseWithout);
const COMPILED = NARRATIVE_SUBJECTS.map(compile);
const SUBJECTS_OF_UNIT: ReadonlyMap<string, typeof COMPILED> = new Map(
  Object.entries(KINDS_OF_UNIT).map(([unit, kinds]) => [
    unit,
    COMPILED.filter(({ subject }) => kinds.includes(subject.counts)),
  ]),
);
