import { PARTS } from '../../catalogue/identity-terms.js';
import type { Figure } from '../../model/extraction.js';
import { type FigureIndex, findInAnyTable } from '../figure-index.js';
import { read } from '../judge.js';

/** What the tables print of one row: its 总计, else its columns together. */
export interface RowValue {
  readonly indicator: string;
  readonly figures: readonly Figure[];
  /** number: known · blank: not all is printed, so it may be more · unreadable: text, or withheld. */
  readonly state: 'number' | 'blank' | 'unreadable';
  /** Where `blank`: of what is printed; null where nothing is. */
  readonly value: number | null;
}

/** Null where the report's tables have no such row. */
export function rowValue(index: FigureIndex, indicator: string): RowValue | null {
  const one = findInAnyTable(index, indicator);
  const total = one ?? findInAnyTable(index, `${indicator}@total`);
  const reading = total && read(total);
  if (reading === 'number') return { indicator, figures: [total!], state: 'number', value: total!.value };
  const parts = PARTS.flatMap((part) => findInAnyTable(index, `${indicator}@${part}`) ?? []);
  const printed = parts.filter((part) => read(part) === 'number');
  if (!total && printed.length === 0) return null;
  const unreadable = reading === 'unreadable' || parts.some((part) => read(part) === 'unreadable');
  if (unreadable) return { indicator, figures: total ? [total] : parts, state: 'unreadable', value: null };
  if (printed.length === 0) return { indicator, figures: total ? [total] : [], state: 'blank', value: null };
  // What is blank beside the printed columns may stand for more: their sum is the least that the row can be.
  const value = printed.reduce((sum, part) => sum + part.value!, 0);
  const state = printed.length === PARTS.length ? 'number' : 'blank';
  return { indicator, figures: printed, state, value };
}

export interface Sum {
  readonly rows: readonly RowValue[];
  readonly state: RowValue['state'];
  /** Of the rows that print a number. */
  readonly value: number;
}

/** Null where a row of the sum isn't in the tables. */
export function sumOf(index: FigureIndex, indicators: readonly string[]): Sum | null {
  const rows = indicators.map((indicator) => rowValue(index, indicator));
  if (rows.some((row) => row === null)) return null;
  const all = rows as readonly RowValue[];
  const states = all.map(({ state }) => state);
  const state = (['unreadable', 'blank'] as const).find((worst) => states.includes(worst)) ?? 'number';
  return { rows: all, state, value: all.reduce((sum, { value }) => sum + (value ?? 0), 0) };
}
