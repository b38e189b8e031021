import { readUnitsFile } from '../ingest/registry/units-file.js';
import type { JobContext } from '../jobs/context.js';
import { importBundledDivisions } from '../jobs/import-divisions.js';
import { compareWithDivisions, holdsDivisions, type UnmatchedUnit } from '../store/units/divisions.js';
import { saveUnits } from '../store/units/units.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { withDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/**
 * `nianbao units import FILE`: the file is checked whole before the registry is touched; then the units are held against the
 * list of administrative divisions, which says what it doesn't know. That is no failure: zones have no code, lists grow old.
 */
export async function unitsImportCommand({ config, log }: CommandContext, path: string): Promise<number> {
  const records = await readUnitsFile(path);
  const ids = [...new Set(records.map(({ unitId }) => unitId))];
  const divisions = await withDatabase(config, log, async (context: JobContext) => {
    await saveUnits(context.db, records);
    if (!(await holdsDivisions(context.db))) await importBundledDivisions(context.db);
    return compareWithDivisions(context.db, ids);
  });
  const lines = [`units ${ids.length}, dated records ${records.length}`];
  const { edition, matched, unmatched } = divisions;
  lines.push(`divisions of ${edition}: ${matched} units found, ${unmatched.length} not`);
  lines.push(...unmatched.map((unit) => `  ${unit.unit_id}  ${unit.name}: ${REASONS[unit.outcome](unit)}`));
  await writeResult(`${lines.join('\n')}\n`);
  return EXIT.done;
}

const REASONS: Readonly<Record<UnmatchedUnit['outcome'], (unit: UnmatchedUnit) => string>> = {
  no_code: ({ code }) => `division_code ${code} is not in the list of that day`,
  other_name: ({ code, division_name }) =>
    `division_code ${code} is ${division_name} in the list of that day`,
  no_name: () => 'no division_code, and no division of this name below its parent; give the code',
};
