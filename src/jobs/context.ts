import type { Archive } from '../ingest/archive.js';
import type { RunCounts } from '../model/loading.js';
import type { Database } from '../store/postgres/database.js';

/** What every job works with. Jobs join the stages; they are the only place that does. */
export interface JobContext {
  readonly db: Database;
  readonly archive: Archive;
  readonly report: Reporter;
}

/** How a job says what it is doing; jobs know nothing of terminals. */
export interface Reporter {
  readonly info: (message: string) => void;
  readonly progress: (message: string) => void;
  readonly warn: (message: string) => void;
}

export const NO_COUNTS: RunCounts = { found: 0, fetched: 0, parsed: 0, loaded: 0, failed: 0 };

export function addCounts(a: RunCounts, b: RunCounts): RunCounts {
  return {
    found: a.found + b.found,
    fetched: a.fetched + b.fetched,
    parsed: a.parsed + b.parsed,
    loaded: a.loaded + b.loaded,
    failed: a.failed + b.failed,
  };
}
