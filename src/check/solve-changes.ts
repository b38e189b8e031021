import type { TableSystem } from './table-system.js';

/** By how much each cell would have to change; or the equations that can't hold whatever the cells are. */
export type Solution =
  | { readonly solved: true; readonly by: readonly number[] }
  | { readonly solved: false; readonly conflict: readonly number[] };

/**
 * Solves the table's equations for the given cells alone, in whole numbers. Where one solution isn't all there is, or
 * it isn't whole, the conflict is every equation that names the cells.
 */
export function solveChanges(
  { equations, places }: TableSystem,
  cells: readonly number[],
  residuals: readonly number[] = equations.map(({ residual }) => residual),
): Solution {
  const rows = rowsOf(cells, places, residuals);
  const untouched = residuals.findIndex((residual, equation) => residual !== 0 && !rows.has(equation));
  if (untouched >= 0) return { solved: false, conflict: [untouched] };
  const pivots: Row[] = [];
  for (const start of rows.values()) {
    const row = pivots.reduce(reduce, start);
    const lead = row.coefficients.findIndex((coefficient) => coefficient !== 0);
    if (lead >= 0) pivots.push({ ...row, lead });
    else if (row.right !== 0) return { solved: false, conflict: row.from };
  }
  const by = pivots.length === cells.length ? substituteBack(pivots) : null;
  return by ? { solved: true, by } : { solved: false, conflict: [...rows.keys()] };
}

interface Row {
  readonly coefficients: readonly number[];
  readonly right: number;
  /** The equations that it was made of. */
  readonly from: readonly number[];
  /** Of a pivot: its first cell with a coefficient. */
  readonly lead: number;
}

function rowsOf(
  cells: readonly number[],
  places: TableSystem['places'],
  residuals: readonly number[],
): ReadonlyMap<number, Row> {
  const rows = new Map<number, Row & { coefficients: number[] }>();
  cells.forEach((cell, at) => {
    for (const { equation, coefficient } of places[cell]!) {
      let row = rows.get(equation);
      if (!row) {
        const coefficients = new Array<number>(cells.length).fill(0);
        row = { coefficients, right: -residuals[equation]!, from: [equation], lead: -1 };
        rows.set(equation, row);
      }
      row.coefficients[at] = coefficient;
    }
  });
  return rows;
}

function reduce(row: Row, pivot: Row): Row {
  const less = row.coefficients[pivot.lead]!;
  if (less === 0) return row;
  const times = pivot.coefficients[pivot.lead]!;
  return {
    coefficients: row.coefficients.map((c, i) => c * times - pivot.coefficients[i]! * less),
    right: row.right * times - pivot.right * less,
    from: [...row.from, ...pivot.from],
    lead: -1,
  };
}

/** A later pivot doesn't name the lead of an earlier one. */
function substituteBack(pivots: readonly Row[]): number[] | null {
  const by = new Array<number>(pivots.length).fill(0);
  for (const { coefficients, right, lead } of pivots.toReversed()) {
    const rest = coefficients.reduce((sum, c, i) => (i === lead ? sum : sum - c * by[i]!), right);
    const change = rest / coefficients[lead]!;
    if (!Number.isSafeInteger(change)) return null;
    by[lead] = change === 0 ? 0 : change;
  }
  return by;
}
