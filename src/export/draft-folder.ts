import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { besideFolder } from './drafts-beside.js';
import { insideFolder } from './drafts-inside.js';
import type { Exported, ExportedFile } from './export.js';

/** Files of an export that is under way. They stand in a hidden folder until all are whole. */
export interface DraftFolder {
  /** Where to write a file now that will have this name (with / for folders) in the end. */
  path(name: string): Promise<string>;
  /** Says that a file is whole. */
  add(name: string, rows: number): void;
  /** Something a reader should know; the same words are said once. */
  note(text: string): void;
}

/** Where drafts stand, and how they become what was asked for. */
export interface DraftPlace {
  readonly drafts: string;
  finish(): Promise<void>;
  /** Called at last, whether it was finished or not. */
  leave(): Promise<void>;
}

/**
 * Has files written and gives them their names when all are whole: killed or failed before that, what was there is as it
 * was. `whole`: the folder is replaced as one, else file by file.
 */
export async function writeFolder(
  out: string,
  write: (draft: DraftFolder) => Promise<void>,
  whole = false,
): Promise<Exported> {
  const { drafts, finish, leave } = await (whole ? besideFolder : insideFolder)(resolve(out));
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
    await finish();
  } finally {
    await rm(drafts, { recursive: true, force: true });
    await leave();
  }
  return { files, notes: [...notes] };
}
