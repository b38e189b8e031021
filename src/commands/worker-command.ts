import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { runWorker } from '../jobs/run-worker.js';
import { DatabaseUnavailableError } from '../store/postgres/database-unavailable.js';
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
  let began = false;
  const takeWork = (): Promise<number> =>
    withDatabase(config, log, async (context) => {
      began = true;
      log.info(`worker: takes work from ${context.db.place}; originals in ${config.dataFolder}/archive`);
      return runWorker(
        { context, userAgent: config.userAgent },
        {
          signal: stop.signal,
          untilEmpty: options.once ?? false,
          describe: (error) => explainFailure(error).message,
        },
      );
    });
  for (;;) {
    try {
      return (await takeWork()) > 0 ? EXIT.documentFailed : EXIT.done;
    } catch (error) {
      // A database that was never there is a mistake in DATABASE_URL; one that went away is being restarted.
      if (!began || options.once || !(error instanceof DatabaseUnavailableError)) throw error;
      log.warn(`worker: ${error.message}; tries again every ${RETRY_MS / 1000} seconds`);
    }
    await sleep(RETRY_MS, undefined, { signal: stop.signal }).catch(() => {});
    if (stop.signal.aborted) return EXIT.done;
  }
}

/** A restart takes some seconds. */
const RETRY_MS = 5000;
