import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Exported, ExportedFile } from './export.js';
import { ExportFolderError } from './export-folder-error.js';

/** Files of an export that is under way. They stand in a hidden folder of the real one until all are whole. */
export interface DraftFolder {
  /** Where to write a file now that will have this name (with / for folders) in the end. */
  path(name: string): Promise<string>;
  /** Says that a file is whole. */
  add(name: string, rows: number): void;
  /** Something a reader should know; the same words are said once. */
  note(text: string): void;
}

/**
 * Has files written and gives them their names when all are whole: killed or failed before that, what was there is as it
 * was. `clear` makes room at that moment; a file named last proves the folder whole (SHA256SUMS).
 */
export async function writeFolder(
  out: string,
  write: (draft: DraftFolder) => Promise<void>,
  clear: (folder: string) => Promise<void> = async () => {},
): Promise<Exported> {
  const target = resolve(out);
  await refuseFile(target);
  await mkdir(target, { recursive: true });
  await clearLeftovers(target);
  const drafts = join(target, `${MARK}${process.pid}`);
  const files: ExportedFile[] = [];
  const notes = new Set<string>();
  try {
    await mkdir(drafts);
    await write({
      path: async (name) => {
        const path = join(drafts, name);
        await mkdir(dirname(path), { recursive: true });
        return path;
      },
      add: (name, rows) => void files.push({ path: join(out, name), rows }),
      note: (text) => void notes.add(text),
    });
    await clear(target);
    await moveInto(drafts, target);
  } finally {
    await rm(drafts, { recursive: true, force: true });
    await rmdir(target).catch(() => {});
  }
  return { files, notes: [...notes] };
}

/** The names in a folder, less what exports under way keep there. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith(MARK));
}

async function refuseFile(target: string): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (!found || found.isDirectory()) return;
  throw new ExportFolderError(`--out ${target} is a file: name a folder`);
}

/** File by file; a folder of partitions (figure/year=2023) as one, so that no year of an earlier export stays in it. */
async function moveInto(drafts: string, target: string): Promise<void> {
  const entries = await readdir(drafts, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) await refuseForeign(join(target, entry.name));
  }
  const last = entries.findIndex(({ name }) => name === SEAL);
  for (const { name } of [
    ...entries.filter((_, index) => index !== last),
    ...entries.slice(last, last + 1),
  ]) {
    const place = join(target, name);
    if (existsSync(place) && (await stat(place)).isDirectory())
      await rename(place, join(drafts, `${name}.old`));
    await rename(join(drafts, name), place);
  }
}

async function refuseForeign(folder: string): Promise<void> {
  const foreign = existsSync(folder) && (await readdir(folder)).find((name) => !PARTITION.test(name));
  if (!foreign) return;
  throw new ExportFolderError(`${folder} holds ${foreign}, which no export made: choose another folder`);
}

/** What killed processes left. A name with the number of a living process is that process's business. */
async function clearLeftovers(target: string): Promise<void> {
  for (const name of await readdir(target)) {
    if (!name.startsWith(MARK) || isAlive(Number(name.slice(MARK.length)))) continue;
    await rm(join(target, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const MARK = '.part-';
const SEAL = 'SHA256SUMS';
const PARTITION = /^(year=.*|part-\d+\.parquet)$/;
