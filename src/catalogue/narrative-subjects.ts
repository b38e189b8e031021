import type { SectionCode } from '../model/extraction.js';
import { APPLICATION_SUBJECTS } from './narrative-applications.js';
import { COURT_SUBJECTS } from './narrative-court.js';
import { FEE_SUBJECTS, PROPOSAL_SUBJECTS } from './narrative-other.js';
import { PROACTIVE_SUBJECTS } from './narrative-proactive.js';

/** What the prose of a report counts (spec §2.6), and the words that prove it. */
export interface NarrativeSubject {
  /** Stored for the code: never changed or given again. */
  readonly no: number;
  readonly code: string;
  readonly labelZh: string;
  readonly counts: 'cases' | 'items' | 'money';
  /** One of them stands before or behind the number, whatever the phrase. */
  readonly words: readonly string[];
  /** The first that fits counts. */
  readonly phrases: readonly Phrase[];
}

/**
 * Patterns around a number, without white space; {F}, {A} and {N} are the vocabulary of narrative-words.ts. A group
 * named `next` or `last` is a year that must follow or precede the report year.
 */
export interface Phrase {
  /** The words that end where the number (or 约, 近 … before it) begins. */
  readonly before: string;
  /** The words that begin behind its unit. */
  readonly after?: string;
  /** Must stand, or must not, in the number's clause before it. */
  readonly clauseWith?: string;
  readonly clauseWithout?: string;
  /** Must stand in the words around: the paragraph before, the sentence behind. */
  readonly near?: string;
  /** Must not stand in the sentence before the number. */
  readonly sentenceWithout?: string;
  /** Where `near` need not be said. */
  readonly sections?: readonly SectionCode[];
  /** Subject, or its beginning, that was counted last in the sentence. */
  readonly follows?: string;
  /**
   * What `before` must be too where 其中 came earlier in the sentence: a whole is rarely told among its parts. Absent:
   * nothing counts there.
   */
  readonly inPart?: string;
}

/** Words that say that there is nothing: 未收到…申请. What follows the negation, to the clause's end. */
export interface NonePhrase {
  readonly subjects: readonly string[];
  /** The negation itself. */
  readonly negation: string;
  readonly after: string;
  readonly without?: string;
  readonly near?: string;
  readonly sections?: readonly SectionCode[];
}

export const NARRATIVE_SUBJECTS: readonly NarrativeSubject[] = [
  ...APPLICATION_SUBJECTS,
  ...COURT_SUBJECTS,
  ...PROACTIVE_SUBJECTS,
  ...FEE_SUBJECTS,
  ...PROPOSAL_SUBJECTS,
];
