import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ExportFolderError } from '../export-folder-error.js';
import { readChecksums, SUMS } from './checksums.js';

/** A package takes a folder of its own: an empty one, or an earlier package with nothing added. */
export async function refuseOtherThanPackage(folder: string): Promise<void> {
  const files = await filesOf(folder);
  const listed = new Set([SUMS, ...(await listedIn(folder))]);
  const foreign = files.find((file) => !listed.has(file));
  if (foreign === undefined) return;
  throw new ExportFolderError(
    `${folder} holds ${foreign}, which is no part of a package: name an empty folder`,
  );
}

async function listedIn(folder: string): Promise<string[]> {
  const path = join(folder, SUMS);
  return existsSync(path) ? [...readChecksums(await readFile(path, 'utf8')).keys()] : [];
}

/** Files below a folder, with / between names. */
async function filesOf(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
