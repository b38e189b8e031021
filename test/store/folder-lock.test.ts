import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/postgres/database.js';
import { DatabaseLockedError, lockFolder } from '../../src/store/postgres/folder-lock.js';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lock-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process that takes the folder; gives it and the first line that it says. */
async function other(): Promise<{ child: ChildProcess; says: string }> {
  const script = fileURLToPath(new URL('./hold-folder.js', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [chunk] = await once(child.stdout!, 'data');
  return { child, says: String(chunk).trim() };
}

const left = (over: object = {}): void =>
  writeFileSync(
    join(folder, 'database.lock'),
    JSON.stringify({
      pid: 1,
      host: hostname(),
      command: 'nianbao run',
      startedAt: '2024',
      processStart: null,
      ...over,
    }),
  );

test('a second process is told who holds the folder and what to do, and opens nothing', async () => {
  const { child, says } = await other();
  expect(says).toBe('held');
  const opening = openDatabase({ dataFolder: folder });
  await expect(opening).rejects.toThrow(DatabaseLockedError);
  await expect(opening).rejects.toThrow(
    new RegExp(`in use by process ${child.pid} on this host .*Wait for it or stop it.*DATABASE_URL`),
  );
  expect(existsSync(join(folder, 'pg'))).toBe(false);
});

test('a process is refused while this one holds the folder, and let in afterwards', async () => {
  const lock = await lockFolder(folder);
  expect((await other()).says).toMatch(new RegExp(`^DatabaseLockedError: .*process ${process.pid} `));
  await expect(lockFolder(folder)).rejects.toThrow(DatabaseLockedError);
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
  expect((await other()).says).toBe('held');
});

test('the lock of a killed process is taken over', async () => {
  const { child } = await other();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(join(folder, 'database.lock'))).toBe(true);
  const lock = await lockFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, 'database.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  await lock.release();
});

test('of many that find a dead lock at once exactly one gets the folder, every time', async () => {
  for (let round = 0; round < 30; round++) {
    left({ pid: 2 ** 22 + 1 });
    const contenders = Array.from({ length: 20 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i % 7));
      return lockFolder(folder);
    });
    const results = await Promise.allSettled(contenders);
    const taken = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    expect(taken).toHaveLength(1);
    const reasons = results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []));
    expect(reasons.every((reason) => reason instanceof DatabaseLockedError)).toBe(true);
    await taken[0]!.release();
  }
});

test.skipIf(!existsSync('/proc/self/stat'))(
  'a process number that was given out again is not the holder',
  async () => {
    left({ pid: process.pid, processStart: 'earlier boot:1' });
    await (await lockFolder(folder)).release();
  },
);

test('a holder on another host is never declared dead, and the file to delete is named', async () => {
  left({ host: 'elsewhere', pid: 2 ** 22 + 1 });
  await expect(lockFolder(folder)).rejects.toThrow(
    /on elsewhere .*If that process is gone, delete .*database\.lock/,
  );
});

test('a damaged lock file is named', async () => {
  writeFileSync(join(folder, 'database.lock'), '{');
  await expect(lockFolder(folder)).rejects.toThrow(
    /database\.lock is damaged: delete it if no nianbao is running/,
  );
});
