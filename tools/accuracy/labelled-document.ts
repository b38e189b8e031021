/** A document whose truth is known, and how it came about. */
import type { SectionCode } from '../../src/model/extraction.js';
import type { ToldClaim } from '../generate/told.js';
import type { ExpectedFigure } from '../generate/variations/draft.js';

export interface LabelledDocument {
  readonly name: string;
  readonly format: string;
  /** Form of table 二 and table 三. */
  readonly form: string;
  /** Names of variations; empty for the form itself and for files that nobody varied. */
  readonly variations: readonly string[];
  readonly bytes: Buffer;
  readonly servedType: string | null;
  readonly expected: ExpectedReport;
  readonly destroysInformation: boolean;
  /** The report breaks a rule, so an error finding is right. */
  readonly faulty: boolean;
  /** Options that make it again; null for files. */
  readonly reproduce: string | null;
}

/** `undefined` where the truth does not say. */
export interface ExpectedReport {
  readonly figures: ReadonlyMap<string, ExpectedFigure>;
  readonly units: readonly string[];
  readonly year: number | null;
  readonly publishedOn: string | null;
  readonly template: string | null;
  readonly sections?: readonly SectionCode[];
  readonly claims?: readonly ToldClaim[];
}
