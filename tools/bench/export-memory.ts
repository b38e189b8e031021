import { join } from 'node:path';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { saveReports } from '../../src/store/save-reports.js';
import { saveUnits } from '../../src/store/units.js';
import { runExport } from './export-run.js';
import { extractionsOf, loadableReports } from './loadable-reports.js';
import type { Bench, Measurement, Probe } from './measurement.js';
import { saveOriginals } from './save-originals.js';

/** Reports for each document of the corpus. */
const REPEATS = 2;

/** For each format the same export of N and of four times as many reports: memory must not grow with them. */
export const exportMemory: readonly Measurement[] = ['csv', 'jsonl', 'parquet', 'xlsx', 'package'].flatMap(
  (format) => [
    memoryOf(format, 1, `peak memory of an export (${format}), N reports`),
    memoryOf(format, 4, `peak memory of an export (${format}), 4 N reports`),
  ],
);

function memoryOf(format: string, times: number, name: string): Measurement {
  return {
    name,
    unit: 'MB',
    target: 500,
    note: `largest resident size of a fresh process; N is ${REPEATS} a document of the corpus`,
    needsServer: true,
    prepare: (bench) => prepare(bench, format, times),
  };
}

async function prepare(bench: Bench, format: string, times: number): Promise<Probe> {
  const reports = bench.corpus.length * REPEATS * times;
  const url = await loaded(bench, reports);
  const out = join(bench.folder, `export-${format}-${times}`);
  return {
    round: async () => {
      const task = { url, dataFolder: bench.folder, format, tables: '', years: '', out };
      const { megabytes, seconds } = await runExport(task);
      return { value: megabytes, parts: { export: (seconds * 1000) / reports } };
    },
  };
}

/** One database a number of reports; the formats share it. */
async function loaded({ corpus, folder, server }: Bench, count: number): Promise<string> {
  const held = databases.get(count);
  if (held) return held;
  const url = await server!.createDatabase();
  databases.set(count, url);
  const db = await openDatabase({ url, dataFolder: folder });
  await migrate(db);
  const extractions = extractionsOf(corpus);
  for (let done = 0; done < count; done += BATCH) {
    const batch = loadableReports(extractions, Math.min(BATCH, count - done), `export-${done}`);
    await saveUnits(db, batch.units);
    await saveOriginals(db, batch);
    await saveReports(db, batch.reports);
  }
  await db.close();
  return url;
}

const databases = new Map<number, string>();
const BATCH = 500;
