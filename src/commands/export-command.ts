import { EXPORTS } from '../export/exports.js';
import { parseYearRange } from '../export/year-range.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

export interface ExportCommandOptions {
  readonly format: string;
  readonly out: string;
  readonly year?: string;
  readonly under?: string;
}

/** `nianbao export`: datasets into a folder; prints the files with their rows. */
export async function exportCommand(
  { config, log }: CommandContext,
  { format, out, year, under }: ExportCommandOptions,
): Promise<number> {
  const exporter = EXPORTS[format];
  if (!exporter) throw new UsageError(`--format ${format}: expected ${Object.keys(EXPORTS).join(', ')}`);
  const years = year === undefined ? undefined : parseYearRange(year);
  const files = await withDatabase(config, log, ({ db }) => exporter(db, { out, years, under }));
  for (const { path, rows } of files) await writeResult(`${path}\t${rows} rows\n`);
  return EXIT.done;
}
