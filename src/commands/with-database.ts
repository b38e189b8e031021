import type { Config } from '../config.js';
import { openArchive } from '../ingest/archive.js';
import type { JobContext } from '../jobs/context.js';
import type { Log } from '../log.js';
import { type Database, openDatabase } from '../store/postgres/database.js';
import { migrate } from '../store/postgres/migrate.js';
import { makeDataFolder } from './make-data-folder.js';

/** Opens database and archive, brings the schema up to date, and closes all whatever happens. */
export function withDatabase<T>(
  config: Config,
  log: Log,
  work: (context: JobContext) => Promise<T>,
): Promise<T> {
  return withOpenDatabase(config, async (db) => {
    const { notes } = await migrate(db);
    for (const note of notes) log.warn(note);
    const archive = await openArchive(config.dataFolder);
    return work({ db, archive, report: log });
  });
}

/** Opens the database as it is, for those who may only read it. */
export async function withOpenDatabase<T>(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  await makeDataFolder(config.dataFolder);
  const db = await openDatabase({ url: config.databaseUrl ?? undefined, dataFolder: config.dataFolder });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
