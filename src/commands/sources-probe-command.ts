import { FetchError } from '../ingest/http/fetch-error.js';
import { probePage } from '../ingest/probe/probe-page.js';
import { readSourcesFile } from '../ingest/sources/sources-file.js';
import { today } from '../jobs/today.js';
import type { CommandContext } from './command.js';
import { entryText } from './entry-text.js';
import { EXIT } from './exit-codes.js';
import { probeAll } from './probe-all.js';
import { UsageError } from './usage-error.js';
import { withClient } from './with-client.js';
import { writeResult } from './write-result.js';

interface ProbeOptions {
  readonly all?: boolean;
  readonly sources?: string;
}

/**
 * `nianbao sources probe URL`: looks at a list page and prints the entry that collects it.
 * `--all`: tries every entry of a sources file and writes the day into those that list reports.
 */
export async function sourcesProbeCommand(
  context: CommandContext,
  url: string | undefined,
  options: ProbeOptions,
): Promise<number> {
  if (options.all && url === undefined) {
    if (options.sources === undefined)
      throw new UsageError('sources probe --all: name the file to try and to mark, with --sources FILE');
    return probeAll(context, options.sources);
  }
  if (url === undefined || options.all)
    throw new UsageError('sources probe: give the address of one list page, or --all with --sources FILE');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new UsageError(
      `sources probe: expected an address that starts with http:// or https://, got "${url}"`,
    );
  return probeOne(context, url, options.sources);
}

async function probeOne({ config, log }: CommandContext, url: string, file?: string): Promise<number> {
  const sources = file === undefined ? null : await readSourcesFile(file);
  const day = today(new Date());
  log.progress(`probe ${url}`);
  try {
    const probe = await withClient(config.userAgent, sources, (fetchWith) =>
      probePage(url, fetchWith(), Number(day.slice(0, 4)) - 1),
    );
    await writeResult(entryText(probe, day));
    return probe.listed === null ? EXIT.documentFailed : EXIT.done;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    log.warn(error.message);
    return EXIT.documentFailed;
  }
}
