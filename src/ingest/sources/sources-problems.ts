import type { z } from 'zod';
import { closestWord } from '../closest-word.js';
import { families } from '../families/families.js';
import { KNOWN_KEYS } from './sources-schema.js';

/** A problem, and the keys and indexes that lead to it in the file. */
export interface PlacedProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the schema found, in words for the person who edits the file. Issues must carry their input. */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): PlacedProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key));
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : knownValues(path);
    const hint = typeof issue.input === 'string' ? didYouMean(issue.input, known) : '';
    return [{ path, message: `expected ${issue.message}, got ${show(issue.input)}${hint}` }];
  });
}

/** `; did you mean "town"?`, or nothing. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const word = closestWord(typed, known);
  return word === null ? '' : `; did you mean "${word}"?`;
}

function unknownKey(path: readonly (string | number)[], key: string): PlacedProblem {
  const known = KNOWN_KEYS[path.filter((step) => typeof step === 'string').join('.')] ?? [];
  const hint = didYouMean(key, known) || `; expected ${known.join(', ')}`;
  return { path: [...path, key], message: `unknown key${hint}` };
}

function knownValues(path: readonly (string | number)[]): Iterable<string> {
  return path.at(-1) === 'family' ? families.keys() : [];
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

const LONGEST_QUOTE = 60;
