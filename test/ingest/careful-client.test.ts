import type { LookupAddress } from 'node:dns';
import { createServer as createHttpsServer, type Server } from 'node:https';
import type { SecureVersion } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicLookup, type Resolve } from '../../src/ingest/http/connector.js';
import type { AllowedHost } from '../../src/model/source.js';
import { type LocalServer, listen } from './local-server.js';
import { failure, SITE, siteAndClient } from './site-and-client.js';
import { TEST_CERTIFICATE } from './test-certificate.js';

const { site, client } = siteAndClient();
let server: LocalServer;
beforeEach(() => {
  server = site();
});

const allowed = (host: string, ports: number[], tls: AllowedHost['tls'] = 'verified'): AllowedHost => ({
  host,
  ports,
  tls,
  reason: 'self-signed on the intranet',
});

/** Answers each look-up with the next of the lists, the last one for good. */
function resolver(...answers: string[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, _, callback) => {
    asked.push(hostname);
    const addresses = answers[Math.min(asked.length, answers.length) - 1]!;
    callback(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { resolve, asked };
}

describe('a name that leads to a private address', () => {
  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    '0.0.0.0',
  ])('is not connected to: %s', async (address) => {
    const { resolve, asked } = resolver([address]);
    const network = { loopback: {}, allowedHosts: [allowed('evil.gov.cn', [server.port])] };
    const error = await failure(client({ network, resolve }).get(`http://evil.gov.cn:${server.port}/`));
    expect(error).toMatchObject({ code: 'fetch/private-address', status: null });
    expect(error.message).toContain(`evil.gov.cn (${address}) is no address on the public internet`);
    expect(asked).toEqual(['evil.gov.cn']);
    expect([...server.asked, ...server.robots]).toEqual([]);
  });

  test('gains nothing by answering differently later: every look-up of a connection is judged', () => {
    const answers: unknown[] = [];
    const { resolve } = resolver(['61.135.169.121'], ['127.0.0.1'], ['::1', '2400:3200::1', '10.0.0.1']);
    const look = publicLookup(resolve);
    for (const all of [true, true, true, false])
      look('evil.gov.cn', { all }, (error, address) =>
        answers.push(error === null ? address : (error as { code?: string }).code),
      );
    expect(answers).toEqual([
      [{ address: '61.135.169.121', family: 4 }],
      'fetch/private-address',
      [{ address: '2400:3200::1', family: 6 }],
      '2400:3200::1',
    ]);
  });
});

