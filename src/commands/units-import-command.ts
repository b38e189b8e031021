import { readUnitsFile } from '../ingest/units-file.js';
import { saveUnits } from '../store/units.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao units import FILE`: the file is checked whole before the registry is touched. */
export async function unitsImportCommand({ config, log }: CommandContext, path: string): Promise<number> {
  const records = await readUnitsFile(path);
  await withDatabase(config, log, ({ db }) => saveUnits(db, records));
  const units = new Set(records.map(({ unitId }) => unitId)).size;
  await writeResult(`units ${units}, dated records ${records.length}\n`);
  return EXIT.done;
}
