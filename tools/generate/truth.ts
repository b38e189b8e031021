/**
 * What one report says, before anyone decides how it looks. The layout (layout.ts) and the renderers
 * (render-*.ts) only print it, so a reader's answer can be compared with it cell by cell.
 */
import type { SectionCode } from '../../src/model/extraction.js';
import { drawFigures } from './draw-figures.js';
import { type Figures, type FigureTruth, figureKey, figureValue, type Profile } from './figures.js';
import { type Applicant, CARRIED_OUT, type FormTemplate, PARTS } from './form-rows.js';
import { type InfoFee, writeSections } from './prose.js';
import type { Random } from './random.js';
import type { ToldClaim } from './told.js';

export interface ReportTruth {
  readonly unit: TruthUnit;
  /** The report year: the year that the figures are of. */
  readonly year: number;
  readonly table2: FormTemplate;
  readonly table3: FormTemplate;
  /** Of a report with the statistics table in place of tables 二 to 四. */
  readonly template?: 't2014';
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string;
  readonly title: string;
  readonly period: { readonly from: string; readonly to: string };
  /** Preamble first, then 一 to 六; the tables are not in them. */
  readonly sections: readonly SectionTruth[];
  readonly figures: Figures;
}

export interface TruthUnit {
  /** 青杉镇人民政府 */
  readonly name: string;
  /** 北塬县 */
  readonly county: string;
  readonly kind: 'town' | 'street';
}

export interface SectionTruth {
  readonly code: SectionCode;
  /** Empty for the preamble. */
  readonly heading: Heading;
  readonly paragraphs: readonly SectionParagraph[];
}

/** A number may be typed or come from the word processor, so the two are apart: `一、` and `总体情况`. */
export interface Heading {
  readonly number: string;
  readonly words: string;
}

export type SectionParagraph =
  | { readonly kind: 'prose'; readonly text: string; readonly claims: readonly ToldClaim[] }
  | ({ readonly kind: 'subheading' } & Heading);

export interface TruthOptions {
  readonly unit: TruthUnit;
  readonly year: number;
  readonly table2: FormTemplate;
  readonly table3: FormTemplate;
  readonly publishedOn: string;
  readonly title?: string;
  readonly profile?: Profile;
  /** 上年结转 by applicant, so that reports of several years follow on each other. */
  readonly carriedIn?: Readonly<Partial<Record<Applicant, number>>>;
  readonly inForceBefore?: number;
  /** Sentences of prose in each sub-section. */
  readonly sentences?: number;
}

/** Draws one report; the same stream and options give the same report. */
export function makeTruth(rng: Random, options: TruthOptions): ReportTruth {
  const { unit, year } = options;
  const forms = [options.table2, options.table3];
  const figures = drawFigures(rng, { profile: 'town', ...options });
  return {
    unit,
    year,
    table2: options.table2,
    table3: options.table3,
    publishedOn: options.publishedOn,
    title: options.title ?? `${unit.name}${year}年政府信息公开工作年度报告`,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    sections: writeSections(rng, {
      unit,
      year,
      figures,
      infoFee: forms.includes('t2021') ? drawInfoFee(rng, figures) : null,
      sentences: options.sentences ?? 3,
    }),
    figures,
  };
}

/** The same report with one figure printed otherwise: how defects are planted. */
export function withFigure(truth: ReportTruth, figure: FigureTruth): ReportTruth {
  const key = figureKey(figure.indicator, figure.applicant);
  if (!truth.figures.has(key)) throw new Error(`${truth.title} has no figure ${key}`);
  return { ...truth, figures: new Map(truth.figures).set(key, figure) };
}

/** 结转下年度 of a report, to be the next year's 上年结转. */
export function carriedOut(truth: ReportTruth): Record<Applicant, number> {
  const entries = PARTS.map(
    (part) => [part, figureValue(truth.figures, CARRIED_OUT.indicator, part)] as const,
  );
  return Object.fromEntries(entries) as Record<Applicant, number>;
}

/** A heading as it is read: number and words together. */
export function printedHeading(heading: Heading): string {
  return heading.number + heading.words;
}

/** A section's text as a reader hands it on: its lines joined, without heading and tables. */
export function sectionText(section: SectionTruth): string {
  return section.paragraphs
    .map((paragraph) => (paragraph.kind === 'prose' ? paragraph.text : printedHeading(paragraph)))
    .join('\n');
}

/** What the prose tells in numbers. */
export function toldClaims({ sections }: ReportTruth): ToldClaim[] {
  return sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => (paragraph.kind === 'prose' ? paragraph.claims : [])),
  );
}

/** Never more than table 二 leaves room for: 信息处理费 is one of the 行政事业性收费. */
function drawInfoFee(rng: Random, figures: Figures): InfoFee {
  const room = Math.floor(figureValue(figures, 'proactive.fees.amount') * 100);
  const paid = rng.chance(0.1) ? Math.min(room, rng.between(0, 4)) : 0;
  const notices = paid + figureValue(figures, 'results.other.fee_overdue', 'total');
  return { notices, noticesAmount: notices * 100, collected: paid * 100 };
}
