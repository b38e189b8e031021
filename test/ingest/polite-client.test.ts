import { beforeEach, describe, expect, test } from 'vitest';
import { createCircuitBreaker } from '../../src/ingest/http/circuit-breaker.js';
import { defaultLimits } from '../../src/ingest/http/fetch-limits.js';
import { readQuietHours } from '../../src/ingest/http/quiet-hours.js';
import type { LocalServer } from './local-server.js';
import { failure, SITE, siteAndClient } from './site-and-client.js';

/** The client's clock; it moves only when a test says so. */
let clock: number;
const { site, client } = siteAndClient(() => ({ now: () => clock, userAgent: USER_AGENT }));
let server: LocalServer;

beforeEach(() => {
  server = site();
  clock = Date.parse('2026-11-25T12:00:00+08:00');
});

const robotsText = (text: string, status = 200) => {
  server.handleRobots = (_, response) => response.writeHead(status).end(text);
};
const USER_AGENT = 'nianbao/0.1 (someone@example.gov.cn)';

describe('robots.txt', () => {
  test('is asked for once per host and day, before the first page', async () => {
    const own = client();
    await Promise.all(['/a', '/b', '/c'].map((path) => own.get(SITE + path)));
    await own.get('http://other.example/');
    clock += 23 * 3600_000;
    await own.get(`${SITE}/d`);
    expect(server.robots).toEqual(['site.example/robots.txt', 'other.example/robots.txt']);
    clock += 3600_000;
    await own.get(`${SITE}/e`);
    expect(server.robots).toHaveLength(3);
  });

  test('that forbids an address is obeyed: it is never asked for, and the error says what to do', async () => {
    robotsText('User-agent: *\nDisallow: /private/\nAllow: /private/nb/\n');
    const own = client();
    await own.get(`${SITE}/open`);
    await own.get(`${SITE}/private/nb/1.html`);
    const error = await failure(own.get(`${SITE}/private/1.html`));
    expect(error).toMatchObject({ code: 'fetch/robots', attempts: 1, status: null });
    expect(error.message).toBe(
      `${SITE}/private/1.html: robots.txt of site.example asks collectors not to visit /private/1.html; ` +
        'ask its operator, or, where the law obliges it to publish, say robots: { ignore: reason } for the source',
    );
    expect(server.asked).toEqual(['site.example/open', 'site.example/private/nb/1.html']);
  });

  test.each([
    [
      'rules for our name come before those for all',
      'User-agent: nianbao\nDisallow: /x\n\nUser-agent: *\nDisallow: /',
      true,
    ],
    ['rules for another collector are not ours', 'User-agent: evilbot\nDisallow: /', true],
    ['a byte order mark does not hide the first group', '\ufeffUser-agent: *\nDisallow: /', false],
    [
      'CRLF, comments and case do not matter',
      '# all\r\nUSER-AGENT: *\r\nDISALLOW: / # everything\r\n',
      false,
    ],
    ['patterns are understood', 'User-agent: *\nDisallow: /*.html$', false],
    ['an error page in its place forbids nothing', '<html><body>404 Disallow: /</body></html>', true],
    ['an empty one forbids nothing', '', true],
  ])('%s', async (_, text, isAllowed) => {
    robotsText(text);
    const asked = client().get(`${SITE}/a.html`);
    if (isAllowed) expect((await asked).status).toBe(200);
    else expect(await failure(asked)).toMatchObject({ code: 'fetch/robots' });
  });

  test.each([401, 403, 404, 410])('answered %i forbids nothing', async (status) => {
    robotsText('User-agent: *\nDisallow: /', status);
    expect((await client().get(SITE)).status).toBe(200);
  });

  test.each([500, 503, 429])('answered %i forbids all until it can be read', async (status) => {
    robotsText('', status);
    const own = client();
    const error = await failure(own.get(SITE));
    expect(error).toMatchObject({ code: 'fetch/robots-unreachable', status });
    expect(error.message).toContain(`nothing is fetched there while its robots.txt can't be read`);
    const asked = server.robots.length;
    expect(await failure(own.get(`${SITE}/b`))).toMatchObject({ code: 'fetch/robots-unreachable' });
    expect(server.robots).toHaveLength(asked);
    robotsText('');
    clock += 10 * 60_000;
    expect((await own.get(SITE)).status).toBe(200);
    expect(server.asked).toEqual(['site.example/']);
  });

  test('too large for one forbids all, and says so', async () => {
    robotsText('#'.repeat(600 * 1024));
    expect(await failure(client().get(SITE))).toMatchObject({ code: 'fetch/robots-unreachable' });
  });

  test('of a host that can’t be reached says that, and nothing of robots.txt', async () => {
    server.close();
    const error = await failure(client().get(SITE));
    expect(error).toMatchObject({ code: 'fetch/connection', status: null });
    expect(error.message).toBe(
      `${SITE}: the host refuses the connection (3 attempts); check the address in the sources file, or run again later`,
    );
  });

  test('is looked for where it redirects to, and asked again for the host that a page redirects to', async () => {
    server.handleRobots = ({ headers }, response) =>
      headers.host === 'site.example'
        ? response.writeHead(301, { location: 'http://other.example/r.txt' }).end()
        : response.end('User-agent: *\nDisallow: /no');
    server.handle = ({ url }, response) => {
      if (url === '/r.txt') response.end('User-agent: *\nDisallow: /never');
      else response.writeHead(302, { location: 'http://other.example/no' }).end();
    };
    const own = client();
    expect(await failure(own.get(`${SITE}/never`))).toMatchObject({ code: 'fetch/robots' });
    const error = await failure(own.get(`${SITE}/yes`));
    expect(error.code).toBe('fetch/robots');
    expect(error.message).toContain(
      `${SITE}/yes, redirected to http://other.example/no: robots.txt of other`,
    );
  });

  test('is not asked for where the source says why, and the answer says that', async () => {
    robotsText('User-agent: *\nDisallow: /');
    const result = await client().get(SITE, { robotsOff: '条例第二十三条' });
    expect(result.note).toBe('robots.txt not asked: 条例第二十三条');
    expect(server.robots).toEqual([]);
    expect((await client().get('http://other.example/', { robotsOff: 'x' })).suspect).toBeNull();
  });

  test('asks for a pause, which is kept where it is longer than ours, up to a limit', async () => {
    const starts: number[] = [];
    server.handle = (_, response) => {
      starts.push(performance.now());
      response.end();
    };
    robotsText('User-agent: *\nCrawl-delay: 0.2');
    const own = client();
    await own.get(`${SITE}/1`);
    await own.get(`${SITE}/2`);
    expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(190);
    robotsText('User-agent: *\nCrawl-delay: 86400');
    const bounded = client({ maxCrawlDelayMs: 1 });
    await bounded.get(`${SITE}/3`);
    await bounded.get(`${SITE}/4`);
    expect(starts).toHaveLength(4);
  });
});

