/** Rows in the text format of COPY (PostgreSQL manual, "COPY", File Formats). */

export type CopyValue = string | number | null;

/** One row, with its line end. */
export function copyRow(values: readonly CopyValue[]): string {
  let row = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (i > 0) row += '\t';
    if (value === null || value === undefined) row += '\\N';
    else row += typeof value === 'number' ? value : copyText(value);
  }
  return `${row}\n`;
}

/** Backslash, tab, line feed and carriage return have a meaning there; every other character stands for itself. */
export function copyText(text: string): string {
  if (text.length < LONG && !SPECIAL.test(text)) return text;
  let escaped = text;
  for (const [character, written] of ESCAPES) {
    if (escaped.includes(character)) escaped = escaped.replaceAll(character, written);
  }
  return escaped;
}

/**
 * The text as PostgreSQL can hold it: NUL and half surrogate pairs become U+FFFD, as they are no characters there.
 * Whoever compares stored texts with fresh ones passes the fresh ones through here first.
 */
export function storableText(text: string): string {
  return isWellFormed(text) && !text.includes('\0') ? text : text.replace(UNSTORABLE, '\uFFFD');
}

/** JSON as jsonb can hold it. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!UNSTORABLE_ESCAPE.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
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

/** ES2024; in Node since 20. */
function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

/** The backslash first, as the others bring new ones. */
const ESCAPES = [
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
] as const;

const SPECIAL = /[\\\n\t\r]/;

/** In long Chinese texts a look for each character is many times faster than one regular expression. */
const LONG = 100;

/** How JSON.stringify writes NUL and half surrogate pairs. */
const UNSTORABLE_ESCAPE = /\\u(0000|d[89a-f])/;

const UNSTORABLE = /\0|\p{Surrogate}/gu;
