import type { Figure } from '../model/extraction.js';
import { type ChangeKind, nameKind, type SuspectCell } from './change-kinds.js';
import { type FigureIndex, findYearBefore } from './figure-index.js';
import type { LinePattern } from './line-patterns.js';
import type { ChangeSet } from './search-changes.js';
import type { TableSystem } from './table-system.js';

/** One set of cells whose change would mend a table, and what kind of slip it would have been. */
export interface Cause {
  readonly changes: readonly Change[];
  /** One slip behind all of the changes. */
  readonly pattern: LinePattern | undefined;
  /** Less is likelier. */
  readonly cost: number;
  /** How many of the cells are totals. */
  readonly totals: number;
}

export interface Change {
  readonly figure: Figure;
  /** The value that the cell would have to take. */
  readonly meant: number;
  readonly kind: ChangeKind;
}

export function weighCause(
  system: TableSystem,
  set: ChangeSet,
  pattern: LinePattern | undefined,
  yearBefore: FigureIndex | undefined,
): Cause {
  const slots = [...set].sort(([a], [b]) => a - b);
  const changes = slots.map(([slot, meant]): Change => {
    const kind = nameKind(lookAround(system, slot, meant, yearBefore));
    return { figure: system.cells[slot]!.figure!, meant, kind };
  });
  const cost = pattern ? pattern.cost : changes.reduce((sum, { kind }) => sum + kind.cost, 0);
  const totals = slots.filter(([slot]) => system.cells[slot]!.sumOf.length > 0).length;
  return { changes, pattern, cost, totals };
}

/**
 * Likelier first. A total that its parts don't reach is a kind of its own, likelier than any number in a part; but a
 * slip of the pen is likelier in one of many parts than in their total.
 */
export function compareCauses(a: Cause, b: Cause): number {
  return a.cost - b.cost || a.totals - b.totals;
}

function lookAround(
  { cells, table }: TableSystem,
  slot: number,
  meant: number,
  yearBefore: FigureIndex | undefined,
): SuspectCell {
  const width = table.columns.length;
  const column = slot % width;
  const at = (place: number) => cells[place]?.printed ?? null;
  return {
    printed: at(slot),
    meant,
    above: at(slot - width),
    below: at(slot + width),
    before: column > 0 ? at(slot - 1) : null,
    after: column < width - 1 ? at(slot + 1) : null,
    lastYear: findYearBefore(table, slot, yearBefore),
    sumOf: cells[slot]!.sumOf.map((parts) =>
      parts.map((part) => ({ labelZh: part.labelZh, value: cells[part.slot]!.base })),
    ),
  };
}
