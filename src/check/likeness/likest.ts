import { estimate } from './grams.js';

export interface Sketched {
  readonly unitId: string;
  readonly sketch: Uint32Array;
}

/**
 * For each unit of one parent and year, the few others whose prose may be like its own, likest first: who is worth
 * comparing exactly.
 */
export function likest(group: readonly Sketched[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, { unitId: string; likeness: number }[]>();
  const note = (of: Sketched, other: Sketched, likeness: number) => {
    const held = found.get(of.unitId) ?? [];
    found.set(of.unitId, held);
    held.push({ unitId: other.unitId, likeness });
  };
  group.forEach((one, place) => {
    for (const other of group.slice(place + 1)) {
      const likeness = estimate(one.sketch, other.sketch);
      if (likeness < WORTH_COMPARING) continue;
      note(one, other, likeness);
      note(other, one, likeness);
    }
  });
  return new Map([...found].map(([unitId, others]) => [unitId, best(others)]));
}

function best(others: { unitId: string; likeness: number }[]): string[] {
  const byLikeness = others.sort((a, b) => b.likeness - a.likeness || (a.unitId < b.unitId ? -1 : 1));
  return byLikeness.slice(0, CANDIDATES).map(({ unitId }) => unitId);
}

/** Four standard errors of the sketch below the 0.6 that is reported. */
const WORTH_COMPARING = 0.43;
const CANDIDATES = 3;
