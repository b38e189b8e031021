/** One figure of a report, and how the figures of a report are asked for. */
import type { FigureState } from '../../src/model/extraction.js';
import type { Applicant, FormTemplate } from './form-rows.js';
import type { Random } from './random.js';

export interface FigureTruth {
  readonly indicator: string;
  readonly applicant: Applicant | null;
  readonly raw: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly state: FigureState;
}

/** Key → figure; keys by `figureKey`, in the order of the forms. */
export type Figures = ReadonlyMap<string, FigureTruth>;

/**
 * How busy the unit is: a town with a handful of applications, figures in every range for measuring, or none that is
 * zero, so that no two cells can be taken for each other unseen.
 */
export type Profile = 'town' | 'dense' | 'full';

export interface FigureOptions {
  readonly table2: FormTemplate;
  readonly table3: FormTemplate;
  readonly profile: Profile;
  /** 上年结转 by applicant; drawn where absent. */
  readonly carriedIn?: Readonly<Partial<Record<Applicant, number>>>;
  /** 行政规范性文件 in force when the year began; drawn where absent. */
  readonly inForceBefore?: number;
}

/** `applications.new_received@total`; nothing after the @ where the indicator has no applicant. */
export function figureKey(indicator: string, applicant: Applicant | null = null): string {
  return `${indicator}@${applicant ?? ''}`;
}

/** A cell that prints a plain number. */
export function plain(
  indicator: string,
  value: number,
  unit: string,
  applicant: Applicant | null = null,
): FigureTruth {
  return { indicator, applicant, raw: String(value), value, unit, state: 'number' };
}

/** The value of a figure; 0 where the form has no such cell or it holds no number. */
export function figureValue(figures: Figures, indicator: string, applicant: Applicant | null = null): number {
  return figures.get(figureKey(indicator, applicant))?.value ?? 0;
}

/** Three quarters zeros, the rest mostly small: what real reports look like. */
export function drawDense(rng: Random): number {
  const level = rng.next();
  return level < 0.75 ? 0 : level < 0.95 ? rng.between(0, 19) : rng.between(0, 4999);
}

/** Never zero, and rarely the same twice. */
export function drawFull(rng: Random): number {
  return rng.chance(0.8) ? rng.between(1, 999) : rng.between(1000, 29_999);
}
