import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FolderError } from './folder-error.js';

/**
 * Makes a folder and those above it, one by one: Node's own recursive mkdir never ends where a file system takes no
 * folders (/proc).
 * @throws FolderError where a file has the name, or no folder can be made there.
 */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(unlessMissing);
  if (found?.isDirectory()) return;
  if (found) throw new FolderError(`${folder} is a file: name a folder`);
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const words = REASONS[code ?? ''];
    if (!words) throw error;
    throw new FolderError(`${folder}: ${words}`, { cause: error });
  }
}

/** A file on the way down answers ENOTDIR; the folder above says so. */
function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no folder can be made there',
  EACCES: 'this user may not make a folder there',
  EPERM: 'no folder can be made there',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
};
