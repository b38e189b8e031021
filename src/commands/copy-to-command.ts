import { serverAddressProblem } from '../config.js';
import { copyDatabase } from '../store/postgres/copy-database.js';
import { type Database, openDatabase } from '../store/postgres/database.js';
import { DatabaseUnavailableError } from '../store/postgres/database-unavailable.js';
import { migrate } from '../store/postgres/migrate.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao copy-to URL`: the move to a server. The archive stays; afterwards DATABASE_URL names the server. */
export async function copyToCommand({ config, log }: CommandContext, url: string): Promise<number> {
  const problem = serverAddressProblem(url);
  if (problem) throw new UsageError(`copy-to: ${problem}`);
  if (url === config.databaseUrl)
    throw new UsageError('copy-to: that is the database that DATABASE_URL names');
  const copied = await withDatabase(config, log, async ({ db }) => {
    const target = await openTarget(url, config.dataFolder);
    try {
      for (const note of (await migrate(target)).notes) log.warn(note);
      return await copyDatabase(db, target, ({ table, rows }) => log.info(`${table}: ${rows}`));
    } finally {
      await target.close();
    }
  });
  const rows = copied.reduce((sum, table) => sum + table.rows, 0);
  await writeResult(`tables ${copied.length}, rows ${rows}\n`);
  log.info(`Set DATABASE_URL to the new database, keep NIANBAO_DATA (the archive), then: nianbao verify`);
  return EXIT.done;
}

/** Its address was an argument: messages about it don't speak of the setting. */
async function openTarget(url: string, dataFolder: string): Promise<Database> {
  try {
    return await openDatabase({ url, dataFolder });
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error;
    const message = error.message.replaceAll('DATABASE_URL', 'the address given to copy-to');
    throw new DatabaseUnavailableError(message, { cause: error });
  }
}
