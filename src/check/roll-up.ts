import { ROLL_UPS } from '../catalogue/roll-ups.js';
import type { Outcome } from '../model/finding.js';
import { worstOutcome } from './judge.js';

/** The outcomes with those of the roll-ups whose members were asked. */
export function rollUp(outcomes: Readonly<Record<string, Outcome>>): Readonly<Record<string, Outcome>> {
  const rolled: Record<string, Outcome> = {};
  for (const { id, members } of ROLL_UPS) {
    const asked = members.flatMap((member) => outcomes[member] ?? []);
    if (asked.length > 0) rolled[id] = worstOutcome(asked);
  }
  return { ...outcomes, ...rolled };
}
