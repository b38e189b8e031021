import { setMaxListeners } from 'node:events';
import type { FetchRules, NetworkRules } from '../../model/source.js';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.js';
import { createConnector, type Resolve } from './connector.js';
import { FetchError, FetchFailure } from './fetch-error.js';
import { defaultLimits, type FetchLimits } from './fetch-limits.js';
import { type FetchResult, fetchResult } from './fetch-result.js';
import { createHostPolicy, type LocalHost } from './host-policy.js';
import { createPoliteExchange, refuseQuietHours } from './polite-exchange.js';
import { createRobots } from './robots.js';

export type { FetchResult } from './fetch-result.js';

/** Limits that are not given are those of fetch-limits.ts, which says why. */
export interface HttpClientOptions extends Partial<FetchLimits> {
  /** Names the collector and whom to write to. */
  readonly userAgent: string;
  /** Host names that this machine serves itself: connected to on 127.0.0.1, the Host header kept. Default none. */
  readonly localHosts?: ReadonlyMap<string, LocalHost>;
  /** What the sources file states of hosts. Default: `*.gov.cn` alone, ports 80 and 443, valid certificates. */
  readonly network?: NetworkRules | undefined;
  /** Which hosts are left alone, where that is to outlast the client. Default its own. */
  readonly breaker?: CircuitBreaker | undefined;
  /** Default the system's name look-up. */
  readonly resolve?: Resolve;
  /** Milliseconds since the epoch, for what lasts minutes and longer. Default the clock. */
  readonly now?: () => number;
}

export interface FetchOptions extends FetchRules {
  /** From an earlier answer: the site may then answer that nothing has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** In place of the client's. */
  readonly delayMs?: number;
  /** Asked by POST, with this body (`application/x-www-form-urlencoded`): list pages of some families are. */
  readonly form?: string;
}

export interface HttpClient {
  /** Throws FetchError for every answer but 2xx and 304, for every failure of the network, and where asking is wrong. */
  get(url: string, options?: FetchOptions): Promise<FetchResult>;
  /** Ends what is under way; it rejects with FetchError. */
  close(): Promise<void>;
}

/**
 * The one polite and careful client. Polite: one request at a time per host with a pause between, robots.txt, quiet
 * hours, Retry-After, growing pauses after network errors, 429 and 5xx, and a host that keeps failing is left alone.
 * Careful: only hosts that are allowed, at public addresses, and every redirect is judged like the address itself.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const settings = { ...defaultLimits(), now: Date.now, ...options };
  const { network, now } = settings;
  const localHosts = new Map([...loopbackHosts(network), ...(settings.localHosts ?? [])]);
  const policy = createHostPolicy(network?.allowedHosts ?? [], localHosts);
  const connect = createConnector({ ...settings, policy, localHosts });
  const closing = new AbortController();
  // Each host's request listens to it.
  setMaxListeners(0, closing.signal);
  const breaker = settings.breaker ?? createCircuitBreaker(settings, now);
  const exchange = createPoliteExchange({ ...settings, connect, breaker }, closing.signal);

  const hop = async (target: URL, asked: FetchOptions, attempt: number, begun: boolean) => {
    const wanted = asked.robotsOff === undefined ? await robots.delayFor(target) : 0;
    const delayMs = Math.max(asked.delayMs ?? settings.delayMs, wanted);
    return exchange.ask(target, { ...asked, delayMs }, attempt, begun);
  };

  const follow = async (url: string, asked: FetchOptions, attempt: number): Promise<FetchResult> => {
    refuseQuietHours(asked, now());
    let target = policy.read(url, null);
    let question = asked;
    const seen = new Set<string>();
    for (let hops = 0; hops <= settings.redirects; hops++) {
      seen.add(target.href);
      const answer = await hop(target, question, attempt, attempt > 1 || hops > 0).catch((error) => {
        throw error instanceof FetchFailure && hops > 0 ? error.with({ at: target.href }) : error;
      });
      if (answer.location === null) return fetchResult(url, target, answer, exceptions(asked, target));
      target = policy.read(answer.location, target);
      if (seen.has(target.href)) throw redirectFailure(`redirected in a circle, to ${target.href} again`);
      // As browsers do (Fetch Standard, HTTP-redirect fetch); 307 and 308 keep the form.
      if (answer.status < 307) question = withoutForm(question);
    }
    throw redirectFailure(`more than ${settings.redirects} redirects`);
  };

  const exceptions = (asked: FetchOptions, target: URL) => {
    const rule = policy.find(target.hostname);
    return { robotsOff: asked.robotsOff ?? null, tls: rule?.tls === 'verified' ? null : rule };
  };

  const attempts = async (url: string, asked: FetchOptions, attempt: number): Promise<FetchResult> => {
    try {
      return await follow(url, asked, attempt);
    } catch (error) {
      // What waited for its turn rejects with the signal's reason, which is no FetchFailure.
      const failure = closing.signal.aborted ? stopped() : error;
      if (!(failure instanceof FetchFailure)) throw failure;
      const last = !failure.retry || attempt >= settings.attempts;
      if (last || exchange.isLeftAlone(new URL(failure.at ?? url).hostname))
        throw new FetchError(url, failure, attempt);
    }
    return attempts(url, asked, attempt + 1);
  };

  const robots = createRobots({ ...settings, get: (url, asked) => attempts(url, asked, 1) });
  return {
    get: (url, asked = {}) => attempts(url, asked, 1),
    async close() {
      closing.abort();
      await exchange.close();
    },
  };
}

function loopbackHosts(network: NetworkRules | undefined): [string, LocalHost][] {
  return Object.entries(network?.loopback ?? {}).map(([host, port]) => [host, { port }]);
}

function withoutForm({ form: _, ...asked }: FetchOptions): FetchOptions {
  return asked;
}

function redirectFailure(reason: string): FetchFailure {
  const advice = 'the site may want cookies or a login: open the address in a browser and correct the source';
  return new FetchFailure('fetch/redirects', reason, advice);
}

function stopped(): FetchFailure {
  return new FetchFailure('fetch/stopped', 'stopped', 'run again');
}
