import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ExportFolderError } from './export-folder-error.js';

/**
 * Makes a folder and those above it, one by one: Node's own recursive mkdir never ends where a file system takes no
 * folders (/proc).
 * @throws ExportFolderError where a file has the name, or no folder can be made there.
 */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(unlessMissing);
  if (found?.isDirectory()) return;
  if (found) throw new ExportFolderError(`--out ${folder} is a file: name a folder`);
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    throw new ExportFolderError(`--out ${folder}: no folder can be made there; name another place`, {
      cause: error,
    });
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
