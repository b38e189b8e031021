import { UNIT_KINDS, type UnitKind, type UnitRecord } from '../../model/unit.js';
import { closestWord } from '../closest-word.js';
import { isDate } from '../is-date.js';

export const UNIT_COLUMNS = [
  'unit_id',
  'name',
  'kind',
  'division_code',
  'parent_id',
  'valid_from',
  'valid_to',
] as const;

export type UnitColumn = (typeof UNIT_COLUMNS)[number];

/** A row of the file that reads well, and where it stands. */
export interface PlacedUnit {
  readonly line: number;
  readonly unit: UnitRecord;
}

/** Our slugs, as unit ids and source ids: `anqiu-huiqu`. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * One row of the units file. `columns` says which cell holds what.
 * Problems read `kind: expected …, got "…"`, without the place, which the caller knows.
 */
export function readUnitRow(
  cells: readonly string[],
  columns: ReadonlyMap<UnitColumn, number>,
): { readonly unit: UnitRecord } | { readonly problems: readonly string[] } {
  const width = Math.max(...columns.values()) + 1;
  if (cells.slice(width).some((cell) => cell !== '')) {
    return {
      problems: [`expected ${width} cells, got ${cells.length}; put a name with a comma in "quotes"`],
    };
  }
  const cell = (column: UnitColumn) => cells[columns.get(column) ?? -1] ?? '';
  const problems = UNIT_COLUMNS.flatMap((column) => {
    const problem = CELL_CHECKS[column](cell(column));
    return problem === null ? [] : [`${column}: expected ${problem}, got "${cell(column)}"`];
  });
  const [from, to] = [cell('valid_from'), cell('valid_to')];
  if (problems.length === 0 && from !== '' && to !== '' && from > to) {
    problems.push(`valid_to: expected a day not before valid_from ${from}, got "${to}"`);
  }
  if (problems.length > 0) return { problems };
  return {
    unit: {
      unitId: cell('unit_id'),
      name: cell('name'),
      kind: cell('kind') as UnitKind,
      divisionCode: cell('division_code') || null,
      parentId: cell('parent_id') || null,
      validFrom: from || null,
      validTo: to || null,
    },
  };
}

/** What was expected where the cell is wrong, else null. */
const CELL_CHECKS: Readonly<Record<UnitColumn, (cell: string) => string | null>> = {
  unit_id: (cell) => (SLUG.test(cell) ? null : 'lower-case letters, digits and "-" such as anqiu-huiqu'),
  name: nameProblem,
  kind: kindProblem,
  // GB/T 2260 has 6 digits, 统计用区划代码 9 or 12. Excel turns 12 digits into 3.70784E+11.
  division_code: (cell) =>
    cell === '' || /^(?:\d{6}|\d{9}|\d{12})$/.test(cell)
      ? null
      : '6, 9 or 12 digits (in Excel, format the column as text)',
  parent_id: (cell) => (cell === '' || SLUG.test(cell) ? null : 'the unit_id of another row, or nothing'),
  valid_from: dateProblem,
  valid_to: dateProblem,
};

function nameProblem(cell: string): string | null {
  if (/\p{Cc}/u.test(cell)) return 'the name of the unit without control characters';
  return cell === '' ? 'the name of the unit' : null;
}

function kindProblem(cell: string): string | null {
  if ((UNIT_KINDS as readonly string[]).includes(cell)) return null;
  const word = closestWord(cell, UNIT_KINDS);
  return `one of ${UNIT_KINDS.join(', ')}${word === null ? '' : ` (did you mean "${word}"?)`}`;
}

function dateProblem(cell: string): string | null {
  return cell === '' || isDate(cell) ? null : 'a day as YYYY-MM-DD such as 2021-12-30, or nothing';
}
