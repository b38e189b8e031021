import { writeFile } from 'node:fs/promises';
import type { View, ViewColumn } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';
import { CODEBOOK_COLUMNS, codebookMarkdown, codebookRows } from './codebook.js';
import type { DraftFolder } from './draft-folder.js';
import type { ExportFormat } from './export.js';
import { openCsv } from './export-csv.js';
import { openParquet } from './export-parquet.js';
import { oneBatch } from './one-batch.js';
import { checksumsText, SUMS, sumFiles } from './package/checksums.js';
import { citation } from './package/citation.js';
import { dataPackage } from './package/data-package.js';
import { packageReadme } from './package/package-readme.js';
import { rReader } from './package/r-reader.js';
import { refuseOtherThanPackage } from './package/refuse-other.js';
import { snapshotOf } from './package/snapshot-of.js';
import { stataDo } from './package/stata-do.js';
import { withoutClock } from './package/without-clock.js';
import { pour, type RowSink, rowsThatFit } from './row-sink.js';

/** A dataset to publish and to cite: the same data and version of the program give the same bytes. */
export const exportPackage: ExportFormat = {
  prepare: refuseOtherThanPackage,
  whole: true,
  async write(full, draft) {
    const { views, stream } = withoutClock(full);
    const rows = new Map<string, number>();
    const extracted = new Map<string, number>();
    let last: string | null = null;
    for (const view of views) {
      const collected = view.columns.findIndex(({ name }) => name === 'collected_at');
      const watched = watch(stream(view.name), (row) => {
        const at = row[collected] ?? null;
        if (at !== null && (last === null || at > last)) last = at;
      });
      const { all, extract } = await writeView(view, watched, draft);
      rows.set(view.name, all);
      extracted.set(view.name, extract);
    }
    const codebook = await openTable(draft, 'codebook.csv', CODEBOOK_COLUMNS);
    await pour(oneBatch(codebookRows(views)), [codebook]);
    const folder = await draft.path('');
    const sums = await sumFiles(folder);
    const snapshot = snapshotOf(sums);
    const breaks = extracted.get('unit_year') ?? 0;
    const problems = extracted.get('finding') ?? 0;
    const texts: Readonly<Record<string, string>> = {
      'README.md': packageReadme({ snapshot, rows, breaks, problems }),
      'codebook.md': codebookMarkdown(views),
      'import.do': stataDo(views, rows),
      'import.R': rReader(views),
      'CITATION.cff': citation(snapshot, last),
      'datapackage.json': dataPackage(views, sums, snapshot),
    };
    for (const [name, text] of Object.entries(texts)) await writeFile(await draft.path(name), text);
    await writeFile(await draft.path(SUMS), checksumsText(await sumFiles(folder)));
  },
};

/** Reads a view once, into all files that hold rows of it; gives how many it has, and how many its extract. */
async function writeView(
  view: View,
  stream: AsyncIterable<readonly ViewRow[]>,
  draft: DraftFolder,
): Promise<{ all: number; extract: number }> {
  const { name, columns } = view;
  const sinks = [
    await openTable(draft, `data/csv/${name}.csv`, columns),
    openParquet(view, draft, 'data/parquet/'),
  ];
  const extract = EXTRACTS[name];
  if (extract) {
    const place = columns.findIndex((column) => column.name === extract.column);
    const fits = (row: ViewRow) => extract.values.includes(row[place] ?? '');
    sinks.push(rowsThatFit(await openTable(draft, extract.file, columns), fits));
  }
  const counts = await pour(stream, sinks);
  return { all: counts[0]!, extract: counts[2] ?? 0 };
}

/** A CSV that is told to the draft when it is whole. */
async function openTable(draft: DraftFolder, name: string, columns: readonly ViewColumn[]): Promise<RowSink> {
  const file = await openCsv(await draft.path(name), { columns }, 'machines');
  return {
    write: (rows) => file.write(rows),
    async close() {
      const count = await file.close();
      draft.add(name, count);
      return count;
    },
  };
}

async function* watch(
  batches: AsyncIterable<readonly ViewRow[]>,
  look: (row: ViewRow) => void,
): AsyncGenerator<readonly ViewRow[]> {
  for await (const rows of batches) {
    rows.forEach(look);
    yield rows;
  }
}

/** Rows that stand in a file of their own as well: those of a view whose column holds one of these values. */
const EXTRACTS: Readonly<Record<string, { file: string; column: string; values: readonly string[] }>> = {
  unit_year: { file: 'breaks.csv', column: 'series_break', values: ['true'] },
  finding: { file: 'known-problems.csv', column: 'severity', values: ['blocker', 'error'] },
};
