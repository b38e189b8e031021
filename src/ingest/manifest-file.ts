import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CsvRow, readCsvRows } from './csv-rows.js';
import { decodeText } from './decode-text.js';
import { isDate } from './is-date.js';
import type { LocalFile } from './local-files.js';

/** What a person says of a local file: `manifest.csv` beside the files. */
export interface ManifestEntry {
  readonly unitId: string | null;
  readonly reportYear: number | null;
  readonly sourceUrl: string | null;
  readonly publishedOn: string | null;
}

/** A manifest with a typo: nothing is loaded until it is mended. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

export const MANIFEST_NAME = 'manifest.csv';

/** Entries by file path, of the manifests in the folders of these files. Columns: file, unit_id, year, source_url, published_on. */
export async function readManifests(
  files: readonly LocalFile[],
): Promise<ReadonlyMap<string, ManifestEntry>> {
  const entries = new Map<string, ManifestEntry>();
  for (const { path, bytes } of files.filter((file) => basename(file.path) === MANIFEST_NAME)) {
    for (const [place, row] of readRows(path, decodeText(await readFile(bytes ?? path))).entries()) {
      entries.set(
        join(dirname(path), need(row, 'file', `${path}:${place + 2}`)),
        readEntry(row, `${path}:${place + 2}`),
      );
    }
  }
  return entries;
}

function readRows(path: string, text: string): readonly CsvRow[] {
  try {
    return readCsvRows(text, COLUMNS);
  } catch (cause) {
    throw new ManifestError(`${path}: ${(cause as Error).message}`, { cause });
  }
}

function readEntry(row: CsvRow, place: string): ManifestEntry {
  const year = row.year ? Number(row.year) : null;
  if (year !== null && !(Number.isInteger(year) && year >= 2000 && year <= 2099))
    throw new ManifestError(`${place}: year: expected 2000 to 2099, got "${row.year}"`);
  if (row.published_on && !isDate(row.published_on)) {
    throw new ManifestError(`${place}: published_on: expected YYYY-MM-DD, got "${row.published_on}"`);
  }
  return {
    unitId: row.unit_id || null,
    reportYear: year,
    sourceUrl: row.source_url || null,
    publishedOn: row.published_on || null,
  };
}

function need(row: CsvRow, column: string, place: string): string {
  const value = row[column];
  if (!value) throw new ManifestError(`${place}: ${column}: expected a file name, got nothing`);
  return value;
}

const COLUMNS = ['file', 'unit_id', 'year', 'source_url', 'published_on'];
