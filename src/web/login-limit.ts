export interface LoginLimit {
  /** Milliseconds that this address must wait; 0 is now. */
  readonly waitFor: (address: string, now: number) => number;
  readonly failed: (address: string, now: number) => void;
  readonly succeeded: (address: string) => void;
}

/** Holds back who guesses: after five failures an address waits, each time twice as long, up to an hour. */
export function createLoginLimit(): LoginLimit {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitFor: (address, now) => Math.max(0, (failures.get(address)?.until ?? 0) - now),
    failed: (address, now) => {
      const count = (failures.get(address)?.count ?? 0) + 1;
      const wait = count < FREE_TRIES ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (count - FREE_TRIES));
      if (failures.size >= MOST_ADDRESSES) failures.delete(failures.keys().next().value!);
      failures.delete(address);
      failures.set(address, { count, until: now + wait });
    },
    succeeded: (address) => void failures.delete(address),
  };
}

const FREE_TRIES = 5;
const FIRST_MS = 30_000;
const LONGEST_MS = 3_600_000;
/** The oldest is forgotten, so that many addresses can't fill the memory. */
const MOST_ADDRESSES = 10_000;
