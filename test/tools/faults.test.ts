import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawWorld } from '../../tools/faults/draw-world.js';
import { FAULT_KINDS } from '../../tools/faults/fault-kinds.js';
import { judgeRate } from '../../tools/faults/judge-rate.js';
import type { LoggedRequest } from '../../tools/faults/request-log.js';
import { findServerBinaries } from '../store/server.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

describe.skipIf(findServerBinaries() === null && !process.env.DATABASE_URL)(
  'collection from failing sites',
  () => {
    // A process that is killed, or one of four, has to be a program of its own.
    beforeAll(async () => void (await run('npm', ['run', '--silent', 'tools'], { cwd: ROOT })));

    test('loses nothing, holds nothing twice and asks nobody too often, killed and shared', async () => {
      const program = ['dist-tools/tools/faults/faults.js', '--runs', '6', '--seed', '3'];
      const { stdout } = await run(process.execPath, program, { cwd: ROOT });
      const last = stdout.trimEnd().split('\n').at(-1)!;
      const [, published, held] = /^published (\d+) held (\d+) lost 0 duplicated 0 over_rate 0$/.exec(last)!;
      expect(Number(published)).toBeGreaterThan(10);
      expect(held).toBe(published);
      expect(stdout).toMatch(/in [1-9]\d* four workers shared the work/);
    });
  },
);

describe('a world', () => {
  test('is the same for the same seed, and has only the faults that are asked for', () => {
    const only = FAULT_KINDS.filter(({ name }) => name === 'reset');
    const told = (seed: number) =>
      JSON.stringify(drawWorld(seed, 'killed', only).hosts.map(({ sites }) => sites));
    expect(told(5)).toBe(told(5));
    expect(told(5)).not.toBe(told(6));
    const faults = drawWorld(5, 'alone', only).hosts.flatMap((host) => host.faults);
    expect(new Set(faults.map(({ kind }) => kind.name))).toEqual(new Set(['reset']));
  });
});

describe('requests above the allowed rate', () => {
  const world = { ...drawWorld(1, 'alone'), hosts: [{ ...drawWorld(1, 'alone').hosts[0]!, host: 'a' }] };
  const asked = (from: number, change: Partial<LoggedRequest> = {}): LoggedRequest => ({
    ...{ host: 'a', path: `/${from}`, asked: 'page', round: 1, from, earliest: from, to: from + 1 },
    ...{ overlaps: false, retryAfterMs: 0, fault: null, status: 200 },
    ...change,
  });
  const judged = (...log: LoggedRequest[]) => judgeRate(world, log).length;

  test('are those that begin while one goes on, right after one, or before a Retry-After is over', () => {
    expect(judged(asked(0), asked(50))).toBe(0);
    expect(judged(asked(0), asked(50, { overlaps: true }))).toBe(1);
    expect(judged(asked(0), asked(5))).toBe(1);
    expect(judged(asked(0, { retryAfterMs: 1000 }), asked(500))).toBe(1);
    expect(judged(asked(0, { retryAfterMs: 1000 }), asked(1001))).toBe(0);
  });

  test('are those that are a little too early each time', () => {
    expect(judged(...[0, 14, 28, 42, 56, 70].map((from) => asked(from)))).toBe(1);
  });

  test('are not those that were only seen late', () => {
    expect(judged(asked(45, { earliest: 0 }), asked(50))).toBe(0);
  });
});
