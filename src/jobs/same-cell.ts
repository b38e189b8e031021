import type { Figure } from '../model/extraction.js';
import { storableText } from '../store/postgres/copy-text.js';

/** A figure as a row of mart.figure or of an export has it: texts, '' for null. */
export interface RowFigure {
  readonly indicator: string;
  readonly applicant: string;
  readonly reportedValue: string;
  readonly raw: string;
  readonly state: string;
  readonly unit: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** The cell of a reading that a row is about, null where it reads none there, and whether both say the same. */
export function sameCell(
  row: RowFigure,
  reading: readonly Figure[],
): { readonly now: Figure | null; readonly equal: boolean } {
  const named = reading.filter(
    ({ indicator, applicant }) => indicator === row.indicator && (applicant ?? '') === row.applicant,
  );
  const now = named.find((figure) => isAt(row, figure)) ?? named[0] ?? null;
  return { now, equal: now !== null && isAt(row, now) && saysSame(row, now) };
}

export function describeCell({ raw, value, state, unit, table, row, column }: Figure): string {
  return `“${storableText(raw)}” = ${value ?? 'no number'}${unit ? ` ${unit}` : ''} (${state}; table ${table}, row ${row}, column ${column})`;
}

export function describeRow({ raw, reportedValue, state, unit, table, row, column }: RowFigure): string {
  return `“${raw}” = ${reportedValue || 'no number'}${unit ? ` ${unit}` : ''} (${state}; table ${table}, row ${row}, column ${column})`;
}

function isAt(row: RowFigure, figure: Figure): boolean {
  return (
    row.table === String(figure.table) &&
    row.row === String(figure.row) &&
    row.column === String(figure.column)
  );
}

function saysSame(row: RowFigure, { raw, value, state, unit }: Figure): boolean {
  const sameValue = row.reportedValue === '' ? value === null : Number(row.reportedValue) === value;
  return sameValue && row.raw === storableText(raw) && row.state === state && row.unit === (unit ?? '');
}
