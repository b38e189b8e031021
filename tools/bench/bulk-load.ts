import { openArchive } from '../../src/ingest/archive.js';
import { listLocalFiles } from '../../src/ingest/local/local-files.js';
import { checkUnits } from '../../src/jobs/check-units.js';
import type { JobContext } from '../../src/jobs/context.js';
import { loadFiles } from '../../src/jobs/load-files.js';
import { reparseArchive } from '../../src/jobs/reparse.js';
import type { UnitRecord } from '../../src/model/unit.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { checkStored } from './check-stored.js';

export interface BulkLoad {
  readonly url: string;
  readonly dataFolder: string;
  /** Of files; loaded whole. */
  readonly folder: string;
  readonly files: number;
  readonly units: readonly UnitRecord[];
}

export interface BulkSeconds {
  readonly load: number;
  readonly checks: number;
  /** The archive read and stored again by the main reader alone, where it was asked for. */
  readonly again: number;
}

/** What the `load` command does with a folder of files, into a new database; opening it is not counted. */
export async function bulkLoad(
  { url, dataFolder, folder, files, units }: BulkLoad,
  { check, again = false }: { check?: Parameters<typeof checkStored>[1]; again?: boolean } = {},
): Promise<BulkSeconds> {
  const db = await openDatabase({ url, dataFolder });
  try {
    await migrate(db);
    await saveUnits(db, units);
    const context = {
      db,
      archive: await openArchive(dataFolder),
      report: { info: () => {}, progress: () => {}, warn: fail },
    };
    globalThis.gc?.();
    const start = performance.now();
    const { loaded } = await loadFiles(context, await listLocalFiles([folder]), new Map(), new Date());
    const middle = performance.now();
    await checkUnits(context, new Date());
    const end = performance.now();
    if (loaded !== files) throw new Error(`${folder}: ${loaded} of ${files} reports were loaded`);
    if (check) await checkStored(db, check);
    const seconds = { load: (middle - start) / 1000, checks: (end - middle) / 1000 };
    return { ...seconds, again: again ? await readAgain(context, files) : 0 };
  } finally {
    await db.close();
  }
}

async function readAgain(context: JobContext, files: number): Promise<number> {
  const start = performance.now();
  const { loaded } = await reparseArchive(context, 'none');
  await checkUnits(context, new Date());
  const seconds = (performance.now() - start) / 1000;
  if (loaded !== files) throw new Error(`${loaded} of ${files} reports were stored again`);
  return seconds;
}

function fail(message: string): void {
  throw new Error(message);
}
