import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { CsvRecord } from './csv-table.js';

/** The rows of a Parquet file, or of all below a folder, in the order of their names; one row group in memory. */
export async function* parquetRecords(path: string): AsyncGenerator<CsvRecord> {
  for (const name of filesOf(path)) {
    const file = await asyncBufferFromFile(name);
    const metadata = await parquetMetadataAsync(file);
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd })) yield asTexts(row);
      rowStart = rowEnd;
    }
  }
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.parquet'))
    .sort()
    .map((name) => join(path, name));
}

function asTexts(row: Record<string, unknown>): CsvRecord {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || value === undefined ? '' : String(value),
    ]),
  );
}
