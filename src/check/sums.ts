import { REPORT_IDENTITIES } from '../catalogue/identities.js';
import type { Figure } from '../model/extraction.js';
import { type Instance, instancesOf } from './instances.js';
import { judge } from './judge.js';

export type FiguresByKey = ReadonlyMap<string, Figure>;

/** The identities that are sums: together they over-determine 表三, and each of the three groups of 表四 has one. */
export const SUM_IDENTITIES = REPORT_IDENTITIES.filter(({ id }) =>
  ['t3-balance', 't3-results-sum', 't3-row-total', 't4-sum'].includes(id),
);

/** Every sum of a table; none where the table isn't 表三 or 表四. */
export function sumsOf(formTable: string): Instance[] {
  return SUM_IDENTITIES.flatMap((identity) => instancesOf(identity, formTable));
}

/** It doesn't hold, and every cell of it prints a number. */
export function isSumBroken(sum: Instance, figures: FiguresByKey): boolean {
  return judge(sum, ({ key }) => figures.get(key)).broken !== undefined;
}
