import { Agent, type buildConnector, type Dispatcher, request } from 'undici';
import { abandon } from './abandon.js';
import { startDeadline } from './deadline.js';
import { FetchFailure } from './fetch-error.js';
import { statusFailure } from './fetch-failures.js';
import type { FetchLimits } from './fetch-limits.js';
import { readResponseBody } from './response-body.js';

/** One request and its answer: content, "not modified", or a redirect. */
export interface Exchange {
  readonly status: number;
  readonly fetchedAt: Date;
  /** Where a redirect points, as sent; null for the others. */
  readonly location: string | null;
  /** Null for a redirect and for 304. */
  readonly body: Buffer | null;
  /** False where the answer ended with the connection: then nothing tells a whole body from half of one. */
  readonly endKnown: boolean;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What one request says and allows. */
export interface Asked {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly form?: string;
  /** In place of the client's. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

export interface ExchangeOptions extends FetchLimits {
  readonly userAgent: string;
  readonly connect: buildConnector.connector;
}

/**
 * One request without retries or redirects. Throws FetchFailure for other answers, and what the network throws.
 * `closing` ends requests under way.
 */
export function createHttpExchange(options: ExchangeOptions, closing: AbortSignal) {
  const agent = new Agent({
    connect: options.connect,
    maxHeaderSize: options.maxHeaderBytes,
    headersTimeout: options.idleMs,
    bodyTimeout: options.idleMs,
  });

  return {
    async get(url: URL, asked: Asked): Promise<Exchange> {
      const deadline = startDeadline(asked.timeoutMs ?? options.timeoutMs, closing);
      try {
        return await exchange(url, asked, deadline.signal);
      } finally {
        deadline.over();
      }
    },
    close: () => agent.destroy(),
  };

  async function exchange(url: URL, asked: Asked, signal: AbortSignal): Promise<Exchange> {
    const limits = { ...options, ...asked };
    const headers = requestHeaders(options.userAgent, asked);
    const sent = asked.form === undefined ? { method: 'GET' } : { method: 'POST', body: asked.form };
    const answer = await request(url, { dispatcher: agent, headers, signal, ...sent } as const);
    const { statusCode: status } = answer;
    const conditional = 'if-none-match' in headers || 'if-modified-since' in headers;
    const read = {
      status,
      fetchedAt: new Date(),
      location: REDIRECTS.has(status) ? locationOf(answer) : null,
      body: null,
      endKnown: header(answer, 'content-length') !== null || header(answer, 'transfer-encoding') !== null,
      contentType: header(answer, 'content-type'),
      etag: header(answer, 'etag'),
      lastModified: header(answer, 'last-modified'),
    };
    if (read.location !== null || (status === 304 && conditional)) {
      await discard(answer);
      return read;
    }
    if (status < 200 || status > 299) {
      await discard(answer);
      throw statusFailure(status, {
        retryAfter: header(answer, 'retry-after'),
        date: header(answer, 'date'),
      });
    }
    return {
      ...read,
      body: await readResponseBody(answer.body, header(answer, 'content-encoding'), limits),
    };
  }
}

function requestHeaders(userAgent: string, asked: Asked): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'accept-language': 'zh-CN,zh;q=0.9',
    'accept-encoding': 'gzip, br',
    ...(asked.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(asked.etag ? { 'if-none-match': asked.etag } : {}),
    ...(asked.lastModified ? { 'if-modified-since': asked.lastModified } : {}),
  };
}

function locationOf(answer: Dispatcher.ResponseData): string | null {
  const location = header(answer, 'location');
  if (location !== null) return location;
  abandon(answer.body);
  const reason = `the site answered ${answer.statusCode} without a Location`;
  throw new FetchFailure('fetch/status', reason, 'correct the source', { status: answer.statusCode });
}

/** The connection is kept if the rest is small, else it is dropped. */
async function discard(answer: Dispatcher.ResponseData): Promise<void> {
  await answer.body.dump({ limit: 64 * 1024 }).catch(() => {}); // Whatever its body, the answer is known.
}

function header({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
