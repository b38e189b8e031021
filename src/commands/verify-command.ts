import { verify } from '../jobs/verify.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao verify [--all]`: stored figures against the archived bytes; exit code 1 when anything differs. */
export async function verifyCommand(
  { config, log }: CommandContext,
  { all = false }: { readonly all?: boolean },
): Promise<number> {
  const result = await withDatabase(config, log, (context) => verify(context, all ? null : SAMPLE_REPORTS));
  for (const difference of result.differences) await writeResult(`differs: ${difference}\n`);
  const { documents, reports, figures, differences } = result;
  await writeResult(
    `verified ${documents} originals, ${reports} reports, ${figures} figures: ${differences.length} differences\n`,
  );
  return differences.length > 0 ? EXIT.documentFailed : EXIT.done;
}

const SAMPLE_REPORTS = 100;
