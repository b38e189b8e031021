import robotsModule from 'robots-parser';
import { FetchError, FetchFailure } from './fetch-error.js';
import type { FetchLimits } from './fetch-limits.js';

/** What each host's robots.txt says to us (RFC 9309). */
export interface Robots {
  /**
   * Milliseconds that the host asks to wait between two requests, 0 where it says nothing. Throws FetchFailure where it
   * forbids the address, or can't be asked.
   */
  delayFor(url: URL): Promise<number>;
}

export interface RobotsOptions
  extends Pick<FetchLimits, 'robotsMs' | 'robotsRetryMs' | 'robotsBytes' | 'maxCrawlDelayMs'> {
  readonly userAgent: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Asks for a robots.txt, redirects followed. Throws FetchError. */
  readonly get: (
    url: string,
    asked: { readonly robotsOff: string; readonly maxBytes: number },
  ) => Promise<{ readonly body: Buffer | null }>;
}

/** Each host's file is read once and kept for a day; one that couldn't be read is tried again later. */
export function createRobots(options: RobotsOptions): Robots {
  const kept = new Map<string, Kept>();

  const rulesOf = (origin: string): Promise<Rules> => {
    const held = kept.get(origin);
    if (held !== undefined && held.until > options.now()) return held.rules;
    const rules = readRules(origin, options);
    const entry = { rules, until: options.now() + options.robotsMs };
    kept.set(origin, entry);
    rules.catch(() => kept.set(origin, { rules, until: options.now() + options.robotsRetryMs }));
    return rules;
  };

  return {
    async delayFor(url) {
      const rules = await rulesOf(url.origin);
      // robots-parser answers undefined for an address of another host: not allowed either.
      if (rules.isAllowed(url.href, options.userAgent) !== true) throw disallowed(url);
      const seconds = rules.getCrawlDelay(options.userAgent) ?? 0;
      return Math.min(Math.max(0, seconds * 1000), options.maxCrawlDelayMs);
    },
  };
}

type Rules = ReturnType<typeof robotsModule.default>;

/** The package is CommonJS: Node gives its function as default, its types speak of the default of that. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

interface Kept {
  readonly rules: Promise<Rules>;
  readonly until: number;
}

/**
 * RFC 9309 §2.3.1: without a file (4xx) all is allowed; where the host can't answer (5xx, 429, no answer) nothing is,
 * until it can.
 */
async function readRules(origin: string, { get, robotsBytes }: RobotsOptions): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  try {
    const { body } = await get(address, { robotsOff: 'it is robots.txt', maxBytes: robotsBytes });
    return robotsParser(address, body?.toString() ?? '');
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (isAbsent(error)) return robotsParser(address, '');
    throw unreachable(error);
  }
}

function isAbsent({ status, code }: FetchError): boolean {
  return code === 'fetch/status' && status !== null && status >= 400 && status <= 499;
}

function unreachable(error: FetchError): FetchFailure {
  const { code, reason, advice, status, retryAt } = error;
  // Where the host itself can't or mustn't be reached, that is what needs saying; robots.txt is beside the point.
  if (status === null && code !== 'fetch/too-large' && code !== 'fetch/redirects')
    return new FetchFailure(code, reason, advice, { cause: error, retryAt });
  return new FetchFailure(
    'fetch/robots-unreachable',
    `nothing is fetched there while its robots.txt can't be read (${reason})`,
    'RFC 9309 asks for that; run again later, or say robots: { ignore: reason } for the source',
    { cause: error, retryAt, ...(status === null ? {} : { status }) },
  );
}

function disallowed(url: URL): FetchFailure {
  return new FetchFailure(
    'fetch/robots',
    `robots.txt of ${url.host} asks collectors not to visit ${url.pathname}`,
    'ask its operator, or, where the law obliges it to publish, say robots: { ignore: reason } for the source',
  );
}
