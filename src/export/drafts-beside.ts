import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DraftPlace } from './draft-folder.js';
import { clearLeftovers, isLeft } from './draft-leftovers.js';
import { ExportFolderError } from './export-folder-error.js';
import { makeFolder } from './make-folder.js';

/** Drafts in a hidden folder beside the target, which they replace as one: it is never seen half-written. */
export async function besideFolder(target: string): Promise<DraftPlace> {
  const parent = dirname(target);
  await makeFolder(parent);
  await recover(target);
  const drafts = join(parent, `${draftMark(target)}${process.pid}`);
  const old = join(parent, `${oldMark(target)}${process.pid}`);
  return {
    drafts,
    finish: async () => {
      await setAside(target, old);
      await rename(drafts, target);
    },
    leave: async () => {
      // Where the new one didn't come, the old one goes back.
      if (existsSync(old) && !existsSync(target)) await rename(old, target);
      await rm(old, { recursive: true, force: true });
    },
  };
}

/** Two renames: a process killed between them leaves the earlier folder under its other name, to be put back here. */
async function recover(target: string): Promise<void> {
  const parent = dirname(target);
  const old = (await readdir(parent)).find((name) => isLeft(name, oldMark(target)));
  if (old && !existsSync(target)) await rename(join(parent, old), target);
  await clearLeftovers(parent, draftMark(target));
  await clearLeftovers(parent, oldMark(target));
}

async function setAside(target: string, old: string): Promise<void> {
  if (!existsSync(target)) return;
  try {
    await rename(target, old);
  } catch (error) {
    throw new ExportFolderError(
      `--out ${target} can't be replaced as a whole (${(error as NodeJS.ErrnoException).code}; is it a mount point?): name a folder inside it`,
      { cause: error },
    );
  }
}

function draftMark(target: string): string {
  return `.${basename(target)}.part-`;
}

function oldMark(target: string): string {
  return `.${basename(target)}.old-`;
}
