import { join } from 'node:path';
import { openDatabase } from '../../src/store/postgres/database.js';
import { runExport } from './export-run.js';
import type { Bench, Measurement, Probe } from './measurement.js';
import { growTo, storeCorpus } from './store-corpus.js';

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
  const url = await loaded(bench, times);
  const out = join(bench.folder, `export-${format}-${times}`);
  return {
    round: async () => {
      const task = { url, dataFolder: bench.folder, format, tables: '', years: '', out };
      const { megabytes, seconds } = await runExport(task);
      return { value: megabytes, parts: { export: (seconds * 1000) / reports } };
    },
  };
}

/** One database a size; the formats share it. */
async function loaded({ corpus, folder, server }: Bench, times: number): Promise<string> {
  const held = databases.get(times);
  if (held) return held;
  const url = await server!.createDatabase();
  databases.set(times, url);
  const db = await openDatabase({ url, dataFolder: folder });
  await storeCorpus(db, corpus, corpus.length * REPEATS);
  await growTo(db, 1, times);
  await db.close();
  return url;
}

const databases = new Map<number, string>();
