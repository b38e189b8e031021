import { existsSync } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { dataDictionary, writeDictionaryWorkbook } from '../export/data-dictionary.js';
import type { Database } from '../store/postgres/database.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

export interface DictionaryCommandOptions {
  readonly format: string;
  readonly out?: string;
}

/** `nianbao dictionary`: every public table, column and indicator with its meaning, from the database's own comments. */
export async function dictionaryCommand(
  { config, log }: CommandContext,
  { format, out }: DictionaryCommandOptions,
): Promise<number> {
  const write = WRITERS[format];
  if (!write) throw new UsageError(`--format ${format}: expected ${Object.keys(WRITERS).join(' or ')}`);
  if (out === undefined && format !== 'md') throw new UsageError(`--format ${format} takes --out FILE`);
  if (out !== undefined) await refuseNoFile(out);
  await withDatabase(config, log, ({ db }) =>
    out === undefined ? dataDictionary(db).then(writeResult) : writeWhole(out, (path) => write(db, path)),
  );
  if (out !== undefined) await writeResult(`${out}\n`);
  return EXIT.done;
}

async function refuseNoFile(out: string): Promise<void> {
  const found = await stat(out).catch(() => null);
  // A file that takes the name of a device would take its place (/dev/null).
  if (found && !found.isFile()) throw new UsageError(`--out ${out} is no file: name one`);
  const folder = dirname(resolve(out));
  if (!existsSync(folder)) throw new UsageError(`--out ${out}: there is no folder ${folder}: make it first`);
}

/** The file gets its name when it is whole. */
async function writeWhole(out: string, write: (path: string) => Promise<void>): Promise<void> {
  const draft = `${out}.part-${process.pid}`;
  try {
    await write(draft);
    await rename(draft, out);
  } finally {
    await rm(draft, { force: true });
  }
}

const WRITERS: Readonly<Record<string, (db: Database, path: string) => Promise<void>>> = {
  md: async (db, path) => writeFile(path, await dataDictionary(db)),
  xlsx: writeDictionaryWorkbook,
};
