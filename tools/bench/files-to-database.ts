import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOnce } from '../../src/jobs/read-document.js';
import { unitsOf } from './bench-units.js';
import { bulkLoad } from './bulk-load.js';
import type { Bench, Measurement, Probe } from './measurement.js';
import type { Format } from './parse-cost.js';

const NOTE = 'the archive read again by the main reader alone and stored, with the checks';

export const htmlFilesToDatabase = filesToDatabase('html', {
  name: 'HTML files to database',
  target: 230,
  note: `${NOTE}; target: twice a plain lxml + psycopg2 script, measured at 115`,
});

export const docxFilesToDatabase = filesToDatabase('docx', {
  name: '.docx files to database',
  target: 90,
  note: `${NOTE}; target: twice a python-docx + psycopg2 script, measured at 45`,
});

function filesToDatabase(
  format: Format,
  settings: Pick<Measurement, 'name' | 'target' | 'note'>,
): Measurement {
  return { ...settings, unit: 'reports/s', needsServer: true, prepare: (bench) => prepare(bench, format) };
}

async function prepare({ corpus, folder, server }: Bench, format: Format): Promise<Probe> {
  const own = join(folder, `files-${format}`);
  const files = join(own, 'in');
  await mkdir(files, { recursive: true });
  for (const [index, document] of corpus.entries())
    await writeFile(join(files, `${String(index).padStart(5, '0')}.${format}`), document[format]);
  const units = unitsOf(corpus);
  const dataFolder = join(own, 'data');
  const load = async (options: Parameters<typeof bulkLoad>[1]) => {
    const url = await server!.createDatabase();
    const seconds = await bulkLoad({ url, dataFolder, folder: files, files: corpus.length, units }, options);
    await rm(dataFolder, { recursive: true });
    return seconds;
  };
  const expected = corpus.map((document) => {
    const bytes = document[format];
    return [createHash('sha256').update(bytes).digest('hex'), readOnce(bytes).figures] as const;
  });
  await load({ check: new Map(expected) });
  return {
    round: async () => {
      const { load: loading, checks, again } = await load({ again: true });
      const each = (seconds: number): number => (seconds * 1000) / corpus.length;
      return {
        value: corpus.length / again,
        parts: {
          'new files: archived, read twice, loaded': each(loading),
          'checks across years': each(checks),
        },
      };
    },
  };
}
