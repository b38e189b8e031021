import type { Asked } from './fault-kinds.js';

/** One request as the servers saw it; times in milliseconds since the epoch. */
export interface LoggedRequest {
  readonly host: string;
  readonly path: string;
  readonly asked: Asked;
  /** Which round of the run. */
  readonly round: number;
  readonly from: number;
  /** It may have come since. */
  readonly earliest: number;
  /** When its answer, or its connection, ended; null while it goes on. */
  to: number | null;
  /** It came while the one before was still being answered. */
  overlaps: boolean;
  /** Milliseconds that the answer asks to be left alone for. */
  retryAfterMs: number;
  /** The fault that it met; null for an answer as it should be. */
  fault: string | null;
  status: number;
}
