import type { Severity } from '../model/finding.js';
import { APPLICATION_IDENTITIES } from './identities-applications.js';
import { CROSS_YEAR } from './identities-cross-year.js';
import { PROACTIVE_IDENTITIES } from './identities-proactive.js';
import { REVIEW_IDENTITIES } from './identities-review-litigation.js';
import { STATISTICS_IDENTITIES } from './identities-statistics.js';

/** 勾稽关系: what the figures of one report, or of two years running, owe each other. */
export interface Identity {
  readonly id: string;
  readonly nameZh: string;
  /** 表内印明: the words are in the form · 定义: follows from the labels · 审核惯例: applied by reviewers. */
  readonly basis: string;
  /** In Chinese, for the codebook and the board. */
  readonly rule: string;
  /** What a finding says after the place: 「表三“自然人”列」 + 「勾稽不符」. */
  readonly brokenZh: string;
  readonly equations: readonly Equation[];
}

export interface CrossYearIdentity extends Identity {
  /** The first report year that it can be asked of: the year before must have had the same rows. */
  readonly fromYear: number;
  /** Whether units that are merged bring their figures of the year before with them, so that these add up. */
  readonly addsUp?: boolean;
}

export type Equation = Comparison | Counting;

/** Σ left = Σ right, or Σ left ≤ Σ right. The first term on the left is the cell that a finding names. */
export interface Comparison {
  readonly kind: 'equal' | 'at-most';
  /** An `info` comparison accuses nobody: broken, it is uncertain. */
  readonly severity: Severity;
  readonly formTables: readonly string[];
  readonly scope: Scope;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** The left side is one printed 总计: blank while parts exist, it is a `blank-total`. */
  readonly leftIsTotal?: true;
}

/** Every cell of the tables is ≥ 0, and whole where its indicator counts; signed indicators are exempt. */
export interface Counting {
  readonly kind: 'count';
  readonly severity: Severity;
  readonly formTables: readonly string[];
}

/** Of what there is one instance each. */
export type Scope =
  | { readonly each: 'applicant'; readonly applicants: readonly string[] }
  | { readonly each: 'row' }
  | { readonly each: 'once'; readonly nameZh: string };

/** One cell; the scope fills in the applicant or the indicator that the term leaves open. */
export interface Term {
  readonly indicator?: string;
  readonly applicant?: string;
  /** Short name in messages; else the row's or the column's own. */
  readonly labelZh?: string;
  /** The cell is in the report of the year before. */
  readonly yearsBack?: 1;
}
/** Identities within one report, 表三 first. */
export const REPORT_IDENTITIES: readonly Identity[] = [
  ...APPLICATION_IDENTITIES,
  ...REVIEW_IDENTITIES,
  ...PROACTIVE_IDENTITIES,
  ...STATISTICS_IDENTITIES,
];

/** Identities between a report and the one of the year before. */
export const CROSS_YEAR_IDENTITIES: readonly CrossYearIdentity[] = CROSS_YEAR;