describe('a host that keeps failing', () => {
  const broken = () => {
    server.handle = (_, response) => response.writeHead(503).end();
  };

  test('is left alone: requests fail at once, say until when, and send nothing; others go on', async () => {
    broken();
    const own = client();
    for (const path of ['/1', '/2'])
      expect(await failure(own.get(SITE + path))).toMatchObject({ status: 503 });
    expect(server.asked).toHaveLength(6);
    const error = await failure(own.get(`${SITE}/3`));
    expect(error).toMatchObject({ code: 'fetch/circuit-open', attempts: 1, status: null });
    expect(error.retryAt).toEqual(new Date(clock + 10 * 60_000));
    expect(error.message).toBe(
      `${SITE}/3: not asked: site.example is left alone until 2026-11-25T04:10:00.000Z ` +
        '(the site answered 503, 6 failures in a row); run again after that',
    );
    expect(server.asked).toHaveLength(6);
    server.handle = (_, response) => response.end('ok');
    expect((await own.get('http://other.example/')).status).toBe(200);
  });

  test('is tried with one request when the time is over; its answer opens or closes the host', async () => {
    broken();
    const own = client({ breakerFailures: 2, breakerMs: 1000 });
    await failure(own.get(`${SITE}/1`));
    clock += 999;
    expect(await failure(own.get(`${SITE}/2`))).toMatchObject({ code: 'fetch/circuit-open' });
    clock += 1;
    server.asked.length = 0;
    const trial = await Promise.all(['/3', '/4', '/5'].map((path) => failure(own.get(SITE + path))));
    expect(trial.map(({ code }) => code)).toEqual([
      'fetch/status',
      'fetch/circuit-open',
      'fetch/circuit-open',
    ]);
    expect(server.asked).toEqual(['site.example/3']);
    clock += 1000;
    server.handle = (_, response) => response.end('ok');
    await Promise.all(['/6', '/7'].map((path) => own.get(SITE + path)));
    broken();
    // The row begins anew.
    server.asked.length = 0;
    expect(await failure(own.get(`${SITE}/8`))).toMatchObject({ status: 503, attempts: 2 });
  });

  test('is one that fails in a row: an answer in between, 404 too, begins the row anew', async () => {
    const own = client({ breakerFailures: 4 });
    for (const status of [503, 404, 503]) {
      server.handle = (_, response) => response.writeHead(status).end();
      expect(await failure(own.get(SITE))).toMatchObject({ status, attempts: status === 503 ? 3 : 1 });
    }
  });

  test('is not one that answers 404, however often', async () => {
    server.handle = (_, response) => response.writeHead(404).end();
    const own = client({ breakerFailures: 2 });
    for (let i = 0; i < 5; i++) expect(await failure(own.get(`${SITE}/${i}`))).toMatchObject({ status: 404 });
  });
});

