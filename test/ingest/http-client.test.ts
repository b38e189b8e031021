import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FetchError } from '../../src/ingest/fetch-error.js';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '../../src/ingest/http-client.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let port: number;
let server: Server;
let requests: { url: string; at: number; headers: IncomingMessage['headers'] }[];
let handle: Handler;
const clients: HttpClient[] = [];

beforeEach(async () => {
  requests = [];
  const http = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    requests.push({ url: request.url ?? '', at: Date.now(), headers: request.headers });
    handle(request, response);
  });
  server = http;
  port = await listen(http);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  server.close();
});

function listen(target: Server): Promise<number> {
  return new Promise((resolve) =>
    target.listen(0, '127.0.0.1', () => resolve((target.address() as AddressInfo).port)),
  );
}

function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const localHosts = new Map(['site.example', 'other.example'].map((host) => [host, { port }]));
  const made = createHttpClient({
    userAgent: 'nianbao-test',
    localHosts,
    delayMs: 0,
    backoffMs: 5,
    ...options,
  });
  clients.push(made);
  return made;
}

async function failure(promise: Promise<unknown>): Promise<FetchError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  expect((error as FetchError).message).not.toContain('\n');
  return error as FetchError;
}

const SITE = 'http://site.example';

describe('an answer', () => {
  test('carries body, validators, and when and from where it came; a local host is found on loopback', async () => {
    handle = (_, response) => {
      response.setHeader('content-type', 'text/html; charset=gbk').setHeader('etag', '"1"');
      response.setHeader('last-modified', 'Mon, 25 Jan 2021 00:00:00 GMT').end('hello');
    };
    const before = Date.now();
    const result = await client().get(`${SITE}/a?b=c`);
    expect(result).toMatchObject({
      url: `${SITE}/a?b=c`,
      finalUrl: `${SITE}/a?b=c`,
      status: 200,
      notModified: false,
      contentType: 'text/html; charset=gbk',
      etag: '"1"',
      lastModified: 'Mon, 25 Jan 2021 00:00:00 GMT',
    });
    expect(result.body?.toString()).toBe('hello');
    expect(result.fetchedAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(requests[0]?.headers).toMatchObject({ host: 'site.example', 'user-agent': 'nianbao-test' });
    expect(requests[0]?.headers['if-none-match']).toBeUndefined();
  });

  test('is asked for with the validators of the last one; 304 is "not modified"', async () => {
    handle = (request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
      response.setHeader('etag', '"1"').end();
    };
    const result = await client().get(SITE, { etag: '"1"', lastModified: 'Mon, 25 Jan 2021 00:00:00 GMT' });
    expect(result).toMatchObject({ status: 304, notModified: true, body: null, etag: '"1"' });
    expect(requests[0]?.headers['if-modified-since']).toBe('Mon, 25 Jan 2021 00:00:00 GMT');
  });

  test('304 that nobody asked for is no content', async () => {
    handle = (_, response) => response.writeHead(304).end();
    expect(await failure(client().get(SITE))).toMatchObject({ status: 304, attempts: 1 });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('compressed with %s is decoded', async (encoding, compress) => {
    handle = (_, response) =>
      response.setHeader('content-encoding', encoding).end(compress('年度报告'.repeat(9999)));
    expect((await client().get(SITE)).body?.toString()).toBe('年度报告'.repeat(9999));
  });

  test('in an unknown encoding is refused at once', async () => {
    handle = (_, response) => response.setHeader('content-encoding', 'zstd').end('x');
    expect(await failure(client().get(SITE))).toMatchObject({
      attempts: 1,
      message: expect.stringContaining('"zstd"'),
    });
  });

  test('of the limit passes, one byte more does not, packed or not', async () => {
    const body = (size: number) => (_: IncomingMessage, response: ServerResponse) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(size)));
    handle = body(1000);
    expect((await client({ maxBytes: 1000 }).get(SITE)).body).toHaveLength(1000);
    handle = body(1001);
    const error = await failure(client({ maxBytes: 1000 }).get(SITE));
    expect(error.message).toContain('larger than the limit of 1000 bytes');
    expect(error.attempts).toBe(1);
  });
});

describe('redirects', () => {
  test('are followed, relative ones too, to another host, five at most', async () => {
    handle = ({ url }, response) => {
      const step = Number(url?.slice(1));
      if (step === 0) response.end('there');
      else response.writeHead(302, { location: step === 2 ? `http://other.example/1` : `${step - 1}` }).end();
    };
    const result = await client().get(`${SITE}/5`);
    expect(result).toMatchObject({ url: `${SITE}/5`, finalUrl: `http://other.example/0`, status: 200 });
    expect(await failure(client().get(`${SITE}/6`))).toMatchObject({
      attempts: 1,
      message: expect.stringContaining('more than 5 redirects'),
    });
  });

  test.each([
    'file:///etc/passwd',
    'ftp://site.example/',
    'javascript:1',
  ])('to %s are refused', async (location) => {
    handle = (_, response) => response.writeHead(301, { location }).end();
    expect((await failure(client().get(SITE))).message).toContain('not an http(s) address');
  });

  test('without a target are errors', async () => {
    handle = (_, response) => response.writeHead(301).end();
    expect(await failure(client().get(SITE))).toMatchObject({ status: 301, attempts: 1 });
  });

  test('an address that is not http(s) is never asked for', async () => {
    for (const url of ['file:///etc/passwd', 'nonsense', 'ftp://site.example/'])
      await failure(client().get(url));
    expect(requests).toEqual([]);
  });
});

describe('failures', () => {
  test('503 twice and then content is content', async () => {
    handle = (_, response) => {
      response.statusCode = requests.length < 3 ? 503 : 200;
      response.end('at last');
    };
    expect((await client().get(SITE)).body?.toString()).toBe('at last');
    expect(requests).toHaveLength(3);
  });

  test('503 three times is an error that says so, after growing pauses', async () => {
    handle = (_, response) => response.writeHead(503).end();
    const error = await failure(client({ backoffMs: 100 }).get(`${SITE}/x`));
    expect(error).toMatchObject({ url: `${SITE}/x`, status: 503, attempts: 3 });
    expect(error.message).toBe(`${SITE}/x: the site answered 503 (3 attempts); run again later`);
    const [first, second, third] = requests.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(45);
    expect(third - second).toBeGreaterThanOrEqual(95);
  });

  test('429 is tried again when Retry-After says, and others wait too', async () => {
    handle = (_, response) => {
      if (requests.length === 1) response.writeHead(429, { 'retry-after': '1' });
      response.end('ok');
    };
    const own = client();
    await Promise.all([own.get(`${SITE}/first`), own.get(`${SITE}/second`)]);
    expect(requests[1]!.at - requests[0]!.at).toBeGreaterThanOrEqual(950);
    expect(requests.map(({ url }) => url).sort()).toEqual(['/first', '/first', '/second']);
  });

  test.each([404, 403, 410])('%i is final and says what to do', async (status) => {
    handle = (_, response) => response.writeHead(status).end('x'.repeat(200_000));
    const error = await failure(client().get(SITE));
    expect(error).toMatchObject({ status, attempts: 1 });
    expect(error.message).toMatch(/^http:\/\/site\.example: the site answered \d+; .+/);
  });

  test('a body shorter than its Content-Length is an error, not a document', async () => {
    handle = (_, response) => {
      response.setHeader('content-length', '1000').write('half');
      setTimeout(() => response.destroy(), 10);
    };
    const error = await failure(client().get(SITE));
    expect(error.message).toContain('the answer was cut short (3 attempts)');
    expect(error.status).toBeNull();
  });

  test('a gzip body that ends early is an error, not a document', async () => {
    const packed = gzipSync('年度报告'.repeat(999));
    handle = (_, response) =>
      response.setHeader('content-encoding', 'gzip').end(packed.subarray(0, packed.length - 9));
    expect((await failure(client().get(SITE))).message).toContain('the answer was cut short');
  });

  test('an answer that never ends is given up in time', async () => {
    handle = (_, response) => {
      response.write('a');
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const start = Date.now();
    expect((await failure(client({ timeoutMs: 150 }).get(SITE))).message).toContain(
      'no complete answer in time',
    );
    expect(Date.now() - start).toBeLessThan(3000);
  });

  test('a closed port and a host that answers no HTTP are named', async () => {
    server.close();
    expect((await failure(client().get(SITE))).message).toContain(
      'the host refuses the connection (3 attempts)',
    );
    const noise = createTcpServer((socket) => socket.end('220 ftp ready\r\n'));
    const noisePort = await listen(noise);
    const localHosts = new Map([['noise.example', { port: noisePort }]]);
    expect((await failure(client({ localHosts }).get('http://noise.example/'))).message).toContain(
      'the connection failed',
    );
    noise.close();
  });
});

describe('politeness', () => {
  test('a host gets one request at a time, with the pause between two starts', async () => {
    let open = 0;
    let most = 0;
    handle = (_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end();
      }, 30);
    };
    const own = client({ delayMs: 100 });
    await Promise.all(['/1', '/2', '/3'].map((path) => own.get(SITE + path)));
    expect(most).toBe(1);
    expect(requests.map(({ url }) => url)).toEqual(['/1', '/2', '/3']);
    for (const i of [1, 2]) expect(requests[i]!.at - requests[i - 1]!.at).toBeGreaterThanOrEqual(90);
  });

  test('hosts do not wait for each other', async () => {
    const arrived: string[] = [];
    handle = ({ headers }, response) => {
      arrived.push(headers.host ?? '');
      if (arrived.length === 2) for (const reply of waiting.splice(0)) reply.end();
      else waiting.push(response);
      if (arrived.length === 2) response.end();
    };
    const waiting: ServerResponse[] = [];
    const own = client({ timeoutMs: 2000 });
    await Promise.all([own.get(SITE), own.get('http://other.example/')]);
    expect(arrived).toHaveLength(2);
  });

  test('a pause asked for with the request counts in place of the client’s', async () => {
    handle = (_, response) => response.end();
    const own = client({ delayMs: 60_000 });
    await own.get(SITE, { delayMs: 0 });
    await own.get(SITE, { delayMs: 0 });
    expect(requests).toHaveLength(2);
  });
});

test('closing ends what is under way and what waits', async () => {
  handle = () => {};
  const own = client({ delayMs: 60_000 });
  const under = [failure(own.get(`${SITE}/1`, { delayMs: 0 })), failure(own.get(`${SITE}/2`))];
  await expect.poll(() => requests.length).toBe(1);
  await own.close();
  for (const error of await Promise.all(under)) expect(error.message).toContain('stopped');
});
