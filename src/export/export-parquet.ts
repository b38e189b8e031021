import type { View } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';
import type { DraftFolder } from './draft-folder.js';
import type { ExportFormat } from './export.js';
import { openParquetFile, type ParquetFile } from './parquet-file.js';
import { closeAll, pour, type RowSink } from './row-sink.js';

/** A folder a public view: `figure/year=2023/part-0.parquet`, or `unit/part-0.parquet` where a view has no report year. */
export const exportParquet: ExportFormat = {
  async write({ views, stream }, draft) {
    for (const view of views) await pour(stream(view.name), [openParquet(view, draft, '')]);
  },
};

/**
 * The files of a view, below a folder of the draft: of every year one is open, and together they hold one row group in
 * memory. After `partGroups` row groups a year goes on in another part.
 */
export function openParquet(
  view: View,
  draft: DraftFolder,
  folder: string,
  partGroups: number = PART_GROUPS,
): RowSink {
  const year = view.columns.findIndex(({ name }) => name === 'report_year');
  const inexact = (column: string, text: string): void =>
    draft.note(
      `${view.name}.${column}: ${text} has more digits than Parquet's DOUBLE holds; CSV and JSONL have them all`,
    );
  const open = new Map<string, OpenPart>();
  const parts = new Map<string, number>();
  let count = 0;
  const start = async (partition: string): Promise<ParquetFile> => {
    const number = parts.get(partition) ?? 0;
    parts.set(partition, number + 1);
    const name = `${folder}${view.name}/${partition}part-${number}.parquet`;
    const file = openParquetFile(await draft.path(name), view.columns, inexact);
    open.set(partition, { name, file });
    return file;
  };
  const finish = (partition: string, { name, file }: OpenPart): number => {
    open.delete(partition);
    const rows = file.close();
    draft.add(name, rows);
    count += rows;
    return rows;
  };
  return {
    async write(rows) {
      for (const [partition, some] of byPartition(rows, year)) {
        const file = open.get(partition)?.file ?? (await start(partition));
        file.write(some);
      }
      if (heldBy(open) < 1) return;
      for (const [partition, part] of open) {
        part.file.flush();
        if (part.file.groups() >= partGroups) finish(partition, part);
      }
    },
    async close() {
      if (year < 0 && parts.size === 0) await start('');
      await closeAll([...open].map(([partition, part]) => ({ close: () => finish(partition, part) })));
      return count;
    },
  };
}

interface OpenPart {
  readonly name: string;
  readonly file: ParquetFile;
}

function heldBy(open: ReadonlyMap<string, OpenPart>): number {
  return [...open.values()].reduce((sum, { file }) => sum + file.held(), 0);
}

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

/** Of one file, whose foot describes every row group and waits in memory until the end. */
const PART_GROUPS = 50;
