/**
 * A report on its way to paper, as variations change it: blocks, dense tables, how each format prints it, and what a
 * faultless reader must answer (`expected`).
 */
import type { FigureState, SectionCode } from '../../../src/model/extraction.js';
import type { LayoutTable } from '../layout.js';
import type { Random } from '../random.js';
import type { ToldClaim } from '../told.js';
import type { ReportTruth } from '../truth.js';

export type Format = 'html' | 'docx' | 'text';

export interface Draft {
  readonly format: Format;
  /** As drawn, before any variation. */
  readonly truth: ReportTruth;
  title: string;
  blocks: DraftBlock[];
  /** Figure key → the cell that prints it; the cell stays the same however its table is rearranged. */
  readonly cells: ReadonlyMap<string, DraftCell>;
  readonly expected: Expected;
  readonly html: HtmlPlan;
  readonly docx: DocxPlan;
  readonly text: TextPlan;
  /** Decides where runs are cut and the like; the same whatever the variations do. */
  readonly ink: Random;
}

export interface Expected {
  readonly figures: Map<string, ExpectedFigure>;
  /** Any of these names is right; empty where the document names no unit. */
  units: string[];
  year: number | null;
  publishedOn: string | null;
  template: string | null;
  sections: SectionCode[];
  readonly claims: ToldClaim[];
}

export interface ExpectedFigure {
  readonly indicator: string;
  readonly applicant: string | null;
  readonly raw: string;
  readonly value: number | null;
  /** Absent where the truth does not say. */
  readonly unit?: string | null;
  readonly state: FigureState;
}

export type DraftBlock = DraftHeading | DraftParagraph | DraftTable | DraftMarkup;

export interface DraftHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  /** Absent on headings that are none of the report's sections. */
  readonly code?: SectionCode;
  number: string;
  words: string;
  inline?: readonly Inline[];
}

export interface DraftParagraph {
  readonly kind: 'paragraph';
  text: string;
  readonly align?: 'right' | 'center';
  inline?: readonly Inline[];
}

/** Bytes of one format, printed as they are. */
export interface DraftMarkup {
  readonly kind: 'markup';
  readonly markup: string;
}

export interface DraftTable {
  readonly kind: 'table';
  readonly subject: LayoutTable['subject'] | 'other';
  /** Every row from the first grid column; a merged cell stands in each place that it covers, null where nothing is. */
  rows: (DraftCell | null)[][];
  /** Wraps the printed table (HTML), e.g. in the cell of a layout table. */
  wrap?: (html: string) => string;
}

export interface DraftCell {
  text: string;
  /** Key of the figure that it prints; null in labels. */
  readonly figure: string | null;
  inline?: readonly Inline[];
  /** A place that is jumped over (`w:gridBefore`), not a cell. */
  readonly gap?: boolean;
}

/** A stretch of text under one mark (inline-marks.ts). */
export interface Inline {
  readonly text: string;
  readonly mark?: string;
}

export type Rewrite = (source: string) => string;

export interface HtmlPlan {
  style: 'clean' | 'word';
  page: 'trs' | 'hanweb' | 'bare';
  /** False where neither the page nor its head gives a day. */
  dated: boolean;
  publisher: string;
  readonly beforeArticle: string[];
  readonly afterArticle: string[];
  /** Applied to what each value cell prints. */
  readonly value: Rewrite[];
  readonly article: Rewrite[];
  readonly whole: Rewrite[];
  encode: (text: string) => Uint8Array;
  servedType: string | null;
}

export interface DocxPlan {
  style: 'clean' | 'word';
  headingNumbers: 'typed' | 'automatic';
  merges: 'gridSpan' | 'hMerge';
  readonly value: Rewrite[];
  readonly document: Rewrite[];
  readonly parts: Record<string, string>;
}

export interface TextPlan {
  rows: 'cell-a-line' | 'row-a-line' | 'run-together';
  blanks: 'kept' | 'dropped';
  readonly whole: Rewrite[];
  encode: (text: string) => Uint8Array;
}
