import { isDate } from '../ingest/is-date.js';
import { importBundledDivisions, importDivisionsFile } from '../jobs/import-divisions.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao units divisions [FILE --edition DAY]`: the list of administrative divisions, the bundled one or another day's. */
export async function unitsDivisionsCommand(
  { config, log }: CommandContext,
  path: string | undefined,
  { edition }: { readonly edition?: string },
): Promise<number> {
  if (path !== undefined && !isDate(edition ?? '')) {
    throw new UsageError('--edition: expected the day that the codes are of, as YYYY-MM-DD');
  }
  if (path === undefined && edition !== undefined)
    throw new UsageError('--edition is for a FILE; the bundled list knows its day');
  const imported = await withDatabase(config, log, ({ db }) =>
    path === undefined ? importBundledDivisions(db) : importDivisionsFile(db, path, edition!),
  );
  await writeResult(`divisions of ${imported.edition}: ${imported.divisions}\n`);
  return EXIT.done;
}
