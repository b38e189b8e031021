import type { Finding, Outcome } from '../../model/finding.js';

/** What one judge says: one outcome, and what a person should know of it. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly findings: readonly Said[];
  /** What was measured to say so, where the number is of use by itself. */
  readonly measured?: number;
}

/** A finding without its check: the severity is the check's own where none is said. */
export type Said = Omit<Finding, 'check' | 'severity'> & Partial<Pick<Finding, 'severity'>>;

export const PASS: Judgement = { outcome: 'pass', findings: [] };
export const UNCERTAIN: Judgement = { outcome: 'uncertain', findings: [] };
export const NOT_ASSESSABLE: Judgement = { outcome: 'not_assessable', findings: [] };

type Rest = Omit<Said, 'message' | 'outcome'>;

export function fail(message: string, rest: Rest = {}): Judgement {
  return { outcome: 'fail', findings: [{ ...rest, message, outcome: 'fail' }] };
}

/** What may have a good reason accuses nobody. */
export function uncertain(message: string, rest: Rest = {}): Judgement {
  return { outcome: 'uncertain', findings: [{ severity: 'info', ...rest, message, outcome: 'uncertain' }] };
}

/** All that several places say; the worst outcome stands. */
export function together(judgements: readonly Judgement[]): Judgement {
  const outcome = WORST_FIRST.find((worst) => judgements.some((one) => one.outcome === worst));
  return { outcome: outcome ?? 'pass', findings: judgements.flatMap(({ findings }) => findings) };
}

const WORST_FIRST: readonly Outcome[] = ['fail', 'uncertain', 'pass', 'not_assessable'];
