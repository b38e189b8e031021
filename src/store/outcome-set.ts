import { createHash } from 'node:crypto';
import type { Extraction } from '../model/extraction.js';

/** What all checks said, found by its content: many reports share one (sql/migrations/0020_shared_outcomes.sql). */
export interface OutcomeSet {
  readonly id: string;
  readonly outcomes: Extraction['outcomes'];
}

export function outcomeSetOf(outcomes: Extraction['outcomes']): OutcomeSet {
  const names = Object.keys(outcomes).sort();
  const lines = names.map((name) => `${name} ${outcomes[name]}\n`).join('');
  const set = KNOWN.get(lines) ?? { id: uuidOf(lines), outcomes };
  if (KNOWN.size === SETS_KEPT) KNOWN.clear();
  KNOWN.set(lines, set);
  return set;
}

function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Sets seen lately: a name need not be made again. */
const KNOWN = new Map<string, OutcomeSet>();
const SETS_KEPT = 1000;
