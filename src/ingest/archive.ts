import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ArchiveCorruptError, ArchiveError, ArchiveMissingError, archiveErrorOf } from './archive-error.js';

/** Originals exactly as they were served; a file's name is the SHA-256 of its bytes (64 hex digits, lower case). */
export interface Archive {
  /** Stores the bytes unless they are there. Throws ArchiveError, ArchiveCorruptError. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly created: boolean }>;
  /** The bytes, checked against their hash. Throws ArchiveMissingError, ArchiveCorruptError, ArchiveError. */
  get(sha256: string): Promise<Buffer>;
  /** Whether a file of that name is there; its bytes are not checked. */
  has(sha256: string): Promise<boolean>;
}

/**
 * Opens the archive `<dataFolder>/archive`, makes its folders, and clears what a killed process left behind.
 * Several processes may use one archive. Throws ArchiveError where the folder can't be used.
 */
export async function openArchive(dataFolder: string): Promise<Archive> {
  const root = join(dataFolder, 'archive');
  const temporary = join(root, 'tmp');
  await guarded('open the archive', root, async () => {
    await mkdir(dataFolder, { recursive: true });
    // Not in one: Node's recursive mkdir never ends where a file system takes no folders (/proc).
    for (const folder of [root, join(root, 'sha256'), temporary]) await makeOneFolder(folder);
    await removeLeftovers(temporary);
  });
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) {
      throw new ArchiveError(`not a SHA-256: "${sha256}"; expected 64 hex digits in lower case`, {
        path: root,
      });
    }
    return join(root, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };

  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      const created = await guarded('store an original', path, () => writeOnce(path, bytes, temporary));
      if (!created) await readChecked(path, sha256);
      return { sha256, created };
    },
    get: async (sha256) => readChecked(pathOf(sha256), sha256),
    async has(sha256) {
      const path = pathOf(sha256);
      return guarded('look for an original', path, () => exists(path));
    },
  };
}

/**
 * True if the file is new. A hard link makes it appear whole or not at all, and, unlike a rename,
 * never replaces what is there, whoever else writes at the same time.
 */
async function writeOnce(path: string, bytes: Uint8Array, temporary: string): Promise<boolean> {
  if (await exists(path)) return false;
  const draft = join(temporary, randomUUID());
  try {
    await writeDurably(draft, bytes);
    const newFolder = await mkdir(dirname(path), { recursive: true });
    await link(draft, path);
    await syncFolders(dirname(path), newFolder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft).catch(() => {}); // Never made, or cleared at a later opening.
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name durable, and the names of folders that had to be made for it. */
async function syncFolders(folder: string, firstMade: string | undefined): Promise<void> {
  if (process.platform === 'win32') return; // A folder can't be opened there; NTFS journals names itself.
  const last = firstMade === undefined ? folder : dirname(firstMade);
  for (let path = folder; path.length >= last.length; path = dirname(path)) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

async function readChecked(path: string, sha256: string): Promise<Buffer> {
  const bytes = await guarded('read an original', path, async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw new ArchiveMissingError(sha256, path);
      throw error;
    }
  });
  if (hashOf(bytes) !== sha256) throw new ArchiveCorruptError(sha256, path);
  return bytes;
}

async function removeLeftovers(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name);
    try {
      if (Date.now() - (await stat(path)).mtimeMs > LEFTOVER_AGE_MS) await unlink(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error; // Another process cleared it first.
    }
  }
}

async function makeOneFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function guarded<T>(action: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw archiveErrorOf(error, action, path);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** A draft that old can't be one that another process is still writing. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;
