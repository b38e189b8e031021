import { once } from 'node:events';
import { keepSchedule } from '../jobs/scheduler.js';
import { claimFiring } from '../store/collection/shared-runs.js';
import type { CommandContext } from './command.js';
import { explainFailure } from './explain-failure.js';
import { withDatabase } from './with-database.js';

/** What runs beside the schedule and ends with it. */
export interface Beside {
  close(): Promise<void>;
}

/**
 * Keeps the schedule until the program is told to stop (Ctrl-C, SIGTERM); a run under way is finished first. However many
 * processes keep it on one server, each firing is run by one of them.
 */
export async function keepRunning(
  { config, log }: CommandContext,
  run: () => Promise<void>,
  startBeside: (schedule: string) => Promise<Beside | null> = async () => null,
): Promise<void> {
  const scheduler = keepSchedule(
    run,
    (error) => log.warn(`this run failed: ${explainFailure(error).message}`),
    async (firing) =>
      config.databaseUrl === null || withDatabase(config, log, ({ db }) => claimFiring(db, firing)),
  );
  const beside = await startBeside(scheduler.description).catch(async (error: unknown) => {
    await scheduler.stop();
    throw error;
  });
  log.info(`schedule: ${scheduler.description}. Stop with Ctrl-C; --once ends after one run.`);
  // Timers of the schedule do not keep the process alive by themselves.
  const alive = setInterval(() => {}, 60_000);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  log.info('stopping');
  clearInterval(alive);
  await beside?.close();
  await scheduler.stop();
}
