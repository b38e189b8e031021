import { closeSync, createReadStream, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withoutApostrophe } from './csv-dialects.js';
import { type CsvRecord, csvRecords } from './csv-table.js';
import { ExportFolderError } from './export-folder-error.js';
import { SUMS } from './package/checksums.js';

/**
 * The figures of an exported file or folder (CSV of either kind, package, JSONL), as texts, '' for null.
 * @throws ExportFolderError where there are none.
 */
export function exportedFigures(path: string): AsyncIterable<CsvRecord> {
  const file = fileOf(path);
  if (file.endsWith('.jsonl')) return jsonRecords(file);
  return startsWithMark(file) ? unescaped(csvRecords(file)) : csvRecords(file);
}

function fileOf(path: string): string {
  if (!existsSync(path)) throw new ExportFolderError(`--export ${path}: there is nothing of that name`);
  if (statSync(path).isFile()) return path;
  const file = FILES.map((name) => join(path, name)).find((name) => existsSync(name));
  if (file) {
    if (file === join(path, PACKAGED) && !existsSync(join(path, SUMS)))
      throw new ExportFolderError(
        `--export ${path}: ${SUMS} is missing, so it is no whole package; export it again`,
      );
    return file;
  }
  throw new ExportFolderError(
    `--export ${path}: no figures there that can be verified; expected ${FILES.join(', ')} (csv, jsonl or package)`,
  );
}

async function* unescaped(records: AsyncIterable<CsvRecord>): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    yield Object.fromEntries(Object.entries(record).map(([name, text]) => [name, withoutApostrophe(text)]));
  }
}

async function* jsonRecords(file: string): AsyncGenerator<CsvRecord> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const entries = Object.entries(JSON.parse(line) as Record<string, unknown>);
    yield Object.fromEntries(entries.map(([name, value]) => [name, value === null ? '' : String(value)]));
  }
}

/** The byte order mark tells a CSV for Excel. */
function startsWithMark(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(3);
    readSync(descriptor, start);
    return start.toString('hex') === 'efbbbf';
  } finally {
    closeSync(descriptor);
  }
}

const PACKAGED = 'data/csv/figure.csv';
const FILES = ['figure.csv', PACKAGED, 'figure.jsonl'];
