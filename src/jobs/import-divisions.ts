import { readFile } from 'node:fs/promises';
import { DivisionsFileError, readDivisions } from '../ingest/registry/divisions-file.js';
import type { Database } from '../store/postgres/database.js';
import { bundledDivisions, saveDivisions } from '../store/units/divisions.js';

export interface ImportedDivisions {
  readonly edition: string;
  readonly divisions: number;
}

/** The list that ships with the program. */
export async function importBundledDivisions(db: Database): Promise<ImportedDivisions> {
  const { edition, csv } = await bundledDivisions();
  return importDivisions(db, csv, `divisions-${edition}.csv`, edition);
}

/** A list of another day, from a CSV with the columns code and name. */
export async function importDivisionsFile(
  db: Database,
  path: string,
  edition: string,
): Promise<ImportedDivisions> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new DivisionsFileError(`${path}: can't be read (${(cause as NodeJS.ErrnoException).code})`, {
      cause,
    });
  }
  return importDivisions(db, bytes, path, edition);
}

async function importDivisions(
  db: Database,
  bytes: Buffer,
  path: string,
  edition: string,
): Promise<ImportedDivisions> {
  const divisions = readDivisions(bytes, path);
  await saveDivisions(db, edition, divisions);
  return { edition, divisions: divisions.length };
}
