import { parse } from 'csv-parse/sync';

/** A row of a file that a person keeps: column → cell, trimmed. */
export type CsvRow = Readonly<Record<string, string>>;

/**
 * The rows of a CSV with a header whose columns are all known.
 * @throws Error in words, without the file's name: not CSV, or a column that nobody knows.
 */
export function readCsvRows(text: string, columns: readonly string[]): readonly CsvRow[] {
  const rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }) as CsvRow[];
  const unknown = Object.keys(rows[0] ?? {}).filter((column) => !columns.includes(column));
  if (unknown.length > 0) throw new Error(`unknown column "${unknown[0]}"; expected ${columns.join(', ')}`);
  return rows;
}
