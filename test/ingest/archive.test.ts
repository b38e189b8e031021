import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { ArchiveCorruptError, ArchiveError, ArchiveMissingError } from '../../src/ingest/archive-error.js';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const BYTES = Buffer.from('政府信息公开工作年度报告');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const fileOf = (sha256: string) =>
  join(data, 'archive/sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const drafts = () => readdir(join(data, 'archive/tmp'));

test('an original is stored once under its hash, and comes back byte for byte', async () => {
  const archive = await openArchive(data);
  expect(await archive.has(SHA256)).toBe(false);
  expect(await archive.put(BYTES)).toEqual({ sha256: SHA256, created: true });
  const before = await stat(fileOf(SHA256));
  expect(await archive.put(BYTES)).toEqual({ sha256: SHA256, created: false });
  const after = await stat(fileOf(SHA256));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  expect(await archive.get(SHA256)).toEqual(BYTES);
  expect(await archive.has(SHA256)).toBe(true);
  expect(await readFile(fileOf(SHA256))).toEqual(BYTES);
  expect(await drafts()).toEqual([]);
});

test('of many that store one original at the same time exactly one creates it', async () => {
  const archives = await Promise.all([openArchive(data), openArchive(data)]);
  const puts = await Promise.all(Array.from({ length: 20 }, (_, i) => archives[i % 2]!.put(BYTES)));
  expect(puts.filter(({ created }) => created)).toHaveLength(1);
  expect(await drafts()).toEqual([]);
});

test('a flipped byte is named by get and put, and the file is left as it is', async () => {
  const archive = await openArchive(data);
  await archive.put(BYTES);
  const flipped = Buffer.from(BYTES);
  flipped[5]! ^= 1;
  await writeFile(fileOf(SHA256), flipped);
  for (const act of [archive.get(SHA256), archive.put(BYTES)]) {
    const error = await act.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ArchiveCorruptError);
    expect((error as ArchiveCorruptError).sha256).toBe(SHA256);
    expect((error as ArchiveCorruptError).message).toContain(SHA256);
    expect((error as ArchiveCorruptError).message).toContain(fileOf(SHA256));
  }
  expect(await readFile(fileOf(SHA256))).toEqual(flipped);
});

test('an original that is not there is named as missing', async () => {
  const archive = await openArchive(data);
  await expect(archive.get(SHA256)).rejects.toBeInstanceOf(ArchiveMissingError);
  await expect(archive.get(SHA256)).rejects.toThrow(fileOf(SHA256));
});

test('nothing but a hash is a name', async () => {
  const archive = await openArchive(data);
  for (const name of ['../../etc/passwd', '', SHA256.toUpperCase(), `${SHA256}0`]) {
    await expect(archive.get(name)).rejects.toBeInstanceOf(ArchiveError);
    await expect(archive.has(name)).rejects.toThrow('not a SHA-256');
  }
});

test('what a killed process left is no original, and goes after a day', async () => {
  await openArchive(data);
  const [old, young] = ['old', 'young'].map((name) => join(data, 'archive/tmp', name)) as [string, string];
  await writeFile(old, BYTES.subarray(0, 7));
  await writeFile(young, BYTES.subarray(0, 7));
  const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
  await utimes(old, yesterday, yesterday);
  const archive = await openArchive(data);
  expect(await drafts()).toEqual(['young']);
  expect(await archive.has(SHA256)).toBe(false);
  expect((await archive.put(BYTES)).created).toBe(true);
});

test('a folder without write permission is named, with the advice, and nothing partial stays', async () => {
  const archive = await openArchive(data);
  await archive.put(BYTES);
  await chmod(data, 0o755);
  await chmod(join(data, 'archive/sha256'), 0o555);
  await chmod(join(data, 'archive/tmp'), 0o777);
  const other = Buffer.from('another');
  const error = await asOrdinaryUser(() => archive.put(other)).catch((reason: unknown) => reason);
  await chmod(join(data, 'archive/sha256'), 0o755);
  expect(error).toBeInstanceOf(ArchiveError);
  expect((error as Error).message).toMatch(
    /no permission for .*: let this user write there, then run again; nothing/,
  );
  expect(((error as Error).cause as NodeJS.ErrnoException).code).toBe('EACCES');
  expect(await drafts()).toEqual([]);
  expect(await archive.get(SHA256)).toEqual(BYTES);
});

test('a file in the way of the archive is named at opening', async () => {
  await mkdir(join(data, 'archive'));
  await writeFile(join(data, 'archive/sha256'), '');
  await expect(openArchive(data)).rejects.toThrow(ArchiveError);
  await expect(openArchive(join(data, 'archive/sha256'))).rejects.toThrow('a file is in the way');
});

/** Permissions don't bind root. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(65534);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}
