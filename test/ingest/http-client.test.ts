import type { ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Handler, type LocalServer, listen } from './local-server.js';
import { failure, SITE, siteAndClient } from './site-and-client.js';

const { site, client } = siteAndClient(() => ({ backoffMs: 5 }));
let server: LocalServer;
beforeEach(() => {
  server = site();
});

describe('an answer', () => {
  test('carries body, validators, and when and from where it came; a local host is found on loopback', async () => {
    server.handle = (_, response) => {
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
    expect(server.requests[0]?.headers).toMatchObject({ host: 'site.example', 'user-agent': 'nianbao-test' });
    expect(server.requests[0]?.headers['if-none-match']).toBeUndefined();
  });

  test('is asked for with the validators of the last one; 304 is "not modified"', async () => {
    server.handle = (request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
      response.setHeader('etag', '"1"').end();
    };
    const result = await client().get(SITE, { etag: '"1"', lastModified: 'Mon, 25 Jan 2021 00:00:00 GMT' });
    expect(result).toMatchObject({ status: 304, notModified: true, body: null, etag: '"1"' });
    expect(server.requests[0]?.headers['if-modified-since']).toBe('Mon, 25 Jan 2021 00:00:00 GMT');
  });

  test('304 that nobody asked for is no content', async () => {
    server.handle = (_, response) => response.writeHead(304).end();
    expect(await failure(client().get(SITE))).toMatchObject({ status: 304, attempts: 1 });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('compressed with %s is decoded', async (encoding, compress) => {
    server.handle = (_, response) =>
      response.setHeader('content-encoding', encoding).end(compress('年度报告'.repeat(9999)));
    expect((await client().get(SITE)).body?.toString()).toBe('年度报告'.repeat(9999));
  });

  test('in an unknown encoding is refused at once', async () => {
    server.handle = (_, response) => response.setHeader('content-encoding', 'zstd').end('x');
    expect(await failure(client().get(SITE))).toMatchObject({
      attempts: 1,
      message: expect.stringContaining('"zstd"'),
    });
  });

  test('of the limit passes, one byte more does not, packed or not', async () => {
    const body =
      (size: number): Handler =>
      (_, response) =>
        response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(size)));
    server.handle = body(1000);
    expect((await client({ maxBytes: 1000 }).get(SITE)).body).toHaveLength(1000);
    server.handle = body(1001);
    const error = await failure(client({ maxBytes: 1000 }).get(SITE));
    expect(error.message).toContain('larger than the limit of 1000 bytes');
    expect(error.attempts).toBe(1);
  });
});

describe('redirects', () => {
  test('are followed, relative ones too, to another host, five at most', async () => {
    server.handle = ({ url }, response) => {
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
    server.handle = (_, response) => response.writeHead(301, { location }).end();
    expect((await failure(client().get(SITE))).message).toContain('not an http(s) address');
  });

  test('without a target are errors of that request alone, whatever else they bring', async () => {
    const uncaught: unknown[] = [];
    const note = (error: unknown) => void uncaught.push(error);
    process.on('uncaughtException', note);
    for (const body of ['', '<html>moved</html>']) {
      server.handle = (_, response) => response.writeHead(301).end(body);
      expect(await failure(client().get(SITE))).toMatchObject({ status: 301, attempts: 1 });
    }
    // What the unread body raises comes a moment later.
    await sleep(50);
    process.off('uncaughtException', note);
    expect(uncaught).toEqual([]);
  });

  test('an address that is not http(s) is never asked for', async () => {
    for (const url of ['file:///etc/passwd', 'nonsense', 'ftp://site.example/'])
      await failure(client().get(url));
    expect(server.requests).toEqual([]);
  });
});

describe('failures', () => {
  test('503 twice and then content is content', async () => {
    server.handle = (_, response) => {
      response.statusCode = server.requests.length < 3 ? 503 : 200;
      response.end('at last');
    };
    expect((await client().get(SITE)).body?.toString()).toBe('at last');
    expect(server.requests).toHaveLength(3);
  });

  test('503 three times is an error that says so, after growing pauses', async () => {
    server.handle = (_, response) => response.writeHead(503).end();
    const error = await failure(client({ backoffMs: 100 }).get(`${SITE}/x`));
    expect(error).toMatchObject({ url: `${SITE}/x`, status: 503, attempts: 3 });
    expect(error.message).toBe(`${SITE}/x: the site answered 503 (3 attempts); run again later`);
    const [first, second, third] = server.requests.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(45);
    expect(third - second).toBeGreaterThanOrEqual(95);
  });

  test('429 is tried again when Retry-After says, and others wait too', async () => {
    server.handle = (_, response) => {
      if (server.requests.length === 1) response.writeHead(429, { 'retry-after': '1' });
      response.end('ok');
    };
    const own = client();
    await Promise.all([own.get(`${SITE}/first`), own.get(`${SITE}/second`)]);
    expect(server.requests[1]!.at - server.requests[0]!.at).toBeGreaterThanOrEqual(950);
    expect(server.asked.sort()).toEqual(['/first', '/first', '/second'].map((path) => `site.example${path}`));
  });

  test.each([404, 403, 410])('%i is final and says what to do', async (status) => {
    server.handle = (_, response) => response.writeHead(status).end('x'.repeat(200_000));
    const error = await failure(client().get(SITE));
    expect(error).toMatchObject({ status, attempts: 1 });
    expect(error.message).toMatch(/^http:\/\/site\.example: the site answered \d+; .+/);
  });

  test('a body shorter than its Content-Length is an error, not a document', async () => {
    server.handle = (_, response) => {
      response.setHeader('content-length', '1000').write('half');
      setTimeout(() => response.destroy(), 10);
    };
    const error = await failure(client().get(SITE));
    expect(error.message).toContain('the answer was cut short (3 attempts)');
    expect(error.status).toBeNull();
  });

  test('a gzip body that ends early is an error, not a document', async () => {
    const packed = gzipSync('年度报告'.repeat(999));
    server.handle = (_, response) =>
      response.setHeader('content-encoding', 'gzip').end(packed.subarray(0, packed.length - 9));
    expect((await failure(client().get(SITE))).message).toContain('the answer was cut short');
  });

  test('an answer that never ends is given up in time', async () => {
    server.handle = (_, response) => {
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
    server.handle = (_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end();
      }, 30);
    };
    const own = client({ delayMs: 100 });
    await Promise.all(['/1', '/2', '/3'].map((path) => own.get(SITE + path)));
    expect(most).toBe(1);
    expect(server.asked).toEqual(['/1', '/2', '/3'].map((path) => `site.example${path}`));
    for (const i of [1, 2])
      expect(server.requests[i]!.at - server.requests[i - 1]!.at).toBeGreaterThanOrEqual(90);
  });

  test('a slow site has its pause after its answer', async () => {
    const answered: number[] = [];
    server.handle = (_, response) =>
      void setTimeout(() => {
        answered.push(Date.now());
        response.end();
      }, 150);
    const own = client({ delayMs: 100 });
    await Promise.all([own.get(`${SITE}/1`), own.get(`${SITE}/2`)]);
    expect(server.requests[1]!.at - answered[0]!).toBeGreaterThanOrEqual(90);
  });

  test('hosts do not wait for each other', async () => {
    const arrived: string[] = [];
    server.handle = ({ headers }, response) => {
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
    server.handle = (_, response) => response.end();
    const own = client({ delayMs: 60_000 });
    await own.get(SITE, { delayMs: 0 });
    await own.get(SITE, { delayMs: 0 });
    expect(server.requests).toHaveLength(2);
  });
});

test('closing ends what is under way and what waits', async () => {
  server.handle = () => {};
  const own = client({ delayMs: 60_000 });
  const under = [failure(own.get(`${SITE}/1`, { delayMs: 0 })), failure(own.get(`${SITE}/2`))];
  await expect.poll(() => server.requests.length).toBe(1);
  await own.close();
  for (const error of await Promise.all(under)) expect(error.message).toContain('stopped');
});
