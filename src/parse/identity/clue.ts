import type { IdentityEvidence } from '../../model/extraction.js';

/** Evidence before it is known whether the identity follows it. */
export type Clue = Omit<IdentityEvidence, 'used'>;

/** A passage that says something, cut to what surrounds it. */
export function passage(text: string, value: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_PASSAGE) return plain;
  const at = Math.max(0, plain.indexOf(value.slice(0, 8)));
  const start = Math.max(0, Math.min(at - BEFORE, plain.length - LONGEST_PASSAGE));
  return plain.slice(start, start + LONGEST_PASSAGE);
}

/** Signs: a sentence, so that a million reports stay small. */
const LONGEST_PASSAGE = 60;
const BEFORE = 20;
