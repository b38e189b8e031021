import { ReadError } from '../read-error.js';
import type { Rule } from './pdf-marks.js';

/** Ruling lines that meet one another: the frame of one table, or of nothing. */
export interface Ruling {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

/** Joins pieces of lines drawn cell by cell, and gathers the lines that meet. */
export function gatherRulings(rules: readonly Rule[]): Ruling[] {
  const level = joinPieces(rules.filter((rule) => !rule.upright));
  const upright = joinPieces(rules.filter((rule) => rule.upright));
  if (level.length * upright.length > MOST_CROSSINGS)
    throw new ReadError('read/too-large', 'PDF 文件中的线条过多，未读取');
  const groups = new Groups(level.length + upright.length);
  level.forEach((l, i) => {
    upright.forEach((u, j) => {
      if (meet(l, u)) groups.join(i, level.length + j);
    });
  });
  const found = new Map<number, { level: Rule[]; upright: Rule[] }>();
  [...level, ...upright].forEach((rule, place) => {
    const root = groups.rootOf(place);
    const group = found.get(root) ?? { level: [], upright: [] };
    found.set(root, group);
    group[rule.upright ? 'upright' : 'level'].push(rule);
  });
  return [...found.values()].filter((group) => group.level.length > 1 && group.upright.length > 0);
}

function meet(level: Rule, upright: Rule): boolean {
  const onLevel = upright.at >= level.from - NEAR && upright.at <= level.to + NEAR;
  return onLevel && level.at >= upright.from - NEAR && level.at <= upright.to + NEAR;
}

/** Pieces in one line, a hair apart or overlapping, are one rule. */
function joinPieces(rules: readonly Rule[]): Rule[] {
  return cluster(rules, ({ at }) => at).flatMap((lane) => {
    const at = mean(lane.map((rule) => rule.at));
    const joined: Rule[] = [];
    for (const rule of [...lane].sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && rule.from <= last.to + GAP)
        joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else joined.push({ ...rule, at });
    }
    return joined.filter(({ from, to }) => to - from >= SHORTEST);
  });
}

/** Sorted, and cut where two neighbours are further apart than double lines are. */
export function cluster<T>(items: readonly T[], at: (item: T) => number): T[][] {
  const clusters: T[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    if (at(item) - start <= NEAR) clusters.at(-1)!.push(item);
    else {
      clusters.push([item]);
      start = at(item);
    }
  }
  return clusters;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Union-find over places. */
export class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, place) => place);
  }

  rootOf(place: number): number {
    let root = place;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let at = place; at !== root; ) [at, this.#parents[at]] = [this.#parents[at]!, root];
    return root;
  }

  join(a: number, b: number): void {
    this.#parents[this.rootOf(a)] = this.rootOf(b);
  }
}

/** Points. Double borders are up to 3 apart; the narrowest column seen holds one character of 8. */
export const NEAR = 3;
/** Dashed and dotted borders may be drawn dash by dash. */
const GAP = 3;
/** Lower than any row, narrower than any column. */
const SHORTEST = 5;
const MOST_CROSSINGS = 4_000_000;
