/** Rows in the text format of COPY (PostgreSQL manual, "COPY", File Formats). */

export type CopyValue = string | number | null;

/** One row, with its line end. */
export function copyRow(values: readonly CopyValue[]): string {
  let row = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (i > 0) row += '\t';
    row += value === null || value === undefined ? '\\N' : typeof value === 'number' ? String(value) : copyText(value);
  }
  return `${row}\n`;
}

/** Backslash, tab, line feed and carriage return have a meaning there; every other character stands for itself. */
export function copyText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIAL_ALL, (character) => ESCAPES[character]!) : text;
}

/**
 * The text as PostgreSQL can hold it: NUL and half surrogate pairs become U+FFFD, as they are no characters there.
 * Whoever compares stored texts with fresh ones passes the fresh ones through here first.
 */
export function storableText(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(UNSTORABLE_ALL, '\uFFFD') : text;
}

/** JSON as jsonb can hold it. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
}

/** An array literal of integers; null is a missing one. */
export function copyIntegers(values: readonly (number | null)[]): string {
  let text = '{';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ',';
    text += values[i] ?? 'NULL';
  }
  return `${text}}`;
}

const SPECIAL = /[\\\t\n\r]/;
const SPECIAL_ALL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const UNSTORABLE = /\0|\p{Surrogate}/u;
const UNSTORABLE_ALL = /\0|\p{Surrogate}/gu;
