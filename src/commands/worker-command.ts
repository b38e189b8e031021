import { once } from 'node:events';
import { runWorker } from '../jobs/run-worker.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { explainFailure } from './explain-failure.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';

/** `nianbao worker`: one more process that takes work from the queue, on any machine, until it is told to stop. */
export async function workerCommand(
  { config, log }: CommandContext,
  options: { readonly once?: boolean },
): Promise<number> {
  if (config.databaseUrl === null) {
    throw new UsageError(
      'worker: the embedded database serves one process at a time; set DATABASE_URL to a PostgreSQL server, or use nianbao run',
    );
  }
  const stop = new AbortController();
  void Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {
    log.info('stopping: work under way is given back');
    stop.abort();
  });
  return withDatabase(config, log, async (context) => {
    log.info(`worker: takes work from ${context.db.place}; originals in ${config.dataFolder}/archive`);
    const failed = await runWorker(
      { context, userAgent: config.userAgent },
      {
        signal: stop.signal,
        untilEmpty: options.once ?? false,
        describe: (error) => explainFailure(error).message,
      },
    );
    return failed > 0 ? EXIT.documentFailed : EXIT.done;
  });
}
