import { readSourcesFile } from '../ingest/sources/sources-file.js';
import { runMainJob } from '../jobs/main-job.js';
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
    runMainJob({ context, sources, userAgent: config.userAgent }, 'collect'),
  );
  await writeResult(`found ${found}, fetched ${fetched}, failed ${failed}\n`);
  return failed > 0 ? EXIT.documentFailed : EXIT.done;
}
