import type { NarrativeClaim } from '../../model/claim.js';
import type { Section } from '../../model/extraction.js';
import type { Finding, Outcome } from '../../model/finding.js';
import type { FigureIndex } from '../figure-index.js';

/** A report as the checks of its prose see it. */
export interface ToldReport {
  readonly index: FigureIndex;
  readonly sections: readonly Section[];
  /** Those of the report year alone, save for `all`. */
  readonly claims: readonly NarrativeClaim[];
  readonly all: readonly NarrativeClaim[];
}

/** What one claim, or one rule, comes to. No finding where nothing needs to be said. */
export interface TextJudgement {
  readonly check: string;
  readonly outcome: Outcome;
  readonly finding?: Finding;
}
