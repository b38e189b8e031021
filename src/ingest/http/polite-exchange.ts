import type { buildConnector } from 'undici';
import type { FetchRules } from '../../model/source.js';
import type { CircuitBreaker } from './circuit-breaker.js';
import { FetchFailure } from './fetch-error.js';
import { networkFailure } from './fetch-failures.js';
import type { FetchLimits } from './fetch-limits.js';
import { createHostQueues } from './host-queues.js';
import { type Asked, createHttpExchange, type Exchange } from './http-exchange.js';
import { quietUntil } from './quiet-hours.js';

export interface PoliteOptions extends FetchLimits {
  readonly userAgent: string;
  readonly connect: buildConnector.connector;
  readonly breaker: CircuitBreaker;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** One request in its host's turn. */
export interface PoliteExchange {
  /** Throws FetchFailure. `attempt` counts from 1; what was begun comes before what wasn't. */
  ask(target: URL, asked: PoliteAsked, attempt: number, begun: boolean): Promise<Exchange>;
  /** Whether the host is left alone, after failures or as it asked. */
  isLeftAlone(host: string): boolean;
  close(): Promise<void>;
}

export type PoliteAsked = Asked & FetchRules & { readonly delayMs: number };

/** One request at a time per host, with a pause between; a host that fails is held, then left alone. */
export function createPoliteExchange(options: PoliteOptions, closing: AbortSignal): PoliteExchange {
  const { now, breaker } = options;
  const hosts = createHostQueues(closing);
  const exchange = createHttpExchange(options, closing);

  /** While the failed request still has the host's turn: the next in line must find the host held. */
  const noteFailure = (host: string, failure: FetchFailure, attempt: number): void => {
    if (failure.status !== null && !failure.retry) breaker.succeeded(host); // It answered.
    if (!failure.retry || closing.aborted) return;
    const asksFor = failure.retryAfterMs ?? 0;
    const leaveMs = asksFor > options.maxRetryAfterMs ? Math.min(asksFor, options.maxLeaveMs) : null;
    breaker.failed(host, failure.reason, leaveMs);
    if (leaveMs === null && asksFor > 0) breaker.rest(host, asksFor);
    if (leaveMs === null) hosts.hold(host, Math.max(asksFor, backoff(attempt, options.backoffMs)));
  };

  const visit = async (target: URL, asked: Asked, attempt: number): Promise<Exchange> => {
    try {
      const answer = await exchange.get(target, asked);
      breaker.succeeded(target.hostname);
      return answer;
    } catch (error) {
      const failure = error instanceof FetchFailure ? error : networkFailure(error);
      noteFailure(target.hostname, failure, attempt);
      throw failure;
    }
  };

  return {
    ask(target, asked, attempt, begun) {
      const admit = () => {
        refuseQuietHours(asked, now());
        breaker.admit(target.hostname);
        hosts.hold(target.hostname, breaker.restMs(target.hostname));
      };
      const turn = { delayMs: asked.delayMs, first: begun, admit };
      return hosts.run(target.hostname, turn, () => visit(target, asked, attempt));
    },
    isLeftAlone: (host) => breaker.isOpen(host),
    close: () => exchange.close(),
  };
}

/** Throws FetchFailure in the quiet hours of a source. */
export function refuseQuietHours({ quietHours }: FetchRules, now: number): void {
  const retryAt = quietHours && quietUntil(quietHours, new Date(now));
  if (!retryAt) return;
  throw new FetchFailure(
    'fetch/quiet-hours',
    `not asked in its quiet hours (quiet_hours: ${quietHours.text}, Asia/Shanghai)`,
    `run again after ${retryAt.toISOString()}`,
    { retryAt },
  );
}

/** Exponential, with jitter so that hosts that fell over together aren't asked again together. */
function backoff(attempt: number, backoffMs: number): number {
  return backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}
