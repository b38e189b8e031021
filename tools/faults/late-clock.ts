/** A clock that knows how late this process may be: whatever is seen now may have come since `earliest`. */
export interface LateClock {
  now(): { readonly at: number; readonly earliest: number };
  stop(): void;
}

/**
 * Milliseconds since the epoch. A process that was busy, or not given the processor, sees a request later than it
 * came: beats of a timer tell how much. What is read after a beat may have come before it, so the beat before counts.
 */
export function startLateClock(): LateClock {
  let beats = [Date.now(), Date.now()];
  const timer = setInterval(() => {
    beats = [beats[1]!, Date.now()];
  }, BEAT_MS);
  timer.unref();
  return {
    now: () => ({ at: Date.now(), earliest: beats[0]! }),
    stop: () => clearInterval(timer),
  };
}

const BEAT_MS = 2;
