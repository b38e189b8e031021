import { once } from 'node:events';
import { keepSchedule } from '../jobs/scheduler.js';
import { claimFiring } from '../store/shared-runs.js';
import type { CommandContext } from './command.js';
import { explainFailure } from './explain-failure.js';
import { withDatabase } from './with-database.js';

/**
 * Keeps the schedule until the program is told to stop (Ctrl-C, SIGTERM); a run under way is finished first. However many
 * processes keep it on one server, each firing is run by one of them.
 */
export async function keepRunning({ config, log }: CommandContext, run: () => Promise<void>): Promise<void> {
  const scheduler = keepSchedule(
    run,
    (error) => log.warn(`this run failed: ${explainFailure(error).message}`),
    async (firing) =>
      config.databaseUrl === null || withDatabase(config, log, ({ db }) => claimFiring(db, firing)),
  );
  log.info(`schedule: ${scheduler.description}. Stop with Ctrl-C; --once ends after one run.`);
  // Timers of the schedule do not keep the process alive by themselves.
  const alive = setInterval(() => {}, 60_000);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  log.info('stopping');
  clearInterval(alive);
  await scheduler.stop();
}
