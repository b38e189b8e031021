import type { Audience } from '../export/export.js';
import { exportDatasets } from '../export/export-datasets.js';
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
  readonly kind?: string;
  readonly form?: string;
  readonly table?: string;
  readonly for?: string;
  readonly against?: string;
}

/** `nianbao export`: datasets into a folder; prints the files with their rows. */
export async function exportCommand(
  { config, log }: CommandContext,
  { format: name, out, year, table, for: audience, ...filters }: ExportCommandOptions,
): Promise<number> {
  const format = EXPORTS[name];
  if (!format) throw new UsageError(`--format ${name}: expected ${Object.keys(EXPORTS).join(', ')}`);
  if (audience !== undefined && !isAudience(audience)) {
    throw new UsageError(`--for ${audience}: expected ${AUDIENCES.join(' or ')}`);
  }
  if (audience !== undefined && name !== 'csv')
    throw new UsageError(`--for is for --format csv, not ${name}`);
  if (table !== undefined && name === 'package')
    throw new UsageError('--table is not for --format package, which holds every table');
  if (filters.against !== undefined && filters.form !== undefined) {
    throw new UsageError('--against goes with --year, --under and --kind, not with --form');
  }
  const tables = table?.split(',').map((part) => part.trim());
  const years = year === undefined ? undefined : parseYearRange(year);
  const { files, notes } = await withDatabase(config, log, ({ db }) =>
    exportDatasets(db, format, { out, years, tables, audience, report: log, ...filters }),
  );
  for (const note of notes) log.warn(note);
  for (const { path, rows } of files) await writeResult(`${path}\t${rows} rows\n`);
  return EXIT.done;
}

function isAudience(text: string): text is Audience {
  return AUDIENCES.some((known) => known === text);
}

const AUDIENCES: readonly Audience[] = ['excel', 'machines'];
