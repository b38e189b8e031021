import { existsSync } from 'node:fs';
import { readdir, rename, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DraftPlace } from './draft-folder.js';
import { clearLeftovers } from './draft-leftovers.js';
import { ExportFolderError } from './export-folder-error.js';
import { makeFolder } from './make-folder.js';

/** Drafts in a hidden folder of the target: its files take their places one by one, and others' files stay. */
export async function insideFolder(target: string): Promise<DraftPlace> {
  await makeFolder(target);
  await clearLeftovers(target, MARK);
  const drafts = join(target, `${MARK}${process.pid}`);
  return {
    drafts,
    finish: () => moveInto(drafts, target),
    leave: () => rmdir(target).catch(() => {}),
  };
}

/** File by file; a folder of partitions (figure/year=2023) as one, so that no year of an earlier export stays in it. */
async function moveInto(drafts: string, target: string): Promise<void> {
  const entries = await readdir(drafts, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) await refuseForeign(join(target, entry.name));
  }
  for (const { name } of entries) {
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

const MARK = '.part-';
const PARTITION = /^(year=.*|part-\d+\.parquet)$/;
