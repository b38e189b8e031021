import { PARSER_VERSION } from '../jobs/read-document.js';
import type { RunCounts } from '../model/loading.js';
import { type StatusSummary, statusSummary } from '../store/collection/status-summary.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { statusLines } from './summary-of-run.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao status`: what is stored, due, failed and left to do. */
export async function statusCommand(
  { config, log }: CommandContext,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const status = await withDatabase(config, log, ({ db }) => statusSummary(db, PARSER_VERSION));
  await writeResult(
    json
      ? `${JSON.stringify(status, null, 2)}\n`
      : `${[lastRunLine(status), ...statusLines(status)].join('\n')}\n`,
  );
  return EXIT.done;
}

function lastRunLine({ lastRun }: StatusSummary): string {
  if (!lastRun) return 'last run none yet';
  const { found, fetched, parsed, loaded, failed } = lastRun satisfies RunCounts;
  const ended = lastRun.error ? `failed: ${lastRun.error}` : 'done';
  return `last run ${lastRun.job} ${lastRun.startedAt.toISOString()} ${ended}; found ${found}, fetched ${fetched}, parsed ${parsed}, loaded ${loaded}, failed ${failed}`;
}
