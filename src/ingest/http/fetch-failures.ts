import { type FetchCode, FetchFailure } from './fetch-error.js';

/**
 * An answer that is neither content nor "not modified". `retryAfter` and `date` are the headers as sent: a site whose
 * clock is wrong means its own time.
 */
export function statusFailure(
  status: number,
  { retryAfter, date }: { readonly retryAfter: string | null; readonly date: string | null },
): FetchFailure {
  const retry = status === 429 || status >= 500;
  const advice =
    STATUS_ADVICE[status] ?? (retry ? TRY_LATER : 'open the address in a browser and correct the source');
  const code = status === 429 ? 'fetch/rate-limited' : 'fetch/status';
  return new FetchFailure(code, `the site answered ${status}`, advice, {
    status,
    retry,
    retryAfterMs: retry ? retryAfterMs(retryAfter, date) : null,
  });
}

/** What the network or the decoder threw. Nearly all of it may pass, so it is tried again. */
export function networkFailure(cause: unknown): FetchFailure {
  const name = codeOf(cause);
  const known = NETWORK_FAILURES[name] ?? (/^ERR_SSL_|^ERR_TLS_/.test(name) ? OLD_TLS : null);
  const { code, reason, advice, retry } = known ?? {
    code: 'fetch/connection',
    reason: `the connection failed (${name})`,
    advice: TRY_LATER,
    retry: true,
  };
  return new FetchFailure(code, reason, advice, { retry, cause });
}

function codeOf(cause: unknown): string {
  const { code, name, message } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : name === 'Error' ? message.replace(/\s+/g, ' ') : name;
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfterMs(header: string | null, date: string | null): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const theirNow = Date.parse(date ?? '');
  const milliseconds = Date.parse(header) - (Number.isFinite(theirNow) ? theirNow : Date.now());
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}

interface NetworkFailure {
  readonly code: FetchCode;
  readonly reason: string;
  readonly advice: string;
  readonly retry: boolean;
}

const TRY_LATER = 'run again later';
const CHECK_ADDRESS = 'check the address in the sources file';
const CHECK_NETWORK = 'check the network, then run again';

const STATUS_ADVICE: Readonly<Record<number, string>> = {
  401: 'the page asks for a login: it is not public, take it out of the sources file',
  403: 'the site refuses us: ask its operator to allow this collector',
  404: `no such page: ${CHECK_ADDRESS}`,
  410: 'the page was removed: take it out of the sources file',
  429: 'the site asks us to slow down: raise delay_ms and run again later',
};

const passing = (code: FetchCode, reason: string, advice: string): NetworkFailure => ({
  code,
  reason,
  advice,
  retry: true,
});
/** No second attempt makes a certificate valid, or a header smaller. */
const lasting = (code: FetchCode, reason: string, advice: string): NetworkFailure => ({
  ...passing(code, reason, advice),
  retry: false,
});

const CUT_SHORT = passing('fetch/cut-short', 'the answer was cut short', TRY_LATER);
const BAD_CERTIFICATE = lasting(
  'fetch/tls',
  "the site's certificate is not valid",
  'tell its operator, or use its http address',
);
const OLD_TLS = lasting(
  'fetch/tls',
  'no secure connection could be agreed on',
  'if the site only speaks old TLS, add it to allow_hosts with tls: legacy and the reason',
);

const NETWORK_FAILURES: Readonly<Record<string, NetworkFailure>> = {
  ENOTFOUND: passing('fetch/dns', 'the host name is not known', CHECK_ADDRESS),
  EAI_AGAIN: passing('fetch/dns', 'the name server does not answer', CHECK_NETWORK),
  ECONNREFUSED: passing(
    'fetch/connection',
    'the host refuses the connection',
    `${CHECK_ADDRESS}, or ${TRY_LATER}`,
  ),
  ENETUNREACH: passing('fetch/connection', 'the network is not reachable', CHECK_NETWORK),
  EHOSTUNREACH: passing('fetch/connection', 'the host is not reachable', CHECK_NETWORK),
  TimeoutError: passing('fetch/timeout', 'no complete answer in time', TRY_LATER),
  UND_ERR_HEADERS_TIMEOUT: passing('fetch/timeout', 'no answer in time', TRY_LATER),
  UND_ERR_BODY_TIMEOUT: passing('fetch/timeout', 'the answer stopped in the middle', TRY_LATER),
  UND_ERR_CONNECT_TIMEOUT: passing('fetch/timeout', 'no connection in time', TRY_LATER),
  ETIMEDOUT: passing('fetch/timeout', 'no connection in time', TRY_LATER),
  ECONNRESET: passing('fetch/connection', 'the connection was cut', TRY_LATER),
  UND_ERR_SOCKET: CUT_SHORT,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: CUT_SHORT,
  Z_BUF_ERROR: CUT_SHORT,
  UND_ERR_HEADERS_OVERFLOW: lasting(
    'fetch/too-large',
    'the header of the answer is larger than any site needs',
    'tell its operator',
  ),
  EPROTO: OLD_TLS,
  CERT_HAS_EXPIRED: BAD_CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: BAD_CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: BAD_CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: BAD_CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: BAD_CERTIFICATE,
  CERT_NOT_YET_VALID: BAD_CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: BAD_CERTIFICATE,
};
