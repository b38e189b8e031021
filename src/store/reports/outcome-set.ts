import { createHash } from 'node:crypto';
import type { Extraction } from '../../model/extraction.js';

/** What all checks said, found by its content: many reports share one (sql/migrations/0020_shared_outcomes.sql). */
export interface OutcomeSet {
  /** 32 hexadecimal digits, which PostgreSQL takes for a uuid. */
  readonly id: string;
  readonly outcomes: Extraction['outcomes'];
}

export function outcomeSetOf(outcomes: Extraction['outcomes']): OutcomeSet {
  const names = Object.keys(outcomes).sort();
  const lines = names.map((name) => `${name} ${outcomes[name]}\n`).join('');
  const set = KNOWN.get(lines) ?? { id: createHash('md5').update(lines).digest('hex'), outcomes };
  if (KNOWN.size === SETS_KEPT) KNOWN.clear();
  KNOWN.set(lines, set);
  return set;
}

/** Sets seen lately: a name need not be made again. */
const KNOWN = new Map<string, OutcomeSet>();
const SETS_KEPT = 1000;
