import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readUnitsFile } from '../../src/ingest/registry/units-file.js';
import { readSourcesFile } from '../../src/ingest/sources/sources-file.js';

const FOLDER = fileURLToPath(new URL('../../sources', import.meta.url));
const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
const all = names.filter((name) => name.endsWith('.yaml'));
/** Known are the units alone: no address was ever seen, and none is guessed. */
const waiting = all.filter((name) => /^sources: \[\]$/m.test(readFileSync(join(FOLDER, name), 'utf8')));
const files = all.filter((name) => !waiting.includes(name));

describe('the registry of publishers', () => {
  test.each(files)('%s is a sources file with the units that it names', async (name) => {
    const file = await readSourcesFile(join(FOLDER, name));
    const units = new Set((await readUnitsFile(file.units!)).map(({ unitId }) => unitId));
    expect(file.sources.flatMap(({ unitIds }) => unitIds).filter((unit) => !units.has(unit))).toEqual([]);
    // An address outside *.gov.cn is a copy by somebody else.
    expect(file.sources.filter(({ url }) => !new URL(url).hostname.endsWith('.gov.cn'))).toEqual([]);
    expect(file.localSites).toEqual([]);
  });

  test.each(waiting)('%s has its units, and says how its address is found', async (name) => {
    await expect(readSourcesFile(join(FOLDER, name))).rejects.toThrow('nianbao sources probe URL');
    expect(await readUnitsFile(join(FOLDER, name.replace('.yaml', '.csv')))).not.toEqual([]);
  });

  test('names every source and every unit once, so that files can be used together', async () => {
    const read = await Promise.all(files.map((name) => readSourcesFile(join(FOLDER, name))));
    const units = await Promise.all(
      all.map((name) => readUnitsFile(join(FOLDER, name.replace('.yaml', '.csv')))),
    );
    for (const ids of [
      read.flatMap(({ sources }) => sources.map(({ id }) => id)),
      read.flatMap(({ sources }) => sources.map(({ url }) => url)),
      units.flat().map(({ unitId }) => unitId),
    ])
      expect(ids).toHaveLength(new Set(ids).size);
  });

  test('has a units file beside each sources file, and no other', () => {
    const units = names.filter((name) => name.endsWith('.csv')).map((name) => name.replace('.csv', '.yaml'));
    expect(units.sort()).toEqual([...all].sort());
  });
});
