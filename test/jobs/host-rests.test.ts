import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import type { JobContext } from '../../src/jobs/context.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { type LocalServer, localServer } from '../ingest/local-server.js';
import { onEachDatabase } from '../store/databases.js';
import { listPage, town, trsSource } from './publisher.js';

onEachDatabase('a host that asked for a rest', (database) => {
  let server: LocalServer;
  let context: JobContext;
  const asked: number[] = [];

  beforeAll(async () => {
    const { db, options } = database();
    await migrate(db);
    const archive = await openArchive(options.dataFolder);
    context = { db, archive, report: SILENT };
    server = await localServer(() => {});
  });
  afterAll(() => server.close());

  /** Asks `host` with a circuit breaker of its own, as another process has. */
  async function collect(host: string, answer: { status: number; retryAfter?: string }): Promise<string[]> {
    asked.length = 0;
    server.handle = (_, response) => {
      asked.push(performance.now());
      const { status, retryAfter } = answer;
      response.writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {}).end(listPage([]));
    };
    const { db } = context;
    await db.kysely.deleteFrom('raw.fetch').execute();
    const network = { allowedHosts: [], loopback: { [host]: server.port } };
    const sources = [trsSource(host.replace('.', '-'), host, [town('qingshan', '青杉')])];
    const file = { sources, due: [], expected: null, units: null, localSites: [], network };
    await runMainJob({ context, sources: file, userAgent: 'nianbao-test', limits: LIMITS }, 'collect');
    const rows = await db.kysely.selectFrom('raw.fetch').select('message').execute();
    return rows.flatMap(({ message }) => message ?? []);
  }

  test('for hours is not asked by another process, which says why', async () => {
    await collect('busy.example', { status: 503, retryAfter: '3600' });
    expect(asked).toHaveLength(1);
    const messages = await collect('busy.example', { status: 200 });
    expect(asked).toHaveLength(0);
    expect(messages.join()).toMatch(/circuit-open: .*busy\.example is left alone until .*503/);
    await collect('other.example', { status: 200 });
    expect(asked.length).toBeGreaterThan(0);
  });

  test('for seconds is asked by another process when they are over', async () => {
    await collect('short.example', { status: 429, retryAfter: '2' });
    const told = asked[0]!;
    await collect('short.example', { status: 200 });
    expect(asked[0]! - told).toBeGreaterThan(1900);
  });
});

const LIMITS = { attempts: 1, delayMs: 0 };
