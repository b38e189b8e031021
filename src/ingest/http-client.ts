import { FetchError, FetchFailure, networkFailure } from './fetch-error.js';
import { createHostQueues } from './host-queues.js';
import { createHttpExchange, type Exchange } from './http-exchange.js';

export interface HttpClientOptions {
  /** Names the collector and whom to write to. */
  readonly userAgent: string;
  /** Host names that this machine serves itself: connected to on 127.0.0.1, the Host header kept. Default none. */
  readonly localHosts?: ReadonlyMap<string, { readonly port: number }>;
  /** Milliseconds for one answer, body included; waiting for the host's turn is not counted. Default 30 s. */
  readonly timeoutMs?: number;
  /** Decoded bytes of a body. Default 50 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds between two starts at one host. Default 1 s. */
  readonly delayMs?: number;
  /** Milliseconds before the second attempt, doubled before each further one. Default 1 s. */
  readonly backoffMs?: number;
}

export interface FetchOptions {
  /** From an earlier answer: the site may then answer that nothing has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** In place of the client's. */
  readonly delayMs?: number;
  /** Asked by POST, with this body (`application/x-www-form-urlencoded`): list pages of some families are. */
  readonly form?: string;
}

export interface FetchResult {
  /** As asked for. */
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  /** 2xx, or 304. */
  readonly status: number;
  readonly fetchedAt: Date;
  readonly notModified: boolean;
  /** Decoded; null exactly when not modified. */
  readonly body: Buffer | null;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface HttpClient {
  /** Throws FetchError for every answer but 2xx and 304, and for every failure of the network. */
  get(url: string, options?: FetchOptions): Promise<FetchResult>;
  /** Ends what is under way; it rejects with FetchError. */
  close(): Promise<void>;
}

/**
 * The one polite client: one request at a time per host with a pause between, three attempts on network errors,
 * 429 and 5xx (a host that failed is left alone meanwhile, as long as Retry-After says, at most two minutes),
 * at most five redirects.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const settings = { ...DEFAULTS, ...options };
  const closing = new AbortController();
  const hosts = createHostQueues(closing.signal);
  const exchange = createHttpExchange(settings, closing.signal);

  const visit = async (target: URL, asked: FetchOptions, attempt: number): Promise<Exchange> => {
    try {
      return await exchange.get(target, asked);
    } catch (error) {
      const failure = error instanceof FetchFailure ? error : networkFailure(error);
      // While this still has the host's turn: the next in line must find the host held.
      if (failure.retry) hosts.hold(target.hostname, waitMs(failure, attempt, settings.backoffMs));
      throw failure;
    }
  };

  const follow = async (url: string, asked: FetchOptions, attempt: number): Promise<FetchResult> => {
    let target = readUrl(url, null);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const current = target;
      const first = attempt > 1 || hops > 0;
      const delayMs = asked.delayMs ?? settings.delayMs;
      const answer = await hosts.run(current.hostname, delayMs, () => visit(current, asked, attempt), first);
      if (answer.location === null) return resultOf(url, target, answer);
      target = readUrl(answer.location, target);
    }
    throw new FetchFailure(`more than ${MAX_REDIRECTS} redirects`, 'correct the address in the sources file');
  };

  const attempts = async (url: string, asked: FetchOptions, attempt: number): Promise<FetchResult> => {
    try {
      return await follow(url, asked, attempt);
    } catch (error) {
      // What waited for its turn rejects with the signal's reason, which is no FetchFailure.
      const failure = closing.signal.aborted ? new FetchFailure('stopped', 'run again') : error;
      if (!(failure instanceof FetchFailure)) throw failure;
      if (!failure.retry || attempt === MAX_ATTEMPTS) throw new FetchError(url, failure, attempt);
    }
    return attempts(url, asked, attempt + 1);
  };

  return {
    get: (url, asked = {}) => attempts(url, asked, 1),
    async close() {
      closing.abort();
      await exchange.close();
    },
  };
}

/** Redirect targets are relative to where they were sent from. */
function readUrl(text: string, base: URL | null): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  const what =
    base === null ? 'not an http(s) address' : `redirected to "${text}", which is not an http(s) address`;
  throw new FetchFailure(what, 'correct the address in the sources file');
}

function resultOf(url: string, final: URL, answer: Exchange): FetchResult {
  const { status, fetchedAt, body, contentType, etag, lastModified } = answer;
  const notModified = status === 304;
  return { url, finalUrl: final.href, status, fetchedAt, notModified, body, contentType, etag, lastModified };
}

/** Exponential, with jitter so that hosts that fell over together aren't asked again together. */
function waitMs(failure: FetchFailure, attempt: number, backoffMs: number): number {
  if (failure.retryAfterMs !== null) return Math.min(failure.retryAfterMs, MAX_RETRY_AFTER_MS);
  return backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

const MAX_ATTEMPTS = 3;
const MAX_REDIRECTS = 5;
const MAX_RETRY_AFTER_MS = 120_000;

const DEFAULTS = {
  localHosts: new Map(),
  timeoutMs: 30_000,
  maxBytes: 50 * 1024 * 1024,
  delayMs: 1000,
  backoffMs: 1000,
} satisfies Omit<Required<HttpClientOptions>, 'userAgent'>;
