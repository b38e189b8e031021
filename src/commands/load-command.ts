import { listLocalFiles } from '../ingest/local/local-files.js';
import { namedButMissing, readManifests } from '../ingest/registry/manifest-file.js';
import { readUnitsFile } from '../ingest/registry/units-file.js';
import { checkUnits } from '../jobs/check-units.js';
import { loadFiles } from '../jobs/load-files.js';
import { PARSER_VERSION } from '../jobs/read-document.js';
import { recordRun } from '../jobs/record-run.js';
import { statusSummary } from '../store/collection/status-summary.js';
import { listUnits, saveUnits } from '../store/units/units.js';
import type { CommandContext } from './command.js';
import { exitCodeOf } from './exit-code-of.js';
import { UsageError } from './usage-error.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

export interface LoadOptions {
  readonly units?: string;
  readonly strict?: boolean;
}

/** `nianbao load PATH...`: local files into archive and database. Usage is checked whole before anything is done. */
export async function loadCommand(
  { config, log }: CommandContext,
  paths: readonly string[],
  { units: unitsFile, strict = false }: LoadOptions,
): Promise<number> {
  const found = await listLocalFiles(paths);
  const manifest = await readManifests(found);
  const files = [...found, ...namedButMissing(found, manifest)];
  const units = unitsFile ? await readUnitsFile(unitsFile) : [];
  return withDatabase(config, log, async (context) => {
    const known = new Set([...units, ...(await listUnits(context.db))].map(({ unitId }) => unitId));
    for (const [path, { unitId }] of manifest) {
      if (unitId !== null && !known.has(unitId))
        throw new UsageError(`${path}: unit_id "${unitId}" of the manifest is not in the registry of units`);
    }
    await saveUnits(context.db, units);
    const counts = await recordRun(context.db, 'load', async () => {
      const loaded = await loadFiles(context, files, manifest, new Date());
      await checkUnits(context, new Date());
      return loaded;
    });
    const { found, parsed, loaded, failed } = counts;
    await writeResult(`found ${found}, parsed ${parsed}, loaded ${loaded}, failed ${failed}\n`);
    return exitCodeOf(counts, await statusSummary(context.db, PARSER_VERSION), strict);
  });
}
