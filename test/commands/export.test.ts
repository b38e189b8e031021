import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLI, nianbao } from './nianbao.js';

describe('nianbao export', () => {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-export-'));
  const env = { NIANBAO_DATA: join(root, 'data') };
  const run = (args: readonly string[], killAfterMs?: number) =>
    nianbao(['export', ...args], { env, ...(killAfterMs === undefined ? {} : { killAfterMs }) });

  beforeAll(async () => {
    expect((await nianbao(['run', '--once'], { env })).code).toBe(0);
    writeFileSync(join(root, 'file'), '');
  }, 300_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    [['--format', 'dbf', '--out', 'x'], 2, /expected csv, xlsx, parquet, jsonl, package/],
    [['--format', 'csv', '--out', 'x', '--for', 'me'], 2, /expected excel or machines/],
    [['--format', 'jsonl', '--out', 'x', '--for', 'excel'], 2, /--for is for --format csv/],
    [['--format', 'csv', '--out', 'x', '--year', '2023-2019'], 2, /the earlier year first/],
    [['--format', 'csv', '--out', 'x', '--under', 'nobody'], 2, /there is no unit nobody/],
    [['--format', 'csv', '--out', 'x', '--kind', 'castle'], 2, /there is no unit of kind castle/],
    [['--format', 'csv', '--out', 'x', '--form', 't1999'], 2, /there is no form t1999/],
    [['--format', 'csv', '--out', 'x', '--table', 'castle'], 2, /there is no table castle: there are/],
    [['--format', 'package', '--out', 'x', '--table', 'figure'], 2, /--table is not for --format package/],
    [['--format', 'csv', '--out', 'x', '--against', 'nowhere'], 2, /no package there/],
    [['--format', 'csv', '--out', 'x', '--against', 'y', '--form', 't2021'], 2, /not with --form/],
    [['--format', 'csv', '--out', 'FILE'], 2, /is a file: name a folder/],
    [['--format', 'csv', '--out', 'FILE/below'], 2, /is a file: name a folder/],
  ])('answers %j with exit code %i and a sentence', async (args, expected, message) => {
    const here = args.map((arg) => (arg === 'x' ? join(root, 'x') : arg.replace('FILE', join(root, 'file'))));
    const { code, stderr } = await run(here);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code, stderr).toBe(expected);
  });

  test('says at once where no folder can be made', async () => {
    for (const out of ['/proc/x', '/proc/x/y']) {
      const { code, stderr } = await run(['--format', 'csv', '--out', out], 60_000);
      expect(stderr).toMatch(/error: \/proc\/x: no folder can be made there/);
      expect(code).toBe(2);
    }
  });

  test('killed at any moment leaves the package of before, or none, and the next one clears up', async () => {
    const out = join(root, 'package');
    await runKilledMidway(['--format', 'package', '--out', out]);
    expect(existsSync(out)).toBe(false);
    expect((await run(['--format', 'package', '--out', out])).code).toBe(0);
    const whole = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
    for (let i = 0; i < 2; i++)
      await runKilledMidway(['--format', 'package', '--out', out, '--year', '2021']);
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(whole);
    expect(execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: out }).toString()).toBe('');
    expect(hidden()).toHaveLength(1);
    expect((await run(['--format', 'package', '--out', out])).code).toBe(0);
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(whole);
    expect(hidden()).toEqual([]);
  }, 300_000);

  const hidden = () => readdirSync(root).filter((name) => name.startsWith('.package.'));

  /** Ends it with SIGKILL when its drafts have begun to fill. */
  async function runKilledMidway(args: readonly string[]): Promise<void> {
    const before = new Set(hidden());
    const child = spawn(process.execPath, [CLI, 'export', ...args], { env: { ...process.env, ...env } });
    const ended = new Promise((resolve) => child.once('close', resolve));
    for (;;) {
      const drafts = hidden().find((name) => !before.has(name));
      if (drafts && existsSync(join(root, drafts, 'data', 'csv', 'figure.csv'))) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await ended;
  }
});
