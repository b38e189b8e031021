import type { Indicator } from '../../model/form.js';
import { headerUnit } from './header-unit.js';
import { COUNT_UNIT, type Reading } from './read-number.js';

/** The unit that a row prints in its unit column, else in its label; null for none. Two that differ are one nobody knows. */
export function rowUnit(cell: string | null, label: string): string | null {
  const inColumn = (cell ?? '')
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/^\(?(?:单位[:：]?)?([^()]*)\)?$/, '$1');
  const column = NO_UNIT.test(inColumn) ? null : inColumn;
  const inLabel = headerUnit([label]);
  if (column && inLabel && column !== inLabel) return `${column}/${inLabel}`;
  return column ?? inLabel;
}

/** A count whose row prints another unit: 次 for 件 is told; 万条 or 元 is another number, and nobody says which. */
export function inRowUnit(reading: Reading, indicator: Indicator, printed: string | null): Reading {
  if (printed === null || printed === indicator.unit || reading.value === null) return reading;
  const isCount = COUNT_UNIT.test(printed);
  const differs = `单位栏印为“${printed}”，与格式规定的“${indicator.unit}”不同`;
  const note = {
    check: 'extract/unit-differs',
    severity: isCount ? ('info' as const) : ('warning' as const),
    message: isCount ? `${differs}，按个数读取` : `${differs}，未采用`,
  };
  return isCount
    ? { ...reading, note: reading.note ?? note }
    : { ...reading, value: null, state: 'withheld', note };
}

const NO_UNIT = /^[-–—―─/\\]*$/;
