import type { BoardData, BoardUnit } from '../store/board/board-data.js';

/** Which units a page is about. */
export interface UnitFilter {
  readonly county?: string | undefined;
  readonly kind?: string | undefined;
  /** Part of a name. */
  readonly name?: string | undefined;
}

/** The units of a filter by id, in the order of lists. */
export function unitsOf({ units }: BoardData, filter: UnitFilter): ReadonlyMap<string, BoardUnit> {
  const { county, kind, name } = filter;
  if (!county && !kind && !name) return units;
  return new Map(
    [...units].filter(
      ([, unit]) =>
        (!county || unit.county === county) &&
        (!kind || unit.kind === kind) &&
        (!name || unit.unitName.includes(name)),
    ),
  );
}

/** What a filter can be set to: values that occur. */
export interface FilterChoices {
  readonly counties: readonly string[];
  readonly kinds: readonly string[];
  /** Report years, newest first. */
  readonly years: readonly number[];
}

export function filterChoices({ units, publications }: BoardData): FilterChoices {
  const all = [...units.values()];
  return {
    counties: [...new Set(all.flatMap(({ county }) => county ?? []))],
    kinds: [...new Set(all.map(({ kind }) => kind))].sort(),
    years: [...new Set(publications.map(({ year }) => year))].sort((a, b) => b - a),
  };
}
