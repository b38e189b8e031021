import { listFirst } from '../ingest/probe/probe-page.js';
import { markVerified } from '../ingest/sources/mark-verified.js';
import { readSourcesFile } from '../ingest/sources/sources-file.js';
import { today } from '../jobs/today.js';
import type { Source } from '../model/source.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { printTable } from './print-table.js';
import { withClient } from './with-client.js';
import { writeResult } from './write-result.js';

/** Tries every entry of the file, hosts side by side, and writes today's day into those that list reports. */
export async function probeAll({ config, log }: CommandContext, file: string): Promise<number> {
  const sources = await readSourcesFile(file);
  const day = today(new Date());
  let done = 0;
  const tried = await withClient(config.userAgent, sources, (fetchWith) =>
    Promise.all(
      sources.sources.map(async (source) => {
        const found = await listFirst(
          recent(source),
          fetchWith({ delayMs: source.delayMs, ...source.fetchRules }),
        );
        done += 1;
        log.progress(`probe: ${done} of ${sources.sources.length}`);
        return { source, ...found };
      }),
    ),
  );
  const worked = tried.filter(({ listed }) => listed !== null).map(({ source }) => source.id);
  await markVerified(file, worked, day);
  const rows = tried.map(({ source, listed, failure }) => [
    ...[source.id, source.family, listed === null ? '' : String(listed.items.length)],
    ...[listed === null ? (source.verified ?? 'never') : day, failure ?? ''],
  ]);
  await writeResult(printTable(['id', 'family', 'reports', 'verified', 'message'], rows));
  log.info(`${worked.length} of ${tried.length} entries list reports; their day is written to ${file}`);
  return worked.length === tried.length ? EXIT.done : EXIT.documentFailed;
}

/** The last three years are enough to know that an address works. */
function recent(source: Source): Source {
  const { years } = source;
  return years === null
    ? source
    : { ...source, years: { ...years, from: Math.max(years.from, years.to - 2) } };
}
