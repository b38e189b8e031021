import type { ColumnType } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';
import type { Audience } from './export.js';

export interface CsvDialect {
  /** Before the first line. */
  readonly start: string;
  line(values: ViewRow, types: readonly ColumnType[]): string;
}

/** How a CSV is written for whom. */
export const CSV_DIALECTS: Readonly<Record<Audience, CsvDialect>> = {
  /**
   * Excel takes UTF-8 only with a byte order mark, and runs a text that begins like a formula: such a text gets an
   * apostrophe before it. Numbers and lone dashes stay as they are.
   */
  excel: {
    start: '\uFEFF',
    line: (values, types) =>
      `${values.map((value, index) => (value === null ? '' : quoted(inert(value, types[index]!)))).join(',')}\r\n`,
  },
  /** Every value untouched; an empty text is "", null is nothing at all (as COPY writes them). */
  machines: {
    start: '',
    line: (values) =>
      `${values.map((value) => (value === null ? '' : value === '' ? '""' : quoted(value))).join(',')}\n`,
  },
};

/** The text that a cell of a CSV for Excel stands for. */
export function withoutApostrophe(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}

function inert(value: string, type: ColumnType): string {
  return type === 'string' && FORMULA.test(value) && !HARMLESS.test(value) ? `'${value}` : value;
}

function quoted(value: string): string {
  return SPECIAL.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Apostrophes before count in, so that taking one off gives back what was there. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const HARMLESS = /^(-+|－+|[+-]?\d+(\.\d+)?)$/;
const SPECIAL = /[",\r\n]|^\s|\s$/;
