import { type CircuitBreaker, createCircuitBreaker } from '../ingest/http/circuit-breaker.js';
import { defaultLimits, type FetchLimits } from '../ingest/http/fetch-limits.js';
import { listHostRests, saveHostRest } from '../store/collection/host-rests.js';
import type { Database } from '../store/postgres/database.js';

/** Which hosts are left alone: one circuit breaker a process, and what any process was told. */
export interface HostRests {
  readonly breaker: CircuitBreaker;
  /** Learns what others were told since. */
  refresh(): Promise<void>;
  /** Resolves when all that this process was told is written down; throws where it could not be. */
  written(): Promise<void>;
}

/** What a host asks for is written down at once: whoever was told may be killed before its job ends. */
export function openHostRests(db: Database, limits: Partial<FetchLimits> | undefined): HostRests {
  let writing: Promise<void> = Promise.resolve();
  const breaker = createCircuitBreaker({ ...defaultLimits(), ...limits }, Date.now, (rest) => {
    writing = writing.catch(() => {}).then(() => saveHostRest(db, rest));
    writing.catch(() => {}); // Told by written().
  });
  return {
    breaker,
    async refresh() {
      for (const rest of await listHostRests(db)) breaker.heed(rest);
    },
    written: () => writing,
  };
}
