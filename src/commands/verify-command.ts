import type { JobContext } from '../jobs/context.js';
import { verify } from '../jobs/verify.js';
import { verifyExport } from '../jobs/verify-export.js';
import { verifyRow } from '../jobs/verify-row.js';
import type { FigureKey } from '../store/views/cited-figures.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

export interface VerifyCommandOptions {
  readonly all?: boolean;
  readonly row?: string;
  readonly export?: string;
}

/** `nianbao verify`: stored or exported figures against the archived bytes; exit code 1 when anything differs. */
export async function verifyCommand(
  { config, log }: CommandContext,
  { all = false, row, export: exported }: VerifyCommandOptions,
): Promise<number> {
  if ([all, row !== undefined, exported !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('verify takes one of --all, --row and --export');
  }
  const key = row === undefined ? null : parseKey(row);
  const whole = await withDatabase(config, log, (context) => {
    if (key) return printRow(context, key);
    if (exported !== undefined) return printExport(context, exported);
    return printStored(context, all ? null : SAMPLE_REPORTS);
  });
  return whole ? EXIT.done : EXIT.documentFailed;
}

async function printRow(context: JobContext, key: FigureKey): Promise<boolean> {
  const proofs = await verifyRow(context, key);
  for (const { lines } of proofs) {
    for (const [name, value] of lines) await writeResult(`${name.padEnd(10)}${value}\n`);
  }
  return proofs.every(({ equal }) => equal);
}

async function printExport(context: JobContext, path: string): Promise<boolean> {
  const { rows, documents, differences } = await verifyExport(context, path);
  await printDifferences(differences);
  await writeResult(`verified ${rows} rows of ${documents} originals: ${differences.length} differences\n`);
  return differences.length === 0;
}

async function printStored(context: JobContext, sample: number | null): Promise<boolean> {
  const { documents, reports, figures, differences } = await verify(context, sample);
  await printDifferences(differences);
  await writeResult(
    `verified ${documents} originals, ${reports} reports, ${figures} figures: ${differences.length} differences\n`,
  );
  return differences.length === 0;
}

async function printDifferences(differences: readonly string[]): Promise<void> {
  for (const difference of differences) await writeResult(`differs: ${difference}\n`);
}

function parseKey(text: string): FigureKey {
  const [unitId, year, indicator, applicant = '', ...more] = text.split(',').map((part) => part.trim());
  if (!unitId || !indicator || more.length > 0 || !/^\d{4}$/.test(year ?? '')) {
    throw new UsageError(
      `--row ${text}: expected unit_id,year,indicator,applicant as in mart.figure (no applicant: leave it out)`,
    );
  }
  return { unitId, reportYear: Number(year), indicator, applicant: applicant === '' ? null : applicant };
}

const SAMPLE_REPORTS = 100;