describe('a redirect', () => {
  test.each([
    ['http://127.0.0.1:PORT/', 'fetch/private-address'],
    ['http://[::1]:PORT/', 'fetch/private-address'],
    ['http://[::ffff:127.0.0.1]:PORT/', 'fetch/private-address'],
    ['http://2130706433:PORT/', 'fetch/private-address'],
    ['http://0x7f.0.0.1:PORT/', 'fetch/private-address'],
    ['//127.1:PORT/', 'fetch/private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'fetch/private-address'],
    ['http://10.0.0.1/', 'fetch/private-address'],
    ['http://localhost:PORT/', 'fetch/host-not-allowed'],
    ['http://www.evil.com/', 'fetch/host-not-allowed'],
    ['http://user@site.example/', 'fetch/bad-address'],
    ['http://site.example:22/', 'fetch/port-not-allowed'],
    ['http://www.anqiu.gov.cn:5432/', 'fetch/port-not-allowed'],
  ])('to %s is not followed', async (location, code) => {
    const target = location.replace('PORT', String(server.port));
    server.handle = (_, response) => response.writeHead(302, { location: target }).end();
    const error = await failure(client().get(`${SITE}/a`));
    expect(error).toMatchObject({ code, attempts: 1 });
    expect(error.message).toMatch(/^http:\/\/site\.example\/a, redirected to http:\/\//);
    expect(server.asked).toEqual(['site.example/a']);
  });

  test('that leads back is noticed at once', async () => {
    server.handle = ({ url }, response) =>
      response.writeHead(302, { location: url === '/a' ? '/b' : '/a' }).end();
    const error = await failure(client().get(`${SITE}/a`));
    expect(error).toMatchObject({ code: 'fetch/redirects', attempts: 1 });
    expect(error.message).toContain('redirected in a circle, to http://site.example/a again');
    expect(server.asked).toEqual(['site.example/a', 'site.example/b']);
  });

  test.each([
    [302, 'GET '],
    [303, 'GET '],
    [307, 'POST x=1'],
    [308, 'POST x=1'],
  ])('%i of a form is followed by %s', async (status, question) => {
    let last = '';
    server.handle = async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      last = `${request.method} ${Buffer.concat(chunks)}`;
      if (request.url === '/b') response.end();
      else response.writeHead(status, { location: '/b' }).end();
    };
    await client().get(`${SITE}/a`, { form: 'x=1' });
    expect(last).toBe(question);
  });
});

describe('an answer that would cost too much is given up:', () => {
  const BOMB = Buffer.alloc(40 * 1024 * 1024); // Less than the limit of a body.
  const packed = (encoding: string, body: Buffer) => {
    server.handle = (_, response) => response.setHeader('content-encoding', encoding).end(body);
  };

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a bomb of %s', async (encoding, compress) => {
    packed(encoding, compress(BOMB));
    const error = await failure(client().get(SITE));
    expect(error).toMatchObject({ code: 'fetch/too-large', attempts: 1 });
    expect(error.message).toContain('as those of a compression bomb do');
  });

  test('a bomb in a bomb', async () => {
    packed('gzip, gzip', gzipSync(gzipSync(BOMB)));
    expect(await failure(client().get(SITE))).toMatchObject({ code: 'fetch/too-large' });
    packed('gzip, gzip, gzip', gzipSync('x'));
    expect(await failure(client().get(SITE))).toMatchObject({ code: 'fetch/encoding' });
  });

  test('a body larger than the source may have', async () => {
    server.handle = (_, response) => response.end(Buffer.alloc(2000));
    expect(await failure(client().get(SITE, { maxBytes: 1999 }))).toMatchObject({ code: 'fetch/too-large' });
    expect((await client().get(SITE, { maxBytes: 2000 })).body).toHaveLength(2000);
  });

  test('a header larger than any site needs', async () => {
    server.handle = (_, response) => response.setHeader('x-a', 'a'.repeat(40_000)).end();
    expect(await failure(client().get(SITE))).toMatchObject({ code: 'fetch/too-large', attempts: 1 });
  });

  test('a body that drips, and one that stops', async () => {
    server.handle = (_, response) => {
      response.write('a');
      const drip = setInterval(() => response.write('a'), 10);
      response.on('close', () => clearInterval(drip));
    };
    // Node 20 forgets AbortSignal.timeout() within AbortSignal.any() when it clears its memory (nodejs/node#57736).
    const clearing = setInterval(clearMemory, 50);
    const dripping = await failure(client({ attempts: 1, timeoutMs: 300 }).get(SITE));
    clearInterval(clearing);
    expect(dripping).toMatchObject({ code: 'fetch/timeout', status: null });
    server.handle = (_, response) => response.write('a');
    const stopped = await failure(client({ attempts: 1, idleMs: 50 }).get(SITE));
    expect(stopped.message).toContain('the answer stopped in the middle');
    server.handle = () => {};
    expect((await failure(client({ attempts: 1, idleMs: 50 }).get(SITE))).message).toContain(
      'no answer in time',
    );
  });
});

