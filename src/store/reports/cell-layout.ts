import { contentId } from '../postgres/content-id.js';

/** Where the cells stand: table (relative to tableNo), row, column for each slot, or -1 three times. */
export interface CellLayout {
  readonly layoutId: string;
  readonly places: readonly number[];
}

/** Named by content, so that every machine gives the same geometry the same id. */
export function layoutOf(formTable: string, places: readonly number[]): CellLayout {
  const known = LAYOUTS.get(formTable) ?? [];
  LAYOUTS.set(formTable, known);
  const found = known.findIndex((layout) => sameNumbers(layout.places, places));
  const layout = known[found] ?? { layoutId: contentId(`${formTable}:${places.join(',')}`), places };
  if (found === 0) return layout;
  // The next report mostly has the geometry of this one.
  if (found > 0) known.splice(found, 1);
  known.unshift(layout);
  known.length = Math.min(known.length, LAYOUTS_KEPT);
  return layout;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** Geometries seen lately, by form table: comparing is cheaper than making the name again. */
const LAYOUTS = new Map<string, CellLayout[]>();
const LAYOUTS_KEPT = 20;
