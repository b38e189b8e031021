import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { decodeText } from '../decode-text.js';

/** One local file, as named by the caller or found in a folder. */
export interface LocalFile {
  readonly path: string;
  /** Named on the command line: then it is a document whatever it holds; found in a folder, other kinds are passed over. */
  readonly named: boolean;
  /** The path's bytes where they are not UTF-8: names from Chinese Windows are GBK. `path` is what they say. */
  readonly bytes?: Buffer;
  /** Why something in a folder is no document. */
  readonly passedOver?: string;
  /** Of a folder in a folder that can't be listed: what it holds is missing, so it fails like a file that can't be read. */
  readonly failure?: Error;
}

/** A path that isn't there or can't be looked at; nothing has been done. */
export class LocalPathError extends Error {
  override readonly name = 'LocalPathError';
}

/** A file that is there and can't be read. The message is in Chinese and says what to do. */
export class LocalFileError extends Error {
  override readonly name = 'LocalFileError';
}

export const STANDARD_INPUT = '-';

/**
 * Files in a stable order: paths as given, folders walked by name. Hidden files and folders are left out. Links to files
 * are files; links to folders are passed over: they may lead round in a circle, or over the whole disk.
 */
export async function listLocalFiles(paths: readonly string[]): Promise<readonly LocalFile[]> {
  const files: LocalFile[] = [];
  for (const path of paths) {
    if (path === STANDARD_INPUT || !(await look(path)).isDirectory()) files.push({ path, named: true });
    else {
      const found = await walk({ path });
      if (found[0]?.failure && found[0].path === path) throw unseen(path, found[0].failure);
      files.push(...found);
    }
  }
  return files;
}

/** @throws LocalFileError; a file over the cap is not read to its end. */
export async function readLocalFile({ path, bytes, failure }: LocalFile): Promise<Buffer> {
  try {
    if (failure) throw failure;
    if (path === STANDARD_INPUT) return await readCapped(process.stdin);
    const place = bytes ?? path;
    const found = await stat(place);
    // Pipes and devices have no size; /dev/zero has no end.
    if (!found.isFile() && !found.isDirectory()) return await readCapped(createReadStream(place));
    if (found.size > MAX_FILE_BYTES) throw tooLarge();
    return await readFile(place);
  } catch (cause) {
    if (cause instanceof LocalFileError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new LocalFileError(`文件无法读取：${REASONS[code ?? ''] ?? message}`, { cause });
  }
}

async function look(path: string): Promise<Awaited<ReturnType<typeof stat>>> {
  try {
    return await stat(path);
  } catch (cause) {
    throw unseen(path, cause);
  }
}

function unseen(path: string, cause: unknown): LocalPathError {
  // A shell gives names in any charset; what arrives here is UTF-8 or broken.
  const advice = path.includes('\ufffd') ? ' (its name is not UTF-8; name the folder that it is in)' : '';
  const words = `${path}: no such file or folder, or no permission to look at it${advice}`;
  return new LocalPathError(words, { cause });
}

type Place = Pick<LocalFile, 'path' | 'bytes'>;

async function walk(folder: Place): Promise<LocalFile[]> {
  const found: LocalFile[] = [];
  try {
    for (const entry of await list(folder)) {
      const place = placeIn(folder, entry.name);
      const file = { ...place, named: false };
      const kind = entry.isSymbolicLink() ? await stat(place.bytes ?? place.path).catch(() => null) : entry;
      if (entry.isDirectory()) found.push(...(await walk(place)));
      // A link that leads nowhere stands for a file that is missing.
      else if (kind === null || kind.isFile()) found.push(file);
      else found.push({ ...file, passedOver: kind.isDirectory() ? LINKED_FOLDER : 'not a file' });
    }
  } catch (failure) {
    return [{ ...folder, named: false, failure: failure as Error }];
  }
  return found;
}

async function list({ path, bytes }: Place) {
  const entries = await readdir(bytes ?? path, { withFileTypes: true, encoding: 'buffer' });
  return entries.filter(({ name }) => name[0] !== DOT).sort((a, b) => Buffer.compare(a.name, b.name));
}

function placeIn(folder: Place, name: Buffer): Place {
  const path = join(folder.path, decodeText(name));
  if (!folder.bytes && isUtf8(name)) return { path };
  return { path, bytes: Buffer.concat([folder.bytes ?? Buffer.from(folder.path), Buffer.from(sep), name]) };
}

async function readCapped(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): LocalFileError {
  return new LocalFileError(`文件超过 ${MAX_FILE_BYTES / MEGABYTE} MB，未读取；请核对是不是年报`);
}

const DOT = '.'.charCodeAt(0);
const MEGABYTE = 1024 * 1024;
/** The largest report seen is a few megabytes; a web page or .docx beyond this is something else. */
const MAX_FILE_BYTES = 100 * MEGABYTE;

const LINKED_FOLDER = 'a link to a folder; name that folder to have it read';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有读取的权限，请核对文件和所在文件夹的权限',
  EPERM: '没有读取的权限，请核对文件和所在文件夹的权限',
  ENOENT: '文件不在了，或者链接指向的文件不存在',
  ELOOP: '链接互相指向，没有文件',
  EISDIR: '这是文件夹，不是文件',
  ENAMETOOLONG: '路径太长，请把文件移到浅一些的文件夹',
  EIO: '磁盘读取出错，请检查磁盘',
};
