import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { FetchFailure, statusFailure } from './fetch-error.js';
import type { FetchOptions, HttpClientOptions } from './http-client.js';
import { readResponseBody } from './response-body.js';

/** One request and its answer: content, "not modified", or a redirect. */
export interface Exchange {
  readonly status: number;
  readonly fetchedAt: Date;
  /** Where a redirect points, as sent; null for the others. */
  readonly location: string | null;
  /** Null for a redirect and for 304. */
  readonly body: Buffer | null;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * One request without retries or redirects. Throws FetchFailure for other answers, and what the network throws.
 * `closing` ends requests under way.
 */
export function createHttpExchange(
  options: Pick<Required<HttpClientOptions>, 'userAgent' | 'localHosts' | 'timeoutMs' | 'maxBytes'>,
  closing: AbortSignal,
) {
  const agent = new Agent({ connect: connectorFor(options.localHosts, options.timeoutMs) });

  return {
    async get(url: URL, asked: FetchOptions): Promise<Exchange> {
      const signal = AbortSignal.any([closing, AbortSignal.timeout(options.timeoutMs)]);
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
        throw statusFailure(status, header(answer, 'retry-after') ?? undefined);
      }
      return {
        ...read,
        body: await readResponseBody(answer.body, header(answer, 'content-encoding'), options.maxBytes),
      };
    },
    close: () => agent.destroy(),
  };
}

/** The only place that opens connections: hosts that this machine serves itself are found on loopback. */
function connectorFor(
  localHosts: ReadonlyMap<string, { readonly port: number }>,
  timeoutMs: number,
): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs });
  return (target, callback) => {
    const local = localHosts.get(target.hostname);
    if (local === undefined) return connect(target, callback);
    // A local site is served without TLS, whatever the real one has.
    const loopback = { ...target, protocol: 'http:', hostname: '127.0.0.1', port: String(local.port) };
    return connect(loopback, callback);
  };
}

function requestHeaders(userAgent: string, asked: FetchOptions): Record<string, string> {
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
  answer.body.destroy();
  throw new FetchFailure(`the site answered ${answer.statusCode} without a Location`, 'correct the source', {
    status: answer.statusCode,
  });
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
