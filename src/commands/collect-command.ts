import { readSourcesFile } from '../ingest/sources-file.js';
import { collectSources } from '../jobs/main-job.js';
import { recordRun } from '../jobs/record-run.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao collect`: from the lists to the archive; nothing is read yet. */
export async function collectCommand(
  { config, log }: CommandContext,
  options: { readonly sources?: string },
): Promise<number> {
  const sources = await readSourcesFile(options.sources ?? config.sampleSources);
  const { found, fetched, failed } = await withDatabase(config, log, (context) =>
    recordRun(context.db, 'collect', () => collectSources({ context, sources, userAgent: config.userAgent })),
  );
  await writeResult(`found ${found}, fetched ${fetched}, failed ${failed}\n`);
  return failed > 0 ? EXIT.documentFailed : EXIT.done;
}
