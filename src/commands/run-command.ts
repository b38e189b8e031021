import type { Config } from '../config.js';
import { readSourcesFile } from '../ingest/sources-file.js';
import { runMainJob } from '../jobs/main-job.js';
import { PARSER_VERSION } from '../jobs/read-document.js';
import type { Log } from '../log.js';
import type { RunCounts } from '../model/loading.js';
import type { SourcesFile } from '../model/source.js';
import { type StatusSummary, statusSummary } from '../store/status-summary.js';
import type { CommandContext } from './command.js';
import { exitCodeOf } from './exit-code-of.js';
import { EXIT } from './exit-codes.js';
import { keepRunning } from './keep-running.js';
import { summaryOfRun } from './summary-of-run.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

export interface RunOptions {
  readonly sources?: string;
  readonly once?: boolean;
  readonly strict?: boolean;
}

/** `nianbao run`: the main job once, its summary on standard output; then, unless `--once`, on schedule. */
export async function runCommand(context: CommandContext, options: RunOptions): Promise<number> {
  const { config, log } = context;
  const path = options.sources ?? config.sampleSources;
  const sources = await readSourcesFile(path);
  const code = await runOnce(config, log, sources, options.strict ?? false);
  if (options.once) return code;
  await keepRunning(context, async () => {
    await runOnce(config, log, await readSourcesFile(path), false);
  });
  return EXIT.done;
}

/** The database is open only while the job runs, so that other commands can use the embedded one in between. */
export async function runOnce(
  config: Config,
  log: Log,
  sources: SourcesFile,
  strict: boolean,
): Promise<number> {
  const { counts, status } = await withDatabase(config, log, async (context) => {
    log.info(`database: ${context.db.place}`);
    const counts: RunCounts = await runMainJob({ context, sources, userAgent: config.userAgent });
    const status: StatusSummary = await statusSummary(context.db, PARSER_VERSION);
    return { counts, status };
  });
  await writeResult(summaryOfRun(counts, status));
  return exitCodeOf(counts, status, strict);
}
