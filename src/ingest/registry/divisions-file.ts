import { parse } from 'csv-parse/sync';
import type { Division } from '../../model/division.js';
import { decodeText } from '../decode-text.js';

/** The list of divisions can't be used. One line per problem, with its place. */
export class DivisionsFileError extends Error {
  override readonly name = 'DivisionsFileError';
}

/**
 * Reads a list of divisions from CSV with the columns `code,name`; others are passed over. Codes are those of the NBS, with
 * 2, 4, 6, 9 or 12 digits; villages are left out. Level and parent are what the digits say (GB/T 2260, GB/T 10114).
 * `path` is for messages.
 */
export function readDivisions(bytes: Buffer, path: string): Division[] {
  const rows: Record<string, string>[] = parse(decodeText(bytes), {
    columns: true,
    trim: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const named = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, { code, name }] of rows.entries()) {
    const place = `${path}:${index + 2}`;
    if (!code || !/^\d+$/.test(code) || !LENGTHS.has(code.length)) {
      problems.push(`${place}: code: expected 2, 4, 6, 9 or 12 digits, got "${code ?? ''}"`);
    } else if (!name) problems.push(`${place}: name: expected the name of the division, got ""`);
    else if (!isVillage(code)) named.set(plainCode(code), name);
  }
  if (rows.length === 0) problems.push(`${path}:1: expected a header code,name and a row for each division`);
  if (problems.length > 0) throw new DivisionsFileError(problems.slice(0, MOST_PROBLEMS).join('\n'));
  return [...named].map(([code, name]) => ({ code, name, ...placeOf(code) }));
}

function isVillage(code: string): boolean {
  return code.length === 12 && !code.endsWith('000');
}

/** Six digits down to the county, nine below it. Town part 000 is the county itself (金门县 350527000). */
function plainCode(code: string): string {
  const nine = code.padEnd(9, '0').slice(0, 9);
  return nine.endsWith('000') ? nine.slice(0, 6) : nine;
}

function placeOf(code: string): Pick<Division, 'level' | 'parentCode'> {
  if (code.length === 9) return { level: 'township', parentCode: code.slice(0, 6) };
  if (code.endsWith('0000')) return { level: 'province', parentCode: null };
  if (code.endsWith('00')) return { level: 'city', parentCode: `${code.slice(0, 2)}0000` };
  return { level: 'county', parentCode: `${code.slice(0, 4)}00` };
}

const LENGTHS: ReadonlySet<number> = new Set([2, 4, 6, 9, 12]);
const MOST_PROBLEMS = 20;
