import type { Merger, Predecessor } from '../model/series.js';
import { type FigureIndex, indexFigures } from './figure-index.js';
import type { Instance, Operand } from './instances.js';

export interface MergedFrom {
  readonly predecessors: readonly Predecessor[];
  /** By unit, of those whose report of the year before is held. */
  readonly indexes: ReadonlyMap<string, FigureIndex>;
}

export function mergedFrom(merger: Merger | undefined): MergedFrom | null {
  if (!merger) return null;
  const { predecessors } = merger;
  const held = predecessors.flatMap(({ unitId, figures }) =>
    figures ? [[unitId, indexFigures(figures)] as const] : [],
  );
  return { predecessors, indexes: new Map(held) };
}

/** An instance with a cell of every predecessor where it has one of the year before. */
export function addUp(instance: Instance, predecessors: readonly Predecessor[], self: string): Instance {
  const each = (operand: Operand): Operand[] => {
    if (!operand.yearsBack) return [operand];
    return predecessors.map(({ unitId, unitName }) =>
      unitId === self ? operand : { ...operand, unitId, labelZh: `${unitName}${operand.labelZh}` },
    );
  };
  return { ...instance, left: instance.left.flatMap(each), right: instance.right.flatMap(each) };
}
