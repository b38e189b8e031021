import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { ArchiveError } from '../../src/ingest/archive-error.js';

const disk = vi.hoisted(() => ({ full: false }));

/** A disk that takes half of a file and then is full. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (path, flags, mode) => {
    const file = await real.open(path, flags, mode);
    if (disk.full && flags === 'wx') {
      file.writeFile = async (bytes) => {
        const whole = bytes as Buffer;
        await file.write(whole.subarray(0, whole.length / 2));
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      };
    }
    return file;
  };
  return { ...real, open };
});

test('a full disk is said plainly, what was stored stays, no partial file does, and the next run goes on', async () => {
  const data = await mkdtemp(join(tmpdir(), 'archive-'));
  try {
    const archive = await openArchive(data);
    const { sha256 } = await archive.put(Buffer.from('stored before'));
    const bytes = Buffer.from('does not fit');
    disk.full = true;
    const error = await archive.put(bytes).catch((reason: unknown) => reason);
    disk.full = false;
    expect(error).toBeInstanceOf(ArchiveError);
    expect((error as Error).message).toMatch(
      /disk full: free space on the disk of .*, then run again; nothing already stored was changed/,
    );
    expect(((error as Error).cause as NodeJS.ErrnoException).code).toBe('ENOSPC');
    expect(await readdir(join(data, 'archive/tmp'))).toEqual([]);
    expect(await archive.has(createHash('sha256').update(bytes).digest('hex'))).toBe(false);
    expect((await archive.get(sha256)).toString()).toBe('stored before');
    expect((await archive.put(bytes)).created).toBe(true);
  } finally {
    await rm(data, { recursive: true });
  }
});