describe('Retry-After', () => {
  const busy = (retryAfter: string, date?: string) => {
    server.handle = (_, response) => {
      if (server.asked.length === 1)
        response.writeHead(503, { 'retry-after': retryAfter, ...(date ? { date } : {}) });
      response.end('ok');
    };
  };

  test('as a date is kept, by the clock of the site', async () => {
    busy('Wed, 01 Jan 2020 00:00:01 GMT', 'Wed, 01 Jan 2020 00:00:00 GMT');
    const start = performance.now();
    expect((await client().get(SITE)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(950);
    expect(server.asked).toHaveLength(2);
  });

  test.each([
    'Wed, 01 Jan 2020 00:00:00 GMT',
    '0',
    'soon',
    '-5',
  ])('"%s" is no reason to ask at once or never', async (header) => {
    busy(header);
    expect((await client().get(SITE)).status).toBe(200);
  });

  test.each([
    ['seconds', '3600', undefined],
    ['a date', 'Wed, 01 Jan 2020 01:00:00 GMT', 'Wed, 01 Jan 2020 00:00:00 GMT'],
  ])('of an hour, as %s, leaves the host alone for an hour', async (_, header, date) => {
    busy(header, date);
    const own = client();
    expect(await failure(own.get(SITE))).toMatchObject({ status: 503, attempts: 1 });
    clock += 3599_000;
    expect(await failure(own.get(SITE))).toMatchObject({ code: 'fetch/circuit-open' });
    clock += 1000;
    expect((await own.get(SITE)).status).toBe(200);
  });

  test('of years is a slip: a day at most', async () => {
    busy('999999999');
    const own = client();
    await failure(own.get(SITE));
    expect((await failure(own.get(SITE))).retryAt).toEqual(new Date(clock + 24 * 3600_000));
  });
});

test('in the quiet hours of a source nothing is sent, not even for robots.txt', async () => {
  const quietHours = readQuietHours('08:00-18:00')!;
  const own = client();
  const error = await failure(own.get(SITE, { quietHours }));
  expect(error).toMatchObject({ code: 'fetch/quiet-hours', retryAt: new Date('2026-11-25T18:00:00+08:00') });
  expect(error.message).toContain(
    '(quiet_hours: 08:00-18:00, Asia/Shanghai); run again after 2026-11-25T10:00',
  );
  expect([...server.asked, ...server.robots]).toEqual([]);
  clock += 6 * 3600_000;
  expect((await own.get(SITE, { quietHours })).status).toBe(200);
});

test('a rest that a host asked for outlasts the client, where they share what they know', async () => {
  const breaker = createCircuitBreaker(defaultLimits(), () => Date.now());
  server.handle = (_, response) => response.writeHead(429, { 'retry-after': '1' }).end();
  const first = client({ breaker, attempts: 1, now: Date.now });
  expect((await failure(first.get(`${SITE}/a`))).code).toBe('fetch/rate-limited');
  const asked = Date.now();
  server.handle = (_, response) => response.end('ok');
  await client({ breaker, now: Date.now }).get(`${SITE}/b`);
  expect(Date.now() - asked).toBeGreaterThan(900);
});