describe('half an answer is never a whole one:', () => {
  test('chunks that break off are asked for again', async () => {
    server.handle = (_, response) => {
      response.write('<html>half');
      if (server.asked.length < 3) setTimeout(() => response.destroy(), 5);
      else response.end(' whole</html>');
    };
    expect((await client().get(SITE)).body?.toString()).toBe('<html>half whole</html>');
    expect(server.asked).toHaveLength(3);
  });

  test('a connection closed before the stated length is an error after three attempts', async () => {
    server.handle = (_, response) => {
      response.shouldKeepAlive = false;
      response.setHeader('content-length', '100').write('half');
      setTimeout(() => response.socket?.end(), 5);
    };
    expect(await failure(client().get(SITE))).toMatchObject({ code: 'fetch/cut-short', attempts: 3 });
  });

  test('a page without length, chunks and end is suspect', async () => {
    const raw = (body: string) => {
      server.handle = (_, response) =>
        response.socket?.end(`HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n${body}`);
    };
    raw('<html><body>2021年度报告 一、总体情况');
    expect((await client().get(SITE)).suspect).toBe('the page has no end, and the site states no length');
    raw('<html><body>2021年度报告 一、总体情况</body></html> <!-- 3 ms -->');
    expect((await client().get(SITE)).suspect).toBeNull();
  });

  test('an error page served with 200 is suspect; its bytes are handed on', async () => {
    server.handle = (_, response) => response.end('<html><title>404</title>页面不存在</html>');
    const result = await client().get(SITE);
    expect(result.suspect).toBe('a page of the kind "not found": its title is "404"');
    expect(result.body).toHaveLength(46);
  });
});

describe('TLS', () => {
  let secure: Server | undefined;
  afterEach(() => {
    secure?.close();
    secure?.closeAllConnections();
  });

  async function fetchFrom(minVersion: SecureVersion, maxVersion: SecureVersion, tls: AllowedHost['tls']) {
    secure = createHttpsServer(
      { ...TEST_CERTIFICATE, minVersion, maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' },
      (_, response) => response.end('secret'),
    );
    const localHosts = new Map([['tls.example', { port: await listen(secure), https: true }]]);
    const network = { loopback: {}, allowedHosts: [allowed('tls.example', [443], tls)] };
    return client({ localHosts, network, attempts: 1 }).get('https://tls.example/');
  }

  test('certificates are checked, for old TLS too', async () => {
    for (const tls of ['verified', 'legacy'] as const) {
      const error = await failure(fetchFrom('TLSv1.2', 'TLSv1.3', tls));
      expect(error).toMatchObject({ code: 'fetch/tls', attempts: 1 });
      expect(error.message).toContain("the site's certificate is not valid");
    }
  });

  test('a host that only speaks TLS 1.0 is reached where the sources file says so, and not else', async () => {
    const error = await failure(fetchFrom('TLSv1', 'TLSv1', 'verified'));
    expect(error.code).toBe('fetch/tls');
    expect(error.message).toContain('add it to allow_hosts with tls: legacy');
    // As far as the certificate, which nobody trusts: TLS 1.0 is spoken.
    expect((await failure(fetchFrom('TLSv1', 'TLSv1', 'legacy'))).message).toContain('certificate is not');
  });

  test('a certificate that isn’t checked is told with the answer, and why', async () => {
    const result = await fetchFrom('TLSv1', 'TLSv1', 'insecure');
    expect(result.body?.toString()).toBe('secret');
    expect(result.note).toBe('certificate not checked: self-signed on the intranet');
  });
});

test('a stated loopback server is the only way to one', async () => {
  const network = { allowedHosts: [], loopback: { '127.0.0.1': server.port } };
  const own = client({ localHosts: new Map(), network });
  expect((await own.get(`http://127.0.0.1:${server.port}/x`)).body?.toString()).toBe('ok');
  expect(await failure(client().get(`http://127.0.0.1:${server.port}/x`))).toMatchObject({
    code: 'fetch/private-address',
  });
  expect(server.asked).toEqual([`127.0.0.1:${server.port}/x`]);
});

setFlagsFromString('--expose-gc');
const clearMemory = runInNewContext('gc') as () => void;
