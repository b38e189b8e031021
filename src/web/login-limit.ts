/** Who tries: whose request it is, and by which connection it came; behind a proxy these differ. */
export interface LoginTry {
  readonly address: string;
  readonly peer: string;
}

export interface LoginLimit {
  /** Milliseconds that one must wait; 0 is now. */
  readonly waitFor: (from: LoginTry, now: number) => number;
  readonly failed: (from: LoginTry, now: number) => void;
  readonly succeeded: (from: LoginTry) => void;
}

/**
 * Holds back who guesses: after five failures an address waits, each time twice as long, up to an hour. All that come by one
 * proxy together may fail ten times as often: one who guesses doesn't shut the others out at once, and one who makes up
 * addresses for the proxy to pass on doesn't guess for ever.
 */
export function createLoginLimit(): LoginLimit {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitFor: (from, now) =>
      Math.max(0, ...limitsOf(from).map(({ key }) => (failures.get(key)?.until ?? 0) - now)),
    failed: (from, now) => {
      for (const { key, free } of limitsOf(from)) {
        const count = (failures.get(key)?.count ?? 0) + 1;
        const wait = count < free ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (count - free));
        failures.delete(key);
        if (failures.size >= MOST_ADDRESSES) failures.delete(failures.keys().next().value!);
        failures.set(key, { count, until: now + wait });
      }
    },
    succeeded: (from) => {
      for (const { key } of limitsOf(from)) failures.delete(key);
    },
  };
}

function limitsOf({ address, peer }: LoginTry): { readonly key: string; readonly free: number }[] {
  const own = { key: address, free: FREE_TRIES };
  return address === peer ? [own] : [own, { key: `via ${peer}`, free: FREE_TRIES * 10 }];
}

const FREE_TRIES = 5;
const FIRST_MS = 30_000;
const LONGEST_MS = 3_600_000;
/** The oldest is forgotten, so that many addresses can't fill the memory. */
const MOST_ADDRESSES = 10_000;
