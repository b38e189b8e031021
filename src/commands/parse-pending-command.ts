import type { ControlChoice } from '../jobs/control-choice.js';
import { parsePending } from '../jobs/parse-pending.js';
import { PARSER_VERSION } from '../jobs/read-document.js';
import { recordRun } from '../jobs/record-run.js';
import { statusSummary } from '../store/collection/status-summary.js';
import type { CommandContext } from './command.js';
import { exitCodeOf } from './exit-code-of.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao parse-pending`: reads and loads what is archived and not yet read. */
export async function parsePendingCommand(
  { config, log }: CommandContext,
  { strict = false, control }: { readonly strict?: boolean; readonly control: ControlChoice },
): Promise<number> {
  return withDatabase(config, log, async (context) => {
    const counts = await recordRun(context.db, 'parse-pending', () => parsePending(context, { control }));
    await writeResult(`parsed ${counts.parsed}, loaded ${counts.loaded}, failed ${counts.failed}\n`);
    return exitCodeOf(counts, await statusSummary(context.db, PARSER_VERSION), strict);
  });
}
