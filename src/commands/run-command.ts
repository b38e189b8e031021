import type { Config } from '../config.js';
import { openArchive } from '../ingest/archive.js';
import { readSourcesFile } from '../ingest/sources/sources-file.js';
import { runMainJob } from '../jobs/main-job.js';
import { PARSER_VERSION } from '../jobs/read-document.js';
import type { Log } from '../log.js';
import type { SourcesFile } from '../model/source.js';
import type { BoardMemory } from '../store/board/board-data.js';
import { statusSummary } from '../store/collection/status-summary.js';
import type { SharedDatabase } from '../store/postgres/shared-database.js';
import { readAhead } from '../web/keep-warm.js';
import { readAccess, refuseOpenHost } from './board-settings.js';
import type { CommandContext } from './command.js';
import { exitCodeOf } from './exit-code-of.js';
import { EXIT } from './exit-codes.js';
import { keepRunning } from './keep-running.js';
import { logWithMemory } from './log-with-memory.js';
import { openBoard, portOf, sharedDatabase } from './start-board.js';
import { summaryOfRun } from './summary-of-run.js';
import { writeResult } from './write-result.js';

export interface RunOptions {
  readonly sources?: string;
  readonly once?: boolean;
  readonly strict?: boolean;
  readonly host: string;
  readonly port: string;
}

/** `nianbao run`: the main job once, its summary on standard output; then, unless `--once`, the board and the schedule. */
export async function runCommand(context: CommandContext, options: RunOptions): Promise<number> {
  const { config, log } = context;
  const path = options.sources ?? config.sampleSources;
  const sources = await readSourcesFile(path);
  const access = readAccess();
  const listening = { host: options.host, port: portOf(options.port) };
  if (!options.once) refuseOpenHost(options.host, access);
  const database = await sharedDatabase(config, log);
  try {
    const code = await runOnce(config, log, database, sources, options.strict ?? false);
    if (options.once) return code;
    const held: BoardMemory = { data: null, reading: null };
    const { remembering, memory } = logWithMemory(log);
    const scheduled = memory.during(async () => {
      await runOnce(config, remembering, database, await readSourcesFile(path), false);
      await database.use((db) => readAhead(db, held));
    });
    await keepRunning(context, scheduled, (schedule) =>
      openBoard({ config, log }, listening, {
        database,
        memory: held,
        access,
        progress: memory.progress,
        schedule,
      }),
    );
    return EXIT.done;
  } finally {
    await database.close();
  }
}

/** The embedded database is let go after the job, so that other commands can use it in between. */
export async function runOnce(
  config: Config,
  log: Log,
  database: SharedDatabase,
  sources: SourcesFile,
  strict: boolean,
): Promise<number> {
  const { counts, status } = await database.use(async (db) => {
    log.info(`database: ${db.place}`);
    const context = { db, archive: await openArchive(config.dataFolder), report: log };
    const counts = await runMainJob({ context, sources, userAgent: config.userAgent });
    return { counts, status: await statusSummary(db, PARSER_VERSION) };
  });
  await writeResult(summaryOfRun(counts, status));
  return exitCodeOf(counts, status, strict);
}
