/** A fetch that failed for good. The message is one line and says what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly url: string;
  /** HTTP status of the last answer, null where there was none. */
  readonly status: number | null;
  /** Requests made for this URL, redirects not counted. */
  readonly attempts: number;

  constructor(url: string, failure: FetchFailure, attempts: number) {
    const tries = attempts > 1 ? ` (${attempts} attempts)` : '';
    super(`${url}: ${failure.reason}${tries}; ${failure.advice}`, { cause: failure.cause });
    this.url = url;
    this.status = failure.status;
    this.attempts = attempts;
  }
}

/** Why one attempt failed. Thrown inside the client only; what leaves it is a FetchError. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly reason: string;
  readonly advice: string;
  readonly status: number | null;
  readonly retry: boolean;
  /** What the site asked for, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(reason: string, advice: string, more: FailureDetails = {}) {
    super(reason, { cause: more.cause });
    this.reason = reason;
    this.advice = advice;
    this.status = more.status ?? null;
    this.retry = more.retry ?? false;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }
}

interface FailureDetails {
  readonly status?: number;
  readonly retry?: boolean;
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** An answer that is neither content nor "not modified". `retryAfter` is the header as sent. */
export function statusFailure(status: number, retryAfter: string | undefined): FetchFailure {
  const retry = status === 429 || status >= 500;
  const advice =
    STATUS_ADVICE[status] ?? (retry ? TRY_LATER : 'open the address in a browser and correct the source');
  return new FetchFailure(`the site answered ${status}`, advice, {
    status,
    retry,
    retryAfterMs: retry ? retryAfterMs(retryAfter) : null,
  });
}

/** What the network or the decoder threw. All of it may pass, so all of it is tried again. */
export function networkFailure(cause: unknown): FetchFailure {
  const code = codeOf(cause);
  const [reason, advice] = NETWORK_ADVICE[code] ?? [`the connection failed (${code})`, TRY_LATER];
  return new FetchFailure(reason, advice, { retry: true, cause });
}

function codeOf(cause: unknown): string {
  const { code, name, message } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : name === 'Error' ? message.replace(/\s+/g, ' ') : name;
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined) return null;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}

const TRY_LATER = 'run again later';
const CHECK_ADDRESS = 'check the address in the sources file';
const CUT_SHORT = ['the answer was cut short', TRY_LATER] as const;
const BAD_CERTIFICATE = [
  "the site's certificate is not valid",
  'tell its operator, or use its http address',
] as const;

const STATUS_ADVICE: Readonly<Record<number, string>> = {
  401: 'the page asks for a login: it is not public, take it out of the sources file',
  403: 'the site refuses us: ask its operator to allow this collector',
  404: `no such page: ${CHECK_ADDRESS}`,
  410: 'the page was removed: take it out of the sources file',
  429: 'the site asks us to slow down: raise delay_ms and run again later',
};

const NETWORK_ADVICE: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOTFOUND: ['the host name is not known', CHECK_ADDRESS],
  EAI_AGAIN: ['the name server does not answer', 'check the network, then run again'],
  ECONNREFUSED: ['the host refuses the connection', `${CHECK_ADDRESS}, or ${TRY_LATER}`],
  ENETUNREACH: ['the network is not reachable', 'check the network, then run again'],
  EHOSTUNREACH: ['the host is not reachable', 'check the network, then run again'],
  TimeoutError: ['no complete answer in time', TRY_LATER],
  UND_ERR_CONNECT_TIMEOUT: ['no connection in time', TRY_LATER],
  ECONNRESET: ['the connection was cut', TRY_LATER],
  UND_ERR_SOCKET: CUT_SHORT,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: CUT_SHORT,
  Z_BUF_ERROR: CUT_SHORT,
  CERT_HAS_EXPIRED: BAD_CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: BAD_CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: BAD_CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: BAD_CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: BAD_CERTIFICATE,
};
