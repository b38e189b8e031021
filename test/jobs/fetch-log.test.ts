import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import type { JobContext } from '../../src/jobs/context.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import type { FetchRules, Source, SourcesFile } from '../../src/model/source.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { type LocalServer, localServer } from '../ingest/local-server.js';
import { onEachDatabase } from '../store/databases.js';

const LIST =
  '<html><body><ul><li><a href="/1.html">2021年政府信息公开工作年度报告</a></li></ul></body></html>';

onEachDatabase('the log of fetches', (database) => {
  let server: LocalServer;
  let context: JobContext;

  beforeAll(async () => {
    const { db, options } = database();
    await migrate(db);
    const archive = await openArchive(options.dataFolder);
    context = { db, archive, report: SILENT };
    server = await localServer(({ url }, response) => {
      const isList = url === '/index.html';
      response.setHeader('content-type', 'text/html').setHeader('etag', '"1"');
      response.end(isList ? LIST : '<title>404</title>页面不存在');
    });
    server.handleRobots = ({ headers }, response) =>
      response.end(headers.host === 'closed.example' ? 'User-agent: *\nDisallow: /' : '');
  });
  afterAll(() => server.close());

  const source = (host: string, fetchRules?: FetchRules): Source => ({
    id: host.replace('.', '-'),
    family: 'trs',
    url: `http://${host}/index.html`,
    unitId: null,
    unitIds: [],
    years: null,
    delayMs: 0,
    params: {},
    select: null,
    verified: null,
    maxPages: 5,
    ...(fetchRules ? { fetchRules } : {}),
  });

  async function logOf(...sources: Source[]) {
    const { db } = context;
    await db.kysely.deleteFrom('raw.fetch').execute();
    const loopback = { 'closed.example': server.port, 'open.example': server.port };
    const file: SourcesFile = {
      sources,
      due: [],
      expected: null,
      units: null,
      localSites: [],
      network: { allowedHosts: [], loopback },
    };
    await runMainJob({ context, sources: file, userAgent: 'nianbao-test' }, 'collect');
    const rows = await db.kysely.selectFrom('raw.fetch').selectAll().orderBy('fetched_at').execute();
    return rows.map(({ url, status, outcome, message }) => ({ url, status, outcome, message }));
  }

  test('names the code of a refusal, and what to do', async () => {
    expect(await logOf(source('closed.example'))).toEqual([
      {
        url: 'http://closed.example/index.html',
        status: null,
        outcome: 'failed',
        message: expect.stringMatching(
          /^fetch\/robots: http:\/\/closed\.example\/index\.html: robots\.txt .*; ask its/,
        ),
      },
    ]);
    expect(await logOf(source('www.example.com'))).toMatchObject([
      { outcome: 'failed', message: expect.stringMatching(/^fetch\/host-not-allowed: /) },
    ]);
  });

  test('names the reason of an exception with each answer, and what makes an answer suspect', async () => {
    const robotsOff = '条例第二十三条规定的公开平台';
    const note = `robots.txt not asked: ${robotsOff}`;
    expect(await logOf(source('closed.example', { robotsOff }))).toEqual([
      { url: 'http://closed.example/index.html', status: 200, outcome: 'ok', message: note },
      {
        url: 'http://closed.example/1.html',
        status: 200,
        outcome: 'suspect',
        message: `a page of the kind "not found": its title is "404"; ${note}`,
      },
    ]);
    expect((await logOf(source('open.example'))).map(({ message }) => message)).toEqual([
      null,
      'a page of the kind "not found": its title is "404"',
    ]);
  });
});
