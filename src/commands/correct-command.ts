import { readCorrection, readCorrectionsFile, WITHDRAW } from '../ingest/registry/corrections-file.js';
import type { CorrectionRequest } from '../model/correction.js';
import { saveCorrections } from '../store/judgement/corrections.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

export interface CorrectOptions {
  readonly file?: string;
  readonly unit?: string;
  readonly year?: string;
  readonly indicator?: string;
  readonly applicant?: string;
  readonly value?: string;
  readonly none?: boolean;
  readonly withdraw?: boolean;
  readonly by?: string;
  readonly why?: string;
}

/** `nianbao correct`: a person's decision on one cell, or a file of them; all are recorded, or none. */
export async function correctCommand(
  { config, log }: CommandContext,
  options: CorrectOptions,
): Promise<number> {
  const requests: readonly CorrectionRequest[] = options.file
    ? await readCorrectionsFile(options.file)
    : [fromOptions(options)];
  await withDatabase(config, log, ({ db }) => saveCorrections(db, requests, new Date()));
  await writeResult(
    `recorded ${requests.length} corrections; mart.correction lists them, mart.figure shows both values\n`,
  );
  return EXIT.done;
}

function fromOptions(options: CorrectOptions): CorrectionRequest {
  const chosen = [options.value !== undefined, options.none, options.withdraw].filter(Boolean).length;
  if (chosen !== 1)
    throw new UsageError(
      'correct: exactly one of --value NUMBER, --none or --withdraw says what the figure should be',
    );
  const row = {
    unit_id: options.unit ?? '',
    report_year: options.year ?? '',
    indicator: options.indicator ?? '',
    applicant: options.applicant ?? '',
    value: options.withdraw ? WITHDRAW : (options.value ?? ''),
    by: options.by ?? '',
    why: options.why ?? '',
  };
  return readCorrection(row, 'correct');
}
