import type { ControlOutcome } from '../model/extraction.js';
import type { ReadOptions } from './read-document.js';

/** Which documents are read a second time when they are read again in bulk: all, one in twenty, or none. */
export type ControlChoice = (typeof CONTROL_CHOICES)[number];

export const CONTROL_CHOICES = ['all', 'sample', 'none'] as const;

/** Truth first: whoever is in a hurry says so. */
export const DEFAULT_CONTROL = 'all' satisfies ControlChoice;

/**
 * A document that was never loaded is always read by both readers, whatever the choice; so is one whose readings
 * differed, for else what was withheld would come back as if it were certain.
 */
export function controlFor(
  { sha256, heldControl }: { readonly sha256: string; readonly heldControl: ControlOutcome | null },
  choice: ControlChoice,
): ReadOptions {
  if (heldControl === null || heldControl === 'differed') return { control: 'always' };
  return { control: CHOOSE[choice](sha256) ? 'always' : 'never' };
}

/** The sample is by hash, so that it is the same documents on every machine and every time. */
const CHOOSE: Readonly<Record<ControlChoice, (sha256: string) => boolean>> = {
  all: () => true,
  sample: (sha256) => Number.parseInt(sha256.slice(0, 8), 16) % ONE_IN === 0,
  none: () => false,
};

const ONE_IN = 20;
