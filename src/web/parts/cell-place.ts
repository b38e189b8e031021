/** The place of a cell, as figures and originals name it: one string, so that the two can light up together. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

export function placeKey({ table, row, column }: CellPlace): string {
  return `${table}-${row}-${column}`;
}

/** The place that a finding or its evidence names, if it names one cell. */
export function placeOf(of: {
  readonly table?: number | null | undefined;
  readonly row?: number | null | undefined;
  readonly column?: number | null | undefined;
}): CellPlace | null {
  const { table, row, column } = of;
  if (table === undefined || table === null) return null;
  if (row === undefined || row === null || column === undefined || column === null) return null;
  return { table, row, column };
}
