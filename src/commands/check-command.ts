import { checkUnits } from '../jobs/check-units.js';
import { NO_COUNTS } from '../jobs/context.js';
import { PARSER_VERSION } from '../jobs/read-document.js';
import { recordRun } from '../jobs/record-run.js';
import { statusSummary } from '../store/collection/status-summary.js';
import type { CommandContext } from './command.js';
import { exitCodeOf } from './exit-code-of.js';
import { statusLines } from './summary-of-run.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao check`: judges every unit over its years, and prints what is wrong. */
export async function checkCommand(
  { config, log }: CommandContext,
  { strict = false }: { readonly strict?: boolean },
): Promise<number> {
  return withDatabase(config, log, async (context) => {
    let changed = 0;
    const counts = await recordRun(context.db, 'check', async () => {
      changed = await checkUnits(context, new Date());
      return NO_COUNTS;
    });
    const status = await statusSummary(context.db, PARSER_VERSION);
    await writeResult(
      `${[`checked: ${changed} unit-years have a new result`, ...statusLines(status)].join('\n')}\n`,
    );
    return exitCodeOf(counts, status, strict);
  });
}
