import { listHanwebAnnualReports } from './hanweb-annual-report.js';
import type { ListFamily } from './list-family.js';
import { listTrs } from './trs.js';

export interface Family {
  readonly list: ListFamily;
  /** The address carries the report year: `{year}` in `url`, and `years` in the source. */
  readonly byYear: boolean;
}

/** Site families, by the name that a sources file uses. */
export const families: ReadonlyMap<string, Family> = new Map([
  ['trs', { list: listTrs, byYear: false }],
  ['hanweb-annual-report', { list: listHanwebAnnualReports, byYear: true }],
]);
