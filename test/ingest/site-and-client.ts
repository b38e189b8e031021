import { afterEach, beforeEach, expect } from 'vitest';
import { FetchError } from '../../src/ingest/http/fetch-error.js';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '../../src/ingest/http/http-client.js';
import { type LocalServer, localServer } from './local-server.js';

/** A site of its own for each test, answering 'ok' unless told otherwise, and clients that reach it by two names. */
export function siteAndClient(given: () => Partial<HttpClientOptions> = () => ({})) {
  const clients: HttpClient[] = [];
  let server: LocalServer;
  beforeEach(async () => {
    server = await localServer((_, response) => response.end('ok'));
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    server.close();
  });
  return {
    site: (): LocalServer => server,
    client: (options: Partial<HttpClientOptions> = {}): HttpClient => {
      const hosts = ['site.example', 'other.example'].map((host) => [host, { port: server.port }] as const);
      const made = createHttpClient({
        userAgent: 'nianbao-test',
        localHosts: new Map(hosts),
        delayMs: 0,
        backoffMs: 1,
        ...given(),
        ...options,
      });
      clients.push(made);
      return made;
    },
  };
}

/** What a request that must fail fails with: one line, whatever went wrong. */
export async function failure(promise: Promise<unknown>): Promise<FetchError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  expect((error as FetchError).message).not.toContain('\n');
  return error as FetchError;
}

export const SITE = 'http://site.example';
