import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One local file, as named by the caller or found in a folder. */
export interface LocalFile {
  readonly path: string;
  /** Named on the command line: then it is a document whatever it holds; found in a folder, other kinds are passed over. */
  readonly named: boolean;
}

/** A path that isn't there or can't be looked at; nothing has been done. */
export class LocalPathError extends Error {
  override readonly name = 'LocalPathError';
}

export const STANDARD_INPUT = '-';

/** Files in a stable order: paths as given, folders walked by name. Hidden files and folders are left out. */
export async function listLocalFiles(paths: readonly string[]): Promise<readonly LocalFile[]> {
  const files: LocalFile[] = [];
  for (const path of paths) {
    if (path === STANDARD_INPUT) files.push({ path, named: true });
    else if ((await look(path)).isDirectory()) files.push(...(await walk(path)));
    else files.push({ path, named: true });
  }
  return files;
}

/** @throws the system's error when the file can't be read; a file over the cap is not read at all. */
export async function readLocalFile(path: string): Promise<Buffer> {
  if (path === STANDARD_INPUT) return readStandardInput();
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES)
    throw new LocalPathError(`${path}: ${size} bytes, over the limit of ${MAX_FILE_BYTES}; not read`);
  return readFile(path);
}

async function look(path: string): Promise<Awaited<ReturnType<typeof stat>>> {
  try {
    return await stat(path);
  } catch (cause) {
    throw new LocalPathError(`${path}: no such file or folder, or no permission to look at it`, { cause });
  }
}

async function walk(folder: string): Promise<LocalFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: LocalFile[] = [];
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(path)));
    else if (entry.isFile()) found.push({ path, named: false });
  }
  return found;
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > MAX_FILE_BYTES)
      throw new LocalPathError(`standard input: over the limit of ${MAX_FILE_BYTES} bytes; not read`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The largest report seen is a few megabytes; a web page or .docx beyond this is something else. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
