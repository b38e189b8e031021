import type { View } from '../store/view-columns.js';
import type { ViewReader, ViewRow } from '../store/view-stream.js';
import type { DraftFolder } from './draft-folder.js';
import type { ExportFormat } from './export.js';
import { openParquetFile, type ParquetFile } from './parquet-file.js';

/** A folder a public view: `figure/year=2023/part-0.parquet`, or `unit/part-0.parquet` where a view has no report year. */
export const exportParquet: ExportFormat = {
  async write(reader, draft) {
    for (const view of reader.views) await writeParquet(view, reader, draft, '');
  },
};

export async function writeParquet(
  view: View,
  reader: ViewReader,
  draft: DraftFolder,
  folder: string,
): Promise<string[]> {
  const year = view.columns.findIndex(({ name }) => name === 'report_year');
  const written: string[] = [];
  const inexact = (column: string, text: string): void =>
    draft.note(
      `${view.name}.${column}: ${text} has more digits than Parquet's DOUBLE holds; CSV and JSONL have them all`,
    );
  let open: { name: string; partition: string; file: ParquetFile } | null = null;
  const close = (): void => {
    const last = open;
    // A file that can't be closed isn't closed again.
    open = null;
    if (last) draft.add(last.name, last.file.close());
  };
  const switchTo = async (partition: string): Promise<ParquetFile> => {
    if (open?.partition === partition) return open.file;
    close();
    const name = `${folder}${view.name}/${partition}part-0.parquet`;
    const file = openParquetFile(await draft.path(name), view.columns, inexact);
    open = { name, partition, file };
    written.push(name);
    return file;
  };
  try {
    if (year < 0) await switchTo('');
    for await (const rows of reader.stream(view.name)) {
      for (const [partition, part] of byPartition(rows, year)) (await switchTo(partition)).write(part);
    }
  } finally {
    close();
  }
  return written;
}

/** The rows come by year; a batch may hold the end of one and the beginning of the next. */
function byPartition(rows: readonly ViewRow[], year: number): [string, ViewRow[]][] {
  const parts = new Map<string, ViewRow[]>();
  for (const row of rows) {
    const partition = year < 0 ? '' : `year=${row[year] ?? 'unknown'}/`;
    const part = parts.get(partition);
    if (part) part.push(row);
    else parts.set(partition, [row]);
  }
  return [...parts];
}
