import type { Database } from '../store/database.js';
import { readViews } from '../store/view-stream.js';
import { refuseDamagedPackage, writeChanges } from './changes.js';
import { writeFolder } from './draft-folder.js';
import type { Exported, ExportFormat, ExportOptions } from './export.js';

/** Writes every public view into a folder, all on one state of the database; the files get their names when all are whole. */
export async function exportDatasets(
  db: Database,
  format: ExportFormat,
  options: ExportOptions,
): Promise<Exported> {
  const { out, against } = options;
  await format.prepare?.(out);
  if (against !== undefined) await refuseDamagedPackage(against);
  return readViews(db, options, (reader) =>
    writeFolder(
      out,
      async (draft) => {
        if (against !== undefined) await writeChanges(against, reader, draft, options);
        await format.write(reader, draft, options);
      },
      format.clear,
    ),
  );
}
