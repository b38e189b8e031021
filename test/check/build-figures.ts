import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { INDICATOR_BY_CODE } from '../../src/catalogue/indicators.js';
import type { Figure, FigureState } from '../../src/model/extraction.js';

/**
 * What is printed in a cell: a number, or a text: '' blank, '/' placeholder, '?…' withheld, other words text.
 * null: the cell isn't in the table.
 */
export type Printed = number | string | null;

/** Printed cells by `indicator` or `indicator@applicant`. */
export type PrintedCells = Readonly<Record<string, Printed>>;

/** A recognised form table in which every cell prints `rest`, except those named. */
export function formTable(id: string, cells: PrintedCells = {}, rest: Printed = 0): Figure[] {
  const table = FORM_TABLE_BY_ID.get(id)!;
  const rows = table.rows.map((row) => row.key);
  const columns = table.columns.map((column) => column.key);
  const known = table.cells.map(({ indicator, applicant }) => nameCell(indicator, applicant));
  const unknown = Object.keys(cells).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${id} has no cell ${unknown.join(', ')}`);
  return table.cells.flatMap(({ indicator, applicant, rowKey, columnKey }) => {
    const name = nameCell(indicator, applicant);
    const printed = name in cells ? cells[name]! : rest;
    if (printed === null) return [];
    const place = {
      table: PLACES[table.subject]!,
      row: 3 + rows.indexOf(rowKey),
      column: 3 + columns.indexOf(columnKey),
    };
    const { unit } = INDICATOR_BY_CODE.get(indicator)!;
    return [{ indicator, applicant, formTable: id, unit, ...print(printed), ...place }];
  });
}

/** 表三 whose totals follow from its leaves: `granted@natural_person` and the like, new and carried included. */
export function consistentApplications(
  id: string,
  leaves: Readonly<Record<string, number>>,
): Record<string, number> {
  const { rows, columns } = FORM_TABLE_BY_ID.get(id)!;
  const parts = columns.map((c) => c.key).filter((key) => key !== 'total');
  const results = rows.map((r) => r.key).filter((k) => k.startsWith('results.') && k !== 'results.total');
  const at = (row: string, column: string) => leaves[nameCell(row, column)] ?? 0;
  const cells: Record<string, number> = {};
  const set = (row: string, of: (column: string) => number) => {
    for (const column of parts) cells[nameCell(row, column)] = of(column);
    cells[nameCell(row, 'total')] = parts.reduce((sum, column) => sum + of(column), 0);
  };
  const decided = (column: string) => results.reduce((sum, row) => sum + at(row, column), 0);
  for (const row of results) set(row, (column) => at(row, column));
  set('results.total', decided);
  set('applications.carried_in', (column) => at('applications.carried_in', column));
  set('applications.carried_out', (column) => at('applications.carried_out', column));
  set('applications.new_received', (column) => {
    return decided(column) + at('applications.carried_out', column) - at('applications.carried_in', column);
  });
  return cells;
}

const PLACES: Readonly<Record<string, number>> = {
  proactive: 0,
  applications: 1,
  review_litigation: 2,
  statistics: 3,
};

function nameCell(indicator: string, applicant: string | null): string {
  return applicant === null ? indicator : `${indicator}@${applicant}`;
}

function print(printed: number | string): { raw: string; value: number | null; state: FigureState } {
  if (typeof printed === 'number') return { raw: String(printed), value: printed, state: 'number' };
  if (printed.startsWith('?')) return { raw: printed.slice(1), value: null, state: 'withheld' };
  const state = printed === '' ? 'blank' : printed === '/' ? 'placeholder' : 'text';
  return { raw: printed, value: null, state };
}
