/**
 * expectation 应发布   a unit must have published a report of a year by a day, and why
 * series      历年     what is held of one unit, year by year: what cross-year checks look at
 */
import type { Figure } from './extraction.js';
import type { Finding, Outcome } from './finding.js';
import type { UnitKind } from './unit.js';

export interface Expectation {
  readonly unitId: string;
  readonly reportYear: number;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly basis: string;
}

export interface UnitSeries {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  /** By report year, ascending, one current report a year. */
  readonly reports: readonly SeriesReport[];
  readonly expectations: readonly Expectation[];
  /** Years of which a document is held that could not be read: published, not missing. */
  readonly unreadYears: readonly number[];
  /** Years in which the unit took in others or was split: what it carried out the year before is not what it carries in. */
  readonly mergedYears?: readonly number[];
}

export interface SeriesReport {
  readonly reportYear: number;
  readonly documentSha256: string;
  /** From the document, else the day beside the link on the list page; `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  readonly figures: readonly Figure[];
}

/** What the cross-year checks say of one unit and year. */
export interface UnitYearChecks {
  readonly unitId: string;
  readonly reportYear: number;
  readonly findings: readonly Finding[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}
