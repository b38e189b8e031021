import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { withoutApostrophe } from './csv-dialects.js';
import { type CsvRecord, csvRecords } from './csv-table.js';
import { ExportFolderError } from './export-folder-error.js';
import { SUMS } from './package/checksums.js';
import { parquetRecords } from './parquet-records.js';
import { sheetRecords } from './xlsx/sheet-records.js';

/**
 * The figures of an exported file or folder of any format, as texts, '' for null.
 * @throws ExportFolderError where there are none.
 */
export function exportedFigures(path: string): AsyncIterable<CsvRecord> {
  const file = fileOf(path);
  return (statSync(file).isDirectory() ? parquetRecords : (READERS[extname(file)] ?? figuresOfCsv))(file);
}

function fileOf(path: string): string {
  if (!existsSync(path)) throw new ExportFolderError(`--export ${path}: there is nothing of that name`);
  if (statSync(path).isFile() || readdirSync(path).some((name) => PARTITION.test(name))) return path;
  const file = FILES.map((name) => join(path, name)).find((name) => existsSync(name));
  if (file) {
    if (file === join(path, PACKAGED) && !existsSync(join(path, SUMS)))
      throw new ExportFolderError(
        `--export ${path}: ${SUMS} is missing, so it is no whole package; export it again`,
      );
    return file;
  }
  throw new ExportFolderError(
    `--export ${path}: no figures there that can be verified; expected ${FILES.join(', ')} `,
  );
}

function figuresOfCsv(file: string): AsyncIterable<CsvRecord> {
  return startsWithMark(file) ? unescaped(csvRecords(file)) : csvRecords(file);
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
/** Parquet's figures are a folder of years. */
const PARTITION = /^(year=|part-)/;
const FILES = ['figure.csv', PACKAGED, 'figure.jsonl', 'nianbao.xlsx', 'figure'];

/** By the end of a file's name. */
const READERS: Readonly<Record<string, (path: string) => AsyncIterable<CsvRecord>>> = {
  '.jsonl': jsonRecords,
  '.xlsx': (file) => sheetRecords(file, 'figure'),
  '.parquet': parquetRecords,
};
