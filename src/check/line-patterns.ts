import { type FigureIndex, findYearBefore } from './figure-index.js';
import type { ChangeSet } from './search-changes.js';
import { solveChanges } from './solve-changes.js';
import type { TableSystem } from './table-system.js';

/** One slip that spoils a whole row or column: the cells that it explains, however many. */
export interface LinePattern {
  readonly id: 'shifted-row' | 'exchanged' | 'copied-line' | 'last-year-line';
  readonly reasonZh: string;
  readonly cost: number;
}

/** The one slip that explains a set of two or more changes, if there is one. */
export function nameLinePattern(system: TableSystem, set: ChangeSet): LinePattern | undefined {
  if (set.size < 2) return undefined;
  const width = system.table.columns.length;
  const rows = new Set([...set.keys()].map((slot) => Math.floor(slot / width)));
  if (rows.size === 1 && shiftsOf(system, [...rows][0]!).some((shift) => isShift(system, shift, set))) {
    return SHIFTED;
  }
  const [[a, toA] = [], [b, toB] = []] = set.size === 2 ? [...set] : [];
  if (a === undefined || b === undefined) return undefined;
  const inLine = rows.size === 1 || a % width === b % width;
  const exchanged = toA === system.cells[b]!.base && toB === system.cells[a]!.base;
  return inLine && exchanged ? EXCHANGED : undefined;
}

/** Slips of a whole row or column that make every equation hold: for tables that no three cells explain. */
export function findLinePatterns(
  system: TableSystem,
  yearBefore: FigureIndex | undefined,
): { readonly set: ChangeSet; readonly pattern: LinePattern }[] {
  const { columns, rows } = system.table;
  if (rows.length < 2) return [];
  const shifted = rows.flatMap((_, row) =>
    shiftsOf(system, row).flatMap((shift) => {
      const set = undo(system, shift);
      return set ? [{ set, pattern: SHIFTED }] : [];
    }),
  );
  const rowLines = rows.map((_, row) => columns.map((_, i) => row * columns.length + i));
  const columnLines = columns.map((_, column) => rows.map((_, i) => i * columns.length + column));
  const copied = [...rowLines, ...columnLines].flatMap((line) => {
    const pattern = nameCopy(system, line, yearBefore);
    const set = pattern && withChanges(system, new Map(), line);
    return set ? [{ set, pattern }] : [];
  });
  return [...shifted, ...copied];
}

const SHIFTED: LinePattern = { id: 'shifted-row', reasonZh: '该行的数整体错了一列', cost: 1 };
const EXCHANGED: LinePattern = { id: 'exchanged', reasonZh: '两格的数互换了', cost: 1 };

const COPIED_ABOVE: LinePattern = { id: 'copied-line', reasonZh: '该行与上一行相同，可能重复填写', cost: 2 };
const COPIED_BELOW: LinePattern = { id: 'copied-line', reasonZh: '该行与下一行相同，可能重复填写', cost: 2 };

/** What each cell of a row would be, had its numbers not slipped by one; the end that nothing slipped into is open. */
interface Shift {
  readonly meant: ChangeSet;
  readonly open: number;
}

/** To the left or to the right, with the total or without it. */
function shiftsOf({ table, cells }: TableSystem, row: number): Shift[] {
  const width = table.columns.length;
  const start = row * width;
  return [width, width - 1].flatMap((count) =>
    [1, -1].map((step) => {
      const slots = Array.from({ length: count }, (_, i) => start + i);
      const open = step > 0 ? start + count - 1 : start;
      const meant = slots.filter((s) => s !== open).map((s) => [s, cells[s + step]!.base] as const);
      return { meant: new Map(meant), open };
    }),
  );
}

function isShift({ cells }: TableSystem, { meant, open }: Shift, set: ChangeSet): boolean {
  const known = [...meant].every(([slot, value]) => (set.get(slot) ?? cells[slot]!.base) === value);
  return known && [...set.keys()].every((slot) => slot === open || meant.has(slot));
}

function undo(system: TableSystem, { meant, open }: Shift): ChangeSet | null {
  if (system.cells[open]!.free || [...meant.keys()].some((slot) => system.cells[slot]!.free)) return null;
  const known = new Map([...meant].filter(([slot, value]) => value !== system.cells[slot]!.base));
  return known.size > 0 ? withChanges(system, known, [open]) : null;
}

/** The known changes with what the other cells must then be; null where no whole, positive numbers do. */
function withChanges(system: TableSystem, known: ChangeSet, others: readonly number[]): ChangeSet | null {
  const { cells, equations, places } = system;
  const residuals = equations.map(({ residual }) => residual);
  for (const [slot, value] of known) {
    const by = value - cells[slot]!.base;
    for (const { equation, coefficient } of places[slot]!) residuals[equation]! += coefficient * by;
  }
  const solution = solveChanges(system, others, residuals);
  if (!solution.solved) return null;
  const set = new Map(known);
  others.forEach((slot, i) => {
    if (solution.by[i] !== 0) set.set(slot, cells[slot]!.base + solution.by[i]!);
  });
  return [...set.values()].every((value) => value >= 0) ? set : null;
}

/** Whole lines printed twice, or printed again from the year before; zeros everywhere prove nothing. */
function nameCopy(
  { cells, table }: TableSystem,
  line: readonly number[],
  yearBefore: FigureIndex | undefined,
): LinePattern | undefined {
  const printed = line.map((slot) => cells[slot]!.printed);
  if (line.some((slot) => cells[slot]!.free) || printed.every((value) => !value)) return undefined;
  const width = table.columns.length;
  const inRow = line.length === width && line[1] === line[0]! + 1;
  const same = (value: (slot: number) => number | null | undefined) =>
    line.every((slot, i) => printed[i] !== null && value(slot) === printed[i]);
  if (same((slot) => findYearBefore(table, slot, yearBefore))) {
    return { id: 'last-year-line', reasonZh: `该${inRow ? '行' : '列'}与上一年度相同，可能未更新`, cost: 1 };
  }
  if (!inRow) return undefined;
  if (same((slot) => cells[slot - width]?.printed)) return COPIED_ABOVE;
  return same((slot) => cells[slot + width]?.printed) ? COPIED_BELOW : undefined;
}
