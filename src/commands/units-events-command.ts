import { readUnitEventsFile } from '../ingest/registry/unit-events-file.js';
import { saveUnitEvents } from '../store/units/unit-events.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao units events FILE`: mergers, splits and what else dated records can't say. */
export async function unitsEventsCommand({ config, log }: CommandContext, path: string): Promise<number> {
  const events = await readUnitEventsFile(path);
  await withDatabase(config, log, ({ db }) => saveUnitEvents(db, events));
  await writeResult(`events ${events.length}\n`);
  return EXIT.done;
}
