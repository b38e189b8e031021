import type { Neighbours, SeriesReport } from '../../model/series.js';
import type { LocalRules } from '../../model/source.js';
import type { UnitKind } from '../../model/unit.js';
import type { FigureIndex } from '../figure-index.js';

/** One report beside what is known of its unit, its other years and its neighbours. */
export interface YearView {
  readonly year: number;
  readonly unitName: string;
  readonly kind: UnitKind;
  readonly report: SeriesReport;
  readonly index: FigureIndex;
  /** Reports of earlier years, the latest first. */
  readonly earlier: readonly { readonly report: SeriesReport; readonly index: FigureIndex }[];
  readonly neighbours: Neighbours;
  readonly rules: LocalRules;
}

/** The report of the year before; undefined over a gap. */
export function yearBefore({ year, earlier }: YearView): YearView['earlier'][number] | undefined {
  return earlier[0]?.report.reportYear === year - 1 ? earlier[0] : undefined;
}

export const NO_NEIGHBOURS: Neighbours = {
  self: null,
  siblings: [],
  children: [],
  names: [],
  likeliest: null,
};

export const NO_RULES: LocalRules = { keyWork: {}, withoutPower: {} };
