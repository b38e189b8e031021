/**
 * expectation 应发布   a unit must have published a report of a year by a day, and why
 * series      历年     what is held of one unit, year by year: what cross-year checks look at
 */
import type { Figure, Section } from './extraction.js';
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
  /** Of those years the ones of which it is known from whom all comes. */
  readonly mergers?: readonly Merger[];
}

/** In a year all of these units became one: it carries in what they carried out. */
export interface Merger {
  readonly year: number;
  /** The unit itself too, where it was one before. */
  readonly predecessors: readonly Predecessor[];
}

export interface Predecessor {
  readonly unitId: string;
  readonly unitName: string;
  /** Of its report of the year before; null where none is held. */
  readonly figures: readonly Figure[] | null;
}

export interface SeriesReport {
  readonly reportYear: number;
  readonly documentSha256: string;
  /** From the document, else the day beside the link on the list page; `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  readonly figures: readonly Figure[];
  /** Absent where the text isn't at hand: what asks for it can't be assessed. */
  readonly sections?: readonly Section[];
  readonly title?: string | null;
  /** The address that serves it. */
  readonly sourceUrl?: string | null;
  /** What other addresses serve for the same unit and year, each with its last document. */
  readonly others?: readonly OtherCopy[];
}

export interface OtherCopy {
  readonly url: string;
  readonly figures: readonly Figure[];
}

/** What stands around a unit in one year: who answers to the same parent, and who to the unit. */
export interface Neighbours {
  readonly self: PeerFacts | null;
  readonly siblings: readonly PeerFacts[];
  readonly children: readonly PeerFacts[];
  /** What its reports call the unit and its place. */
  readonly names: readonly string[];
  /** Null where no sibling's text could be compared. */
  readonly likeliest: SiblingLikeness | null;
}

/** One registered unit in one year, with what its current report counts; no report: not held. */
export interface PeerFacts {
  readonly unitId: string;
  readonly reportYear: number;
  readonly name: string;
  readonly kind: UnitKind;
  readonly divisionCode: string | null;
  readonly parentId: string | null;
  readonly held: boolean;
  /** 万元. */
  readonly feesAmount: number | null;
  /** A figure of 表二 to 表四 that is often asked for is not 0. */
  readonly isActive: boolean;
  /** By name: 新收申请, 办理结果, 行政复议, 行政诉讼; null where none is printed. */
  readonly totals: Readonly<Record<string, number | null>>;
}

/** How like a unit's prose is to that of the sibling whose it is likest to. */
export interface SiblingLikeness {
  readonly unitId: string;
  readonly unitName: string;
  /** From 0 to 1: Jaccard of 5-grams. */
  readonly similarity: number;
  readonly sections: readonly Section[];
  readonly names: readonly string[];
}

/** What the cross-year checks say of one unit and year. */
export interface UnitYearChecks {
  readonly unitId: string;
  readonly reportYear: number;
  readonly findings: readonly Finding[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** How like its prose is to its own of the year before and to the likest sibling's, from 0 to 1; null: not compared. */
  readonly likeness?: { readonly previous: number | null; readonly sibling: number | null };
}
