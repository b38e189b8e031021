/** A fetch that failed for good. The message is one line, names the address and says what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly url: string;
  /** What happened, and what to do, without the address. */
  readonly reason: string;
  readonly advice: string;
  /** Why, for programs: `fetch/robots`, `fetch/private-address` … */
  readonly code: FetchCode;
  /** HTTP status of the last answer, null where there was none. */
  readonly status: number | null;
  /** Requests made for this URL, redirects not counted. */
  readonly attempts: number;
  /** Not worth asking before; null where nothing is known of it. */
  readonly retryAt: Date | null;

  constructor(url: string, failure: FetchFailure, attempts: number) {
    const place = failure.at === null ? url : `${url}, redirected to ${failure.at}`;
    const reason = attempts > 1 ? `${failure.reason} (${attempts} attempts)` : failure.reason;
    super(`${place}: ${reason}; ${failure.advice}`, { cause: failure.cause });
    this.url = url;
    this.reason = reason;
    this.advice = failure.advice;
    this.code = failure.code;
    this.status = failure.status;
    this.attempts = attempts;
    this.retryAt = failure.retryAt;
  }
}

export type FetchCode =
  // Refused before anything is sent
  | 'fetch/bad-address'
  | 'fetch/host-not-allowed'
  | 'fetch/port-not-allowed'
  | 'fetch/private-address'
  | 'fetch/robots'
  | 'fetch/robots-unreachable'
  | 'fetch/quiet-hours'
  | 'fetch/circuit-open'
  // No answer, or half of one
  | 'fetch/dns'
  | 'fetch/connection'
  | 'fetch/tls'
  | 'fetch/timeout'
  | 'fetch/cut-short'
  | 'fetch/stopped'
  // An answer that can't be used
  | 'fetch/status'
  | 'fetch/rate-limited'
  | 'fetch/redirects'
  | 'fetch/too-large'
  | 'fetch/encoding'
  | 'fetch/not-a-list';

/** Why one attempt failed. Thrown inside the client only; what leaves it is a FetchError. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly status: number | null;
  readonly retry: boolean;
  /** What the site asked for, in milliseconds. */
  readonly retryAfterMs: number | null;
  readonly retryAt: Date | null;
  /** Where a redirect had led to. */
  readonly at: string | null;

  constructor(
    readonly code: FetchCode,
    readonly reason: string,
    readonly advice: string,
    private readonly details: FailureDetails = {},
  ) {
    super(reason, { cause: details.cause });
    this.status = details.status ?? null;
    this.retry = details.retry ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.retryAt = details.retryAt ?? null;
    this.at = details.at ?? null;
  }

  /** The same with more known of it. */
  with(details: FailureDetails): FetchFailure {
    return new FetchFailure(this.code, this.reason, this.advice, { ...this.details, ...details });
  }
}

interface FailureDetails {
  readonly status?: number;
  readonly retry?: boolean;
  readonly retryAfterMs?: number | null;
  readonly retryAt?: Date | null;
  readonly at?: string;
  readonly cause?: unknown;
}
