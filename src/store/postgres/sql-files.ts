import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface SqlFile {
  /** From the file's name: NNNN_name.sql. */
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

/** The SQL files of a folder of the package, in order. */
export async function readSqlFiles(folder: 'migrations' | 'views'): Promise<SqlFile[]> {
  const root = new URL(`sql/${folder}/`, packageFolder());
  const names = (await readdir(fileURLToPath(root))).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number(FILE_NAME.exec(name)![1]),
      name: FILE_NAME.exec(name)![2]!,
      text: await readFile(new URL(name, root), 'utf8'),
    })),
  );
}

/** src/, dist/ and dist-tools/ stand in it, at different depths. */
export function packageFolder(): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) folder = new URL('..', folder);
  return folder;
}

/** Changes when any of the texts does. */
export function digestOfTexts(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

const FILE_NAME = /^(\d+)_([a-z0-9_]+)\.sql$/;
