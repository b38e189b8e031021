import { checkUnits } from '../jobs/check-units.js';
import type { ControlChoice } from '../jobs/control-choice.js';
import { PARSER_VERSION } from '../jobs/read-document.js';
import { recordRun } from '../jobs/record-run.js';
import { diffArchive, type ReparseDifferences, reparseArchive } from '../jobs/reparse.js';
import { statusSummary } from '../store/collection/status-summary.js';
import type { CommandContext } from './command.js';
import { exitCodeOf } from './exit-code-of.js';
import { EXIT } from './exit-codes.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao reparse [--dry-run]`: reads the whole archive with the current code; dry, it only says what would change. */
export async function reparseCommand(
  { config, log }: CommandContext,
  { dryRun = false, control }: { readonly dryRun?: boolean; readonly control: ControlChoice },
): Promise<number> {
  return withDatabase(config, log, async (context) => {
    if (dryRun) {
      await writeResult(describe(await diffArchive(context, control)));
      return EXIT.done;
    }
    const counts = await recordRun(context.db, 'reparse', async () => {
      const done = await reparseArchive(context, control);
      await checkUnits(context, new Date());
      return done;
    });
    await writeResult(`parsed ${counts.parsed}, changed ${counts.loaded}, failed ${counts.failed}\n`);
    return exitCodeOf(counts, await statusSummary(context.db, PARSER_VERSION), false);
  });
}

function describe(differences: ReparseDifferences): string {
  const { reports, unchanged, byForm, bySite, byCell, examples } = differences;
  const lines = [
    `${reports} reports read again, ${unchanged} unchanged, ${reports - unchanged} would change`,
  ];
  const table = (title: string, counts: ReadonlyMap<string, number>): void => {
    const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_LINES);
    if (sorted.length > 0)
      lines.push('', title, ...sorted.map(([key, count]) => `${String(count).padStart(8)}  ${key}`));
  };
  table('figures that would change, by form table:', byForm);
  table('by site:', bySite);
  table('by cell:', byCell);
  if (examples.length > 0) lines.push('', 'for example:', ...examples.slice(0, MOST_LINES));
  return `${lines.join('\n')}\n`;
}

const MOST_LINES = 30;
