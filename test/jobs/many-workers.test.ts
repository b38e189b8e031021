import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import type { JobContext } from '../../src/jobs/context.js';
import { enqueueMainJob } from '../../src/jobs/main-job.js';
import type { SourcesFile } from '../../src/model/source.js';
import { lastRun } from '../../src/store/collection/runs.js';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { ask } from '../store/ask.js';
import { findServerBinaries, startServer, type TestServer } from '../store/server.js';
import { type Publisher, publish, startPublisher, town, trsSource } from './publisher.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe.skipIf(findServerBinaries() === null && !process.env.TEST_DATABASE_URL)('four workers', () => {
  let server: TestServer;
  let publisher: Publisher;
  let db: Database;
  let context: JobContext;
  let env: Record<string, string>;
  const units = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥乾坤'].map((name, n) =>
    town(`unit-${n}`, `${name}山`),
  );
  const groups = [0, 6, 12, 18].map((start) => units.slice(start, start + 6));
  const hosts = ['a.example', 'a.example', 'b.example', 'b.example'];
  const sources = groups.map((group, n) => trsSource(`source-${n}`, hosts[n]!, group));
  const file = (): SourcesFile => ({
    sources,
    due: [],
    expected: null,
    units: null,
    localSites: ['a.example', 'b.example'].map((host) => ({ host, folder: '', port: publisher.port })),
  });
  const worker = (): ChildProcess =>
    spawn(process.execPath, [CLI, 'worker', '--once'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const ended = (child: ChildProcess): Promise<{ code: number | null; stderr: string }> => {
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr })));
  };
  const until = async (fact: () => boolean): Promise<void> => {
    while (!fact()) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  beforeAll(async () => {
    server = await startServer();
    publisher = await startPublisher(100);
    for (const [n, group] of groups.entries()) publish(publisher, sources[n]!, group);
    env = {
      DATABASE_URL: await server.createDatabase(),
      NIANBAO_DATA: mkdtempSync(join(tmpdir(), 'nianbao-workers-')),
    };
    db = await openDatabase({ url: env.DATABASE_URL, dataFolder: env.NIANBAO_DATA! });
    await migrate(db);
    await saveUnits(db, units);
    context = { db, archive: await openArchive(env.NIANBAO_DATA!), report: SILENT };
  });
  afterAll(async () => {
    await db?.close();
    publisher?.close();
    await server?.stop();
  });

  test('hold all that was published exactly once, one of them killed, and no host is asked twice at once', async () => {
    await enqueueMainJob({ context, sources: file(), userAgent: 'nianbao/test' });
    const killed = worker();
    const gone = ended(killed);
    await until(() => hosts.every((host) => publisher.asked.filter((a) => a.host === host).length >= 4));
    const others = [worker(), worker(), worker()].map(ended);
    await until(() => publisher.asked.length >= 14);
    killed.kill('SIGKILL');
    await gone;
    for (const { code, stderr } of await Promise.all(others)) expect(code, stderr).toBe(0);

    expect(
      await ask(db, 'select count(*)::int as urls, count(distinct url)::int as once from raw.capture'),
    ).toEqual([{ urls: 24, once: 24 }]);
    const reports = await ask<{ unit_id: string }>(
      db,
      'select unit_id from core.report where report_year = 2022 order by unit_id',
    );
    expect(reports.map(({ unit_id }) => unit_id)).toEqual(units.map(({ unitId }) => unitId).sort());
    expect(publisher.asked.every(({ status }) => status !== 404)).toBe(true);
    expect(overlaps()).toEqual([]);
    expect(await lastRun(db)).toMatchObject({ job: 'run', error: null, parsed: 24, loaded: 24, failed: 0 });
    expect(await ask(db, "select count(*)::int as left from pgboss.job where state < 'completed'")).toEqual([
      { left: 0 },
    ]);
  });

  test('a second run asks only whether anything has changed', async () => {
    const before = publisher.asked.length;
    await enqueueMainJob({ context, sources: file(), userAgent: 'nianbao/test' });
    const { code, stderr } = await ended(worker());
    expect(code, stderr).toBe(0);
    const asked = publisher.asked.slice(before);
    expect(asked).toHaveLength(28);
    expect(asked.every(({ status }) => status === 304)).toBe(true);
    expect(await lastRun(db)).toMatchObject({ found: 24, fetched: 0, parsed: 0, loaded: 0, failed: 0 });
    expect(overlaps()).toEqual([]);
  });

  test('one that is stopped for longer than its lease asks for nothing more when it goes on', async () => {
    const late = [...'风雨雷电云雾霜雪'].map((name, n) => town(`late-${n}`, `${name}山`));
    await saveUnits(db, late);
    const source = trsSource('late', 'a.example', late);
    publish(publisher, source, late);
    const before = publisher.asked.length;
    await enqueueMainJob({ context, sources: { ...file(), sources: [source] }, userAgent: 'nianbao/test' });
    const slow = worker();
    const slowEnded = ended(slow);
    await until(() => publisher.asked.length >= before + 4);
    slow.kill('SIGSTOP');
    const stoppedAt = publisher.asked.length;
    const other = ended(worker());
    await until(() => publisher.asked.length > stoppedAt);
    slow.kill('SIGCONT');
    for (const { code, stderr } of [await slowEnded, await other]) expect(code, stderr).toBe(0);
    expect((await slowEnded).stderr).toContain('this process was held up');
    expect(overlaps()).toEqual([]);
    expect(
      await ask(db, "select count(*)::int as held from core.report where unit_id like 'late-%'"),
    ).toEqual([{ held: 8 }]);
    expect(await lastRun(db)).toMatchObject({ loaded: 8, failed: 0 });
  });

  /** Requests to one host that began before the one before had ended. */
  function overlaps(): string[] {
    return ['a.example', 'b.example'].flatMap((host) => {
      const log = publisher.asked.filter((asked) => asked.host === host).sort((a, b) => a.from - b.from);
      return log
        .slice(1)
        .flatMap((asked, n) => ((log[n]!.to ?? Number.POSITIVE_INFINITY) > asked.from ? asked.path : []));
    });
  }
});
