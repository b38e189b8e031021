import { writeFile } from 'node:fs/promises';
import type { View } from '../store/view-columns.js';
import type { ViewReader, ViewRow } from '../store/view-stream.js';
import { CODEBOOK_COLUMNS, codebookMarkdown, codebookRows } from './codebook.js';
import type { DraftFolder } from './draft-folder.js';
import type { ExportFormat } from './export.js';
import { writeCsv } from './export-csv.js';
import { writeParquet } from './export-parquet.js';
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

/** A dataset to publish and to cite: the same data and version of the program give the same bytes. */
export const exportPackage: ExportFormat = {
  prepare: refuseOtherThanPackage,
  whole: true,
  async write(full, draft) {
    const reader = withoutClock(full);
    const { views } = reader;
    const rows = new Map<string, number>();
    let last: string | null = null;
    for (const view of views) {
      const collected = view.columns.findIndex(({ name }) => name === 'collected_at');
      const watched = watch(reader.stream(view.name), (row) => {
        const at = row[collected] ?? null;
        if (at !== null && (last === null || at > last)) last = at;
      });
      rows.set(view.name, await writeTable(draft, `data/csv/${view.name}.csv`, view, watched));
      await writeParquet(view, reader, draft, 'data/parquet/');
    }
    const breaks = await writePart(reader, draft, 'breaks.csv', 'unit_year', 'series_break', ['true']);
    const problems = await writePart(reader, draft, 'known-problems.csv', 'finding', 'severity', SERIOUS);
    await writeTable(draft, 'codebook.csv', { columns: CODEBOOK_COLUMNS }, oneBatch(codebookRows(views)));
    const folder = await draft.path('');
    const sums = await sumFiles(folder);
    const snapshot = snapshotOf(sums);
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

async function writeTable(
  draft: DraftFolder,
  name: string,
  view: Pick<View, 'columns'>,
  rows: AsyncIterable<readonly ViewRow[]>,
): Promise<number> {
  const count = await writeCsv(await draft.path(name), view, rows, 'machines');
  draft.add(name, count);
  return count;
}

/** The rows of a view whose column holds one of some values. */
function writePart(
  { views, stream }: ViewReader,
  draft: DraftFolder,
  name: string,
  viewName: string,
  column: string,
  values: readonly string[],
): Promise<number> {
  const view = views.find((known) => known.name === viewName)!;
  const place = view.columns.findIndex((known) => known.name === column);
  async function* chosen() {
    for await (const rows of stream(viewName)) {
      yield rows.filter((row) => values.includes(row[place] ?? ''));
    }
  }
  return writeTable(draft, name, view, chosen());
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

const SERIOUS = ['blocker', 'error'];
