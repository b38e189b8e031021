import type { Figure } from '../model/extraction.js';
import type { FormTable } from '../model/form.js';

/** Finds a report's figure by its meaning: form table id → cell key → figure. */
export type FigureIndex = ReadonlyMap<string, ReadonlyMap<string, Figure>>;

export function indexFigures(figures: readonly Figure[]): FigureIndex {
  const index = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const table = index.get(figure.formTable) ?? new Map<string, Figure>();
    index.set(figure.formTable, table);
    const key = cellKey(figure.indicator, figure.applicant);
    if (!table.has(key)) table.set(key, figure);
  }
  return index;
}

/** Finds a figure whichever form its table is of: carry-over joins reports of different forms. */
export function findInAnyTable(index: FigureIndex, key: string): Figure | undefined {
  for (const table of index.values()) {
    const figure = table.get(key);
    if (figure) return figure;
  }
  return undefined;
}

/** The number that the year before prints in the same cell of the form; null where it prints none. */
export function findYearBefore(
  { cells }: FormTable,
  slot: number,
  index: FigureIndex | undefined,
): number | null {
  const { indicator, applicant } = cells[slot]!;
  return (index && findInAnyTable(index, cellKey(indicator, applicant))?.value) ?? null;
}

export function cellKey(indicator: string, applicant: string | null): string {
  return applicant === null ? indicator : `${indicator}@${applicant}`;
}
