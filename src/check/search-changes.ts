import { solveChanges } from './solve-changes.js';
import type { TableSystem } from './table-system.js';

/** A set of cells by slot, and what each would have to be. */
export type ChangeSet = ReadonlyMap<number, number>;

export interface SearchResult {
  /** Every smallest set found, in the order of the search; empty where none has at most three cells. */
  readonly sets: readonly ChangeSet[];
  /** False where the search stopped at its bound: there may be more. */
  readonly complete: boolean;
}

/**
 * Finds the smallest sets of cells whose change makes every equation hold: sets of one cell, then of two, then of
 * three. At each step some equation (or some equations together) can't hold whatever the chosen cells are, so one of
 * the cells that they name must be of the set; only those are tried.
 */
export function searchChanges(system: TableSystem, among: ReadonlySet<number>): SearchResult {
  const start = [...among].filter((slot) => system.cells[slot]!.wrong);
  const search: Search = {
    system,
    residuals: system.equations.map(({ residual }, equation) =>
      [...system.equations[equation]!.coefficients.keys()].some((slot) => among.has(slot)) ? residual : 0,
    ),
    left: MOST_SOLVED,
    sets: [],
  };
  for (let size = Math.max(1, start.length); size <= LARGEST_SET; size++) {
    extend(search, start, size, new Set());
    if (search.sets.length > 0 || search.left <= 0) break;
  }
  return { sets: search.sets, complete: search.left > 0 };
}

interface Search {
  readonly system: TableSystem;
  readonly residuals: readonly number[];
  /** How many more systems may be solved. */
  left: number;
  readonly sets: ChangeSet[];
}

function extend(search: Search, chosen: readonly number[], size: number, barred: ReadonlySet<number>): void {
  const { system, residuals } = search;
  if (search.left-- <= 0 || needsMoreThan(search, chosen, size - chosen.length)) return;
  const solution = solveChanges(system, chosen, residuals);
  const set = solution.solved ? readSet(system, chosen, solution.by) : null;
  if (set) {
    if (chosen.length === size) search.sets.push(set);
    return;
  }
  if (chosen.length === size) return;
  const conflict = solution.solved ? equationsOf(system, chosen) : solution.conflict;
  const tried = new Set(barred);
  for (const slot of cellsOf(system, conflict)) {
    if (chosen.includes(slot) || tried.has(slot)) continue;
    extend(search, [...chosen, slot], size, tried);
    tried.add(slot);
  }
}

/** Broken equations that share no cell each need one of their own. */
function needsMoreThan({ system, residuals }: Search, chosen: readonly number[], more: number): boolean {
  const seen = new Set(chosen);
  let needed = 0;
  for (const [equation, residual] of residuals.entries()) {
    if (residual === 0) continue;
    const slots = [...system.equations[equation]!.coefficients.keys()];
    if (slots.some((slot) => seen.has(slot))) continue;
    if (++needed > more) return true;
    for (const slot of slots) seen.add(slot);
  }
  return false;
}

/** Null where a cell would be negative, or keep what can't be right. */
function readSet({ cells }: TableSystem, slots: readonly number[], by: readonly number[]): ChangeSet | null {
  const set = new Map<number, number>();
  for (const [i, slot] of slots.entries()) {
    const { base, printed } = cells[slot]!;
    const value = base + by[i]!;
    if (value < 0 || value === (printed ?? 0)) return null;
    set.set(slot, value);
  }
  return set;
}

function equationsOf({ places }: TableSystem, slots: readonly number[]): number[] {
  return slots.flatMap((slot) => places[slot]!.map(({ equation }) => equation));
}

function cellsOf({ equations }: TableSystem, conflict: readonly number[]): Set<number> {
  return new Set(conflict.flatMap((equation) => [...equations[equation]!.coefficients.keys()]));
}

const LARGEST_SET = 3;

/** Bounds the work for a report: some milliseconds. */
const MOST_SOLVED = 6_000;
