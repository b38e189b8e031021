import { readSourcesFile } from '../ingest/sources/sources-file.js';
import { enqueueMainJob } from '../jobs/main-job.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { keepRunning } from './keep-running.js';
import { runOnce } from './run-command.js';
import { sharedDatabase } from './start-board.js';
import { withDatabase } from './with-database.js';

/**
 * `nianbao schedule`: puts the work on the queue when its time comes, for `nianbao worker` to do; the sources file is
 * read again each time. The embedded database serves one process, which then does the work itself.
 */
export async function scheduleCommand(
  context: CommandContext,
  options: { readonly sources?: string },
): Promise<number> {
  const { config, log } = context;
  const path = options.sources ?? config.sampleSources;
  await readSourcesFile(path);
  const database = await sharedDatabase(config, log);
  await keepRunning(context, async () => {
    const sources = await readSourcesFile(path);
    if (config.databaseUrl === null) {
      await runOnce(config, log, database, sources, false);
      return;
    }
    await withDatabase(config, log, (job) =>
      enqueueMainJob({ context: job, sources, userAgent: config.userAgent }),
    );
    log.info('schedule: the work is on the queue; nianbao worker does it');
  });
  await database.close();
  return EXIT.done;
}
