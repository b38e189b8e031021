import { readFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { decodeText } from '../decode-text.js';
import { isDate } from '../is-date.js';
import type { LocalFile } from '../local/local-files.js';
import { type CsvRow, readCsvRows } from './csv-rows.js';

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
    for (const [index, row] of readRows(path, decodeText(await readFile(bytes ?? path))).entries()) {
      const place = `${path}:${index + 2}`;
      const file = join(dirname(path), need(row, 'file', place));
      if (entries.has(file))
        throw new ManifestError(`${place}: file: ${row.file} has a row already; keep the right one`);
      entries.set(file, readEntry(row, place));
    }
  }
  return entries;
}

/**
 * The files that a manifest found in a folder names and the folder doesn't hold: a name with a typo, or a document that
 * is missing. Loaded like the others they fail, and are said.
 */
export function namedButMissing(
  files: readonly LocalFile[],
  manifest: ReadonlyMap<string, ManifestEntry>,
): readonly LocalFile[] {
  const there = new Set(files.map(({ path }) => path));
  const walked = files.filter(({ path, named }) => !named && basename(path) === MANIFEST_NAME);
  const folders = walked.map(({ path }) => join(dirname(path), sep));
  return [...manifest.keys()]
    .filter((path) => !there.has(path) && folders.some((folder) => path.startsWith(folder)))
    .map((path) => ({ path, named: true }));
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
  if (row.source_url && !isWebAddress(row.source_url)) {
    throw new ManifestError(
      `${place}: source_url: expected an address that starts with http:// or https://, got "${row.source_url}"`,
    );
  }
  return {
    unitId: row.unit_id || null,
    reportYear: year,
    sourceUrl: row.source_url || null,
    publishedOn: row.published_on || null,
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function need(row: CsvRow, column: string, place: string): string {
  const value = row[column];
  if (!value) throw new ManifestError(`${place}: ${column}: expected a file name, got nothing`);
  return value;
}

const COLUMNS = ['file', 'unit_id', 'year', 'source_url', 'published_on'];
