/** A random share of keys, one at least. */
import type { Random } from '../random.js';

export const some = (keys: readonly string[], rng: Random, share: number): string[] => {
  const chosen = keys.filter(() => rng.chance(share));
  return chosen.length > 0 ? chosen : keys.slice(0, 1);
};
