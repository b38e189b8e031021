import type { Figure } from '../model/extraction.js';
import type { Outcome } from '../model/finding.js';
import { type Decimal, subtract, sumExactly } from './decimal.js';
import type { Instance, Operand } from './instances.js';

/** What the report prints where an operand is; no figure where the row or the table wasn't recognised. */
export interface SeenOperand {
  readonly operand: Operand;
  readonly figure: Figure | undefined;
  readonly reading: Reading;
}

/** blank includes placeholders; unreadable is text, or printed but withheld. */
export type Reading = 'number' | 'blank' | 'unreadable' | 'absent';

export interface Verdict {
  readonly instance: Instance;
  readonly outcome: Outcome;
  readonly left: readonly SeenOperand[];
  readonly right: readonly SeenOperand[];
  /** Where the equation doesn't hold on printed numbers. */
  readonly broken?: Sums;
}

export interface Sums {
  readonly left: Decimal;
  readonly right: Decimal;
  readonly difference: Decimal;
}

export type FindFigure = (operand: Operand) => Figure | undefined;

/**
 * Judges one instance. Blanks are commonly printed for zero, so they count as 0 only to ask whether the equation could
 * hold: if it does it passes, if it doesn't nothing is proved.
 */
export function judge(instance: Instance, find: FindFigure): Verdict {
  const see = (operand: Operand): SeenOperand => {
    const figure = find(operand);
    return { operand, figure, reading: read(figure) };
  };
  const left = instance.left.map(see);
  const right = instance.right.map(see);
  const all = [...left, ...right];
  const some = (reading: Reading) => all.some((operand) => operand.reading === reading);
  if (some('absent')) return { instance, outcome: 'not_assessable', left, right };
  if (some('unreadable')) return { instance, outcome: 'uncertain', left, right };
  if (!some('number')) return { instance, outcome: 'not_assessable', left, right };
  const broken = compare(instance, left, right);
  if (!broken) return { instance, outcome: 'pass', left, right };
  if (some('blank')) return { instance, outcome: 'not_assessable', left, right };
  return { instance, outcome: instance.severity === 'info' ? 'uncertain' : 'fail', left, right, broken };
}

/** fail > uncertain > pass; not_assessable only where nothing could be assessed. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'not_assessable';
}

const WORST_FIRST: readonly Outcome[] = ['fail', 'uncertain', 'pass'];

export function read(figure: Figure | undefined): Reading {
  if (!figure) return 'absent';
  if (figure.state === 'blank' || figure.state === 'placeholder') return 'blank';
  if (figure.state === 'text' || figure.state === 'withheld') return 'unreadable';
  return figure.value !== null && Number.isFinite(figure.value) ? 'number' : 'unreadable';
}

function compare(
  { kind, fractional }: Instance,
  leftSide: readonly SeenOperand[],
  rightSide: readonly SeenOperand[],
): Sums | undefined {
  const left = total(leftSide);
  const right = total(rightSide);
  const difference = subtract(left, right);
  return holds(kind, difference, fractional) ? undefined : { left, right, difference };
}

/** A counting has nothing on the right: its difference is the cell itself. */
function holds(kind: Instance['kind'], difference: Decimal, fractional: boolean): boolean {
  switch (kind) {
    case 'equal':
      return difference.digits === 0n;
    case 'at-most':
      return difference.digits <= 0n;
    case 'count':
      return difference.digits >= 0n && (fractional || isWhole(difference));
  }
}

/** Blank operands add nothing. */
export function total(side: readonly SeenOperand[]): Decimal {
  return sumExactly(side.map(({ figure }) => figure?.value ?? 0));
}

function isWhole({ digits, scale }: Decimal): boolean {
  return scale === 0 || digits % 10n ** BigInt(scale) === 0n;
}
