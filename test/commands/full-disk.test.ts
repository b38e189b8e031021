import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nianbao } from './nianbao.js';

/** A small disk of its own; null where this machine lets nobody mount one. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', folder], { stdio: 'pipe' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

const disk = mountSmallDisk();

describe.skipIf(disk === null)('a full disk (skipped where no disk can be mounted)', () => {
  afterAll(() => {
    execFileSync('umount', [disk!]);
    rmSync(disk!, { recursive: true, force: true });
  });

  test('is named in one line with exit code 3, loses nothing, and once there is room the run completes', async () => {
    const env = { NIANBAO_DATA: join(disk!, 'data') };
    const ballast = join(disk!, 'ballast');
    expect((await nianbao(['status'], { env })).code).toBe(0);
    fill(ballast);
    const full = await nianbao(['run', '--once'], { env });
    expect(full.code, full.stderr).toBe(3);
    expect(full.stderr).toMatch(/disk is full/);
    expect(full.stderr).not.toMatch(/\n\s+at /);

    rmSync(ballast);
    const again = await nianbao(['run', '--once'], { env });
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toMatch(/11 reports of 8 units, 11 originals/);
    expect((await nianbao(['verify', '--all'], { env })).stdout).toMatch(/: 0 differences/);
  });

  test('that was full from the start is named too, not a damaged database', async () => {
    const env = { NIANBAO_DATA: join(disk!, 'new') };
    const ballast = join(disk!, 'ballast');
    fill(ballast);
    // Room for the folder, and not for what goes into it.
    truncateSync(ballast, statSync(ballast).size - 4 * 1024 * 1024);
    const { code, stderr } = await nianbao(['status'], { env });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error: .*the disk is full\. Free some space[^\n]*\n$/);
    rmSync(ballast);
    expect((await nianbao(['status'], { env })).code).toBe(0);
    rmSync(env.NIANBAO_DATA, { recursive: true });
  });

  test('met by an export is named with exit code 3, and nothing half-written stays', async () => {
    const env = { NIANBAO_DATA: mkdtempSync(join(tmpdir(), 'nianbao-data-')) };
    expect((await nianbao(['run', '--once'], { env })).code).toBe(0);
    const ballast = join(disk!, 'ballast');
    fill(ballast);
    for (const format of ['csv', 'xlsx', 'parquet', 'package']) {
      const out = join(disk!, 'out');
      const { code, stderr } = await nianbao(['export', '--format', format, '--out', out], { env });
      expect(code, stderr).toBe(3);
      expect(stderr).toMatch(/disk is full/);
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    }
    rmSync(ballast);
    rmSync(env.NIANBAO_DATA, { recursive: true });
  });
});

/** Takes what room there is, to the last block. */
function fill(path: string): void {
  for (const size of [1024 * 1024, 4096]) {
    const block = Buffer.alloc(size);
    try {
      for (;;) writeFileSync(path, block, { flag: 'a' });
    } catch {
      // No room for a block of this size: go on with smaller ones.
    }
  }
}
