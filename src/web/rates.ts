import type { BoardData, BoardUnit, RateRow } from '../store/board/board-data.js';
import { type UnitFilter, unitsOf } from './unit-filter.js';

/** A rate of a group of units in one year; numerators and denominators are summed over the units that print both. */
export interface Rate {
  readonly group: string;
  readonly year: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Units that print both. */
  readonly n: number;
  /** Units with a report. */
  readonly reports: number;
}

/** The rate of each group and year; a group's name comes from `groupOf`. */
export function rates(
  data: BoardData,
  rows: readonly RateRow[],
  filter: UnitFilter,
  groupOf: (unit: BoardUnit) => string,
): Rate[] {
  const units = unitsOf(data, filter);
  const groups = new Map<string, { -readonly [key in keyof Rate]: Rate[key] }>();
  for (const { unitId, year, numerator, denominator } of rows) {
    const unit = units.get(unitId);
    if (!unit) continue;
    const group = groupOf(unit);
    const key = `${year} ${group}`;
    const sum = groups.get(key) ?? { group, year, numerator: 0, denominator: 0, n: 0, reports: 0 };
    groups.set(key, sum);
    sum.reports += 1;
    if (numerator === null || denominator === null) continue;
    sum.n += 1;
    sum.numerator += numerator;
    sum.denominator += denominator;
  }
  return [...groups.values()].sort((a, b) => a.year - b.year);
}

/** A unit with what its rate is made of. */
export interface UnitRate extends BoardUnit {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Each unit's numerator and denominator in one year, in the order of lists. */
export function unitRates(
  data: BoardData,
  rows: readonly RateRow[],
  filter: UnitFilter,
  year: number,
): UnitRate[] {
  const ofYear = new Map(rows.filter((row) => row.year === year).map((row) => [row.unitId, row]));
  return [...unitsOf(data, filter).values()].flatMap((unit) => {
    const row = ofYear.get(unit.unitId);
    return row ? [{ ...unit, numerator: row.numerator, denominator: row.denominator }] : [];
  });
}
