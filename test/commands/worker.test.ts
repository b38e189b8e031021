import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findServerBinaries } from '../../tools/postgres/find-binaries.js';
import { startServer, type TemporaryServer } from '../../tools/postgres/start-server.js';
import { CLI } from './nianbao.js';

/** Restarted by the test, so it is the test's own whatever TEST_DATABASE_URL says. */
const binaries = findServerBinaries();

describe.skipIf(!binaries)('a worker', () => {
  let server: TemporaryServer;
  beforeAll(async () => {
    server = await startServer(binaries!);
  }, 60_000);
  afterAll(() => server.stop());

  test('goes on when its database was restarted, until it is told to stop', async () => {
    const { child, hears, ended } = startWorker(server.url);
    await hears(/takes work from/);
    await server.restart(() => hears(/worker: .*; tries again every 5 seconds/));
    await hears(/takes work from[\s\S]*takes work from/);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 120_000);

  test('ends with 3 where there is no database from the start', async () => {
    const { hears, ended } = startWorker('postgresql://postgres@127.0.0.1:1/nobody');
    await hears(/nothing answers there/);
    expect(await ended).toBe(3);
  }, 60_000);
});

function startWorker(url: string) {
  const data = mkdtempSync(join(tmpdir(), 'nianbao-worker-'));
  const child: ChildProcess = spawn(process.execPath, [CLI, 'worker'], {
    env: { ...process.env, DATABASE_URL: url, NIANBAO_DATA: data },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let heard = '';
  child.stderr!.on('data', (bytes) => {
    heard += String(bytes);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const hears = async (words: RegExp): Promise<void> => {
    await expect.poll(() => heard, { timeout: 45_000, interval: 50 }).toMatch(words);
  };
  return { child, hears, ended };
}
