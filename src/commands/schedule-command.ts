import { readSourcesFile } from '../ingest/sources-file.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { keepRunning } from './keep-running.js';
import { runOnce } from './run-command.js';
import { sharedDatabase } from './start-board.js';

/** `nianbao schedule`: the schedule alone; the sources file is read again for each run. */
export async function scheduleCommand(
  { config, log }: CommandContext,
  options: { readonly sources?: string },
): Promise<number> {
  const path = options.sources ?? config.sampleSources;
  await readSourcesFile(path);
  const database = sharedDatabase(config, log);
  await keepRunning(log, async () => {
    await runOnce(config, log, database, await readSourcesFile(path), false);
  });
  await database.close();
  return EXIT.done;
}
