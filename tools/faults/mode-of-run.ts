import type { Mode } from './world.js';

/** Of forty runs in a row one is shared by four workers and five are killed; in a few runs, each once at least. */
export function modeOfRun(
  { runs, seed }: { readonly runs: number; readonly seed: number },
  place: number,
): Mode {
  if (runs < WORKERS_EVERY && runs > 1) {
    if (place === 0) return 'workers';
    if (place === 1) return 'killed';
  }
  const number = seed + place;
  if (number % WORKERS_EVERY === 0) return 'workers';
  return number % KILLED_EVERY === 3 ? 'killed' : 'alone';
}

const WORKERS_EVERY = 40;
const KILLED_EVERY = 7;
