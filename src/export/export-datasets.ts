import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../store/postgres/database.js';
import type { View } from '../store/views/view-columns.js';
import { UnknownNameError } from '../store/views/view-filters.js';
import { readViews, type ViewReader } from '../store/views/view-stream.js';
import { refuseDamagedPackage, writeChanges } from './changes.js';
import { writeFolder } from './draft-folder.js';
import type { Exported, ExportFormat, ExportOptions } from './export.js';
import { ExportFolderError } from './export-folder-error.js';
import { SUMS } from './package/checksums.js';

/** Writes public views into a folder, all on one state of the database; the files get their names when all are whole. */
export async function exportDatasets(
  db: Database,
  format: ExportFormat,
  options: ExportOptions,
): Promise<Exported> {
  const { out, against } = options;
  if (out.trim() === '') throw new ExportFolderError('--out: name a folder');
  await format.prepare?.(out);
  if (!format.whole) refusePackage(out);
  if (against !== undefined) await refuseDamagedPackage(against);
  return readViews(db, options, (reader) => {
    const views = chosenViews(reader.views, options.tables);
    const chosen = { ...reader, views, stream: told(reader, options) };
    return writeFolder(
      out,
      async (draft) => {
        if (reader.years.left.length === 0) draft.note(nothingLeft(reader.years.all));
        if (against !== undefined) await writeChanges(against, reader, draft, options);
        await format.write(chosen, draft, options);
      },
      format.whole,
    );
  });
}

/** A package stays what its checksums say. */
function refusePackage(out: string): void {
  if (existsSync(join(out, SUMS)))
    throw new ExportFolderError(`--out ${out} holds a package (${SUMS}): choose another folder`);
}

/** Streams that tell how far they are. */
function told({ stream }: ViewReader, { report }: ExportOptions): ViewReader['stream'] {
  return async function* (view) {
    let count = 0;
    for await (const rows of stream(view)) {
      count += rows.length;
      report?.progress(`export: ${view}, ${count} rows`);
      yield rows;
    }
  };
}

/** An empty dataset would look like an answer. */
function nothingLeft(years: readonly number[]): string {
  const held = years.length > 0 ? `there are reports of ${years.join(', ')}` : 'there are no reports at all';
  return `no report is what was asked for, so the tables have no figures; ${held}`;
}

function chosenViews(views: readonly View[], tables: readonly string[] | undefined): readonly View[] {
  const unknown = tables?.find((table) => !views.some(({ name }) => name === table));
  if (unknown !== undefined) {
    const names = views.map(({ name }) => name).join(', ');
    throw new UnknownNameError(`there is no table ${unknown}: there are ${names}`);
  }
  return tables ? views.filter(({ name }) => tables.includes(name)) : views;
}
