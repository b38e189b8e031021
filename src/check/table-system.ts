import { FORM_TABLE_BY_ID } from '../catalogue/forms.js';
import type { Figure } from '../model/extraction.js';
import type { FormTable } from '../model/form.js';
import { eliminateUnknowns } from './eliminate-unknowns.js';
import { cellKey } from './figure-index.js';
import type { Instance, Operand } from './instances.js';
import { read } from './judge.js';
import { type FiguresByKey, isSumBroken, sumsOf } from './sums.js';

/** The sums of one printed table as linear equations over its cells: Σ coefficient × cell = 0. */
export interface TableSystem {
  readonly table: FormTable;
  /** By the form's slot: the cell above is one width of the form back. */
  readonly cells: readonly SystemCell[];
  /** Shortest first: they leave the search the fewest cells to try. */
  readonly equations: readonly Equation[];
  /** By cell: where it stands, and with which coefficient. */
  readonly places: readonly (readonly Place[])[];
  /** Some equations with blank cells don't hold with 0 for them. */
  readonly hasOpenBlanks: boolean;
}

export interface SystemCell {
  readonly figure: Figure | undefined;
  /** As printed; null where blank. */
  readonly printed: number | null;
  /** What it adds as it stands: 0 where blank or no whole number. */
  readonly base: number;
  /** Free: nothing certain is printed, so any number may stand there. */
  readonly free: boolean;
  /** Negative or a fraction: it can't be right, whatever the sums say. */
  readonly wrong: boolean;
  /** Of a total: the sums that it is of. */
  readonly sumOf: readonly (readonly Part[])[];
}

export interface Part {
  readonly slot: number;
  readonly labelZh: string;
}

export interface Place {
  readonly equation: number;
  readonly coefficient: number;
}

export interface Equation {
  readonly coefficients: ReadonlyMap<number, number>;
  /** What the printed numbers leave over; 0 where it holds. */
  readonly residual: number;
  /** It doesn't hold, and every cell of it is printed: an error finding says so. */
  readonly proven: boolean;
}

/**
 * Blanks count as 0, as they do in the checks; but a blank total of parts that aren't 0 is free, and so are cells that
 * are text, withheld or missing. `withOpenBlanks: false` leaves out the equations that only blanks break.
 */
export function buildSystem(
  tableId: string,
  figures: FiguresByKey,
  { withOpenBlanks }: { readonly withOpenBlanks: boolean },
): TableSystem {
  const table = FORM_TABLE_BY_ID.get(tableId)!;
  const sums = sumsOf(tableId);
  const cells = listCells(table, figures, sums);
  const written = sums.map((sum) => writeEquation(sum, table, cells, figures));
  const open = written.filter((equation) => isOpen(equation, cells));
  const kept = withOpenBlanks ? written : written.filter((equation) => !open.includes(equation));
  const unknowns = cells.flatMap(({ free }, slot) => (free ? [slot] : []));
  const equations = eliminateUnknowns(kept, unknowns).sort(
    (a, b) => a.coefficients.size - b.coefficients.size,
  );
  const places: Place[][] = cells.map(() => []);
  equations.forEach(({ coefficients }, equation) => {
    for (const [slot, coefficient] of coefficients) places[slot]!.push({ equation, coefficient });
  });
  return { table, cells, equations, places, hasOpenBlanks: open.length > 0 };
}

function listCells(table: FormTable, figures: FiguresByKey, sums: readonly Instance[]): SystemCell[] {
  const slots = slotsOf(table);
  const cells = table.cells.map(({ indicator, applicant, slot }): SystemCell => {
    const figure = figures.get(cellKey(indicator, applicant));
    const reading = read(figure);
    const printed = reading === 'number' ? figure!.value! : null;
    const whole = printed !== null && Number.isSafeInteger(printed) && Math.abs(printed) < LARGEST;
    const sumOf = sums
      .filter(({ left, leftIsTotal }) => leftIsTotal && slots.get(left[0]!.key) === slot)
      .map(({ right }) => right.map(({ key, labelZh }) => ({ slot: slots.get(key)!, labelZh })));
    const wrong = printed !== null && (!whole || printed < 0);
    const free = reading === 'unreadable' || reading === 'absent';
    return { figure, printed, base: whole ? printed : 0, free, wrong, sumOf };
  });
  return cells.map((cell) => (isBlankTotal(cell, cells) ? { ...cell, free: true } : cell));
}

function isBlankTotal({ printed, free, sumOf }: SystemCell, cells: readonly SystemCell[]): boolean {
  if (printed !== null || free) return false;
  return sumOf.some((parts) => parts.some(({ slot }) => cells[slot]!.base !== 0));
}

function writeEquation(
  sum: Instance,
  table: FormTable,
  cells: readonly SystemCell[],
  figures: FiguresByKey,
): Equation {
  const slots = slotsOf(table);
  const coefficients = new Map<number, number>();
  const add = (side: readonly Operand[], coefficient: number) => {
    for (const { key } of side) coefficients.set(slots.get(key)!, coefficient);
  };
  add(sum.left, 1);
  add(sum.right, -1);
  let residual = 0;
  for (const [slot, coefficient] of coefficients) residual += coefficient * cells[slot]!.base;
  return { coefficients, residual, proven: isSumBroken(sum, figures) };
}

/** It holds blanks, nothing free, and doesn't hold with 0 for them. */
function isOpen({ coefficients, residual }: Equation, cells: readonly SystemCell[]): boolean {
  const own = [...coefficients.keys()].map((slot) => cells[slot]!);
  return residual !== 0 && own.some(({ printed }) => printed === null) && !own.some(({ free }) => free);
}

function slotsOf(table: FormTable): ReadonlyMap<string, number> {
  const known = SLOTS.get(table);
  if (known) return known;
  const slots = new Map(table.cells.map((c) => [cellKey(c.indicator, c.applicant), c.slot]));
  SLOTS.set(table, slots);
  return slots;
}

const SLOTS = new WeakMap<FormTable, ReadonlyMap<string, number>>();

/** Sums of a table's cells below it are exact; no unit handles so many applications. */
const LARGEST = 2 ** 40;
