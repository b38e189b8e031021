import { SERIES_CHECKS } from '../catalogue/quality-series.js';
import { type Answers, ask } from './quality/ask.js';
import { UNIT_YEAR_JUDGES } from './unit-year/unit-year-judges.js';
import type { YearView } from './unit-year/year-view.js';

/** One report beside its unit, its other years and its neighbours. */
export function checkUnitYear(view: YearView): Answers {
  return ask(SERIES_CHECKS, view, ({ id }) => UNIT_YEAR_JUDGES[id]!(view));
}
