import type { Figure } from '../model/extraction.js';
import { type FigureIndex, indexFigures } from './figure-index.js';
import { findLinePatterns, nameLinePattern } from './line-patterns.js';
import { type ChangeSet, searchChanges } from './search-changes.js';
import { type FiguresByKey, isSumBroken, sumsOf } from './sums.js';
import { buildSystem, type TableSystem } from './table-system.js';
import { type Cause, compareCauses, weighCause } from './weigh-cause.js';

/** Why the sums of one table, or of one group of 表四, may be broken. Nothing is changed: it is a hypothesis. */
export interface TableExplanation {
  readonly formTable: string;
  /** A figure of the sums that are broken: says where the table stands. */
  readonly somewhere: Figure;
  /**
   * Every smallest set of cells that would mend it, likeliest first. Of more than three cells only those that one slip
   * of a whole row or column explains; none where there is no such slip.
   */
  readonly causes: readonly Cause[];
  /** False where there may be more causes than these: of more than three cells, or past the bound of the search. */
  readonly complete: boolean;
  /** Equations that only blank cells break were left out: with them no three cells would do. */
  readonly blanksLeftOut: boolean;
}

/**
 * Explains why sums of 表三 and 表四 are broken, for each table of the figures where some are: the smallest sets of
 * cells whose change would satisfy all of them, and the likely kind of each change.
 */
export function explainTable(
  figures: readonly Figure[],
  previousYearFigures?: readonly Figure[],
): TableExplanation[] {
  return explainTables(indexFigures(figures), previousYearFigures && indexFigures(previousYearFigures));
}

export function explainTables(index: FigureIndex, yearBefore?: FigureIndex): TableExplanation[] {
  return [...index].flatMap(([formTable, figures]) => {
    const broken = sumsOf(formTable).some((sum) => isSumBroken(sum, figures));
    return broken ? explainOne(formTable, figures, yearBefore) : [];
  });
}

function explainOne(
  formTable: string,
  figures: FiguresByKey,
  yearBefore: FigureIndex | undefined,
): TableExplanation[] {
  const explain = (withOpenBlanks: boolean) => {
    const system = buildSystem(formTable, figures, { withOpenBlanks });
    const explained = groupsOf(system).map((group) => explainGroup(system, group, yearBefore));
    const found = explained.every(({ causes }) => causes.length > 0);
    return { system, explained, found };
  };
  const all = explain(true);
  if (all.found || !all.system.hasOpenBlanks) return all.explained;
  const { found, explained } = explain(false);
  return found ? explained.map((one) => ({ ...one, blanksLeftOut: true })) : all.explained;
}

/** Cells that equations join, as far as some equation of them is proven broken: 表三 is one, 表四 three. */
function groupsOf({ equations }: TableSystem): ReadonlySet<number>[] {
  let groups: { slots: ReadonlySet<number>; proven: boolean }[] = [];
  for (const { coefficients, proven } of equations) {
    const slots = new Set(coefficients.keys());
    const [joined, apart] = [true, false].map((wanted) =>
      groups.filter((group) => [...slots].some((slot) => group.slots.has(slot)) === wanted),
    );
    const all = new Set([...joined!.flatMap((group) => [...group.slots]), ...slots]);
    groups = [...apart!, { slots: all, proven: proven || joined!.some((group) => group.proven) }];
  }
  return groups.flatMap((group) => (group.proven ? [group.slots] : []));
}

function explainGroup(
  system: TableSystem,
  group: ReadonlySet<number>,
  yearBefore: FigureIndex | undefined,
): TableExplanation {
  const { sets, complete } = searchChanges(system, group);
  const found = sets.map((set) => ({ set, pattern: nameLinePattern(system, set) }));
  const lines = found.length > 0 && complete ? [] : findLinePatterns(system, yearBefore);
  const causes = smallest([...found, ...lines]).map(({ set, pattern }) =>
    weighCause(system, set, pattern, yearBefore),
  );
  const somewhere = [...group].flatMap((slot) => system.cells[slot]!.figure ?? [])[0]!;
  return {
    formTable: system.table.id,
    somewhere,
    causes: causes.sort(compareCauses),
    complete: complete && (found.length > 0 || causes.length === 0),
    blanksLeftOut: false,
  };
}

function smallest<T extends { readonly set: ChangeSet }>(found: readonly T[]): T[] {
  const size = Math.min(...found.map(({ set }) => set.size));
  const distinct = new Map(found.toReversed().map((one) => [JSON.stringify([...one.set].sort(bySlot)), one]));
  return [...distinct.values()].toReversed().filter(({ set }) => set.size === size);
}

function bySlot([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return a - b;
}
