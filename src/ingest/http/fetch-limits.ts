/** What bounds a fetch, as numbers: each may be set on the client, those that the sources file knows per source too. */
export type FetchLimits = { readonly [Name in keyof typeof FETCH_LIMITS]: number };

/** The table as plain numbers. */
export function defaultLimits(): FetchLimits {
  const values = Object.entries(FETCH_LIMITS).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(values) as FetchLimits;
}

interface Limit {
  readonly value: number;
  readonly reason: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** Names end in their unit: `Ms` milliseconds, `Bytes` bytes; the others are counts. */
export const FETCH_LIMITS = {
  // How often a host is asked
  delayMs: { value: SECOND, reason: 'one request a second is what the site of a county office bears' },
  maxPages: { value: 50, reason: 'fifty list pages hold about a thousand links' },
  maxCrawlDelayMs: {
    value: 2 * MINUTE,
    reason: 'a longer Crawl-delay is a slip (milliseconds for seconds); at two minutes a list is still read',
  },
  // When an answer fails
  attempts: { value: 3, reason: 'a hiccup passes in seconds; what lasts longer is left to the next run' },
  backoffMs: { value: SECOND, reason: 'before the second attempt, doubled before each further one' },
  maxRetryAfterMs: {
    value: 2 * MINUTE,
    reason: 'a site that asks for more is left alone for as long as it says, and the run goes on without it',
  },
  breakerFailures: {
    value: 6,
    reason: 'two pages in a row that failed three times each: the host is down, or shuts us out',
  },
  breakerMs: { value: 10 * MINUTE, reason: 'restarts and short maintenance are over by then' },
  maxLeaveMs: { value: 24 * HOUR, reason: 'a Retry-After of years would take the host out of every run' },
  // robots.txt (RFC 9309 §2.4: not kept longer than a day)
  robotsMs: { value: 24 * HOUR, reason: 'RFC 9309 §2.4' },
  robotsRetryMs: { value: 10 * MINUTE, reason: 'as long as a host that fails is left alone' },
  robotsBytes: { value: 512 * KIBIBYTE, reason: 'RFC 9309 §2.5 asks for at least 500 KiB' },
  // What one answer may cost
  connectMs: { value: 20 * SECOND, reason: 'a host that takes longer to say hello will not send a report' },
  idleMs: { value: 30 * SECOND, reason: 'no byte for so long: the other side is gone' },
  timeoutMs: {
    value: 2 * MINUTE,
    reason: 'body included: a scanned report of 10 MB over a slow line; an answer that drips ends here',
  },
  redirects: { value: 5, reason: 'real sites need two; RFC 9309 §2.3.1.2 asks for five' },
  maxHeaderBytes: { value: 32 * KIBIBYTE, reason: 'double of what Node takes, for the cookies of portals' },
  maxBytes: { value: 50 * MEBIBYTE, reason: 'decoded; the largest reports are scans of some 20 MB' },
  maxEncodings: { value: 2, reason: 'one is usual, two happen where a proxy packs again' },
  maxRatio: {
    value: 250,
    reason: 'decoded by packed bytes: tables pack 30 to 1, a bomb 1000 to 1',
  },
  ratioFromBytes: {
    value: MEBIBYTE,
    reason: 'a small page of blanks may pack as well as a bomb, and is harmless',
  },
} as const satisfies Readonly<Record<string, Limit>>;
