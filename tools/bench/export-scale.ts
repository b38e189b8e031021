/**
 * `npm run bench:export`: what an export costs as the reports grow. Fills a PostgreSQL server with copies of generated
 * reports, then runs each export in a process of its own and prints its rows, bytes, time and largest resident size.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/ingest/archive.js';
import { checkUnits } from '../../src/jobs/check-units.js';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { makeBenchCorpus } from '../generate/bench-corpus.js';
import { SILENT } from '../silent-reporter.js';
import { openBenchServer } from './bench-server.js';
import { type ExportRun, runExport } from './export-run.js';
import { readScaleOptions, type ScaleExport } from './export-scale-options.js';
import { growTo, storeCorpus } from './store-corpus.js';

/** Reports that are read and stored as any other; all more are copies of these in SQL. */
const READ_REPORTS = 500;

async function scale(argv: readonly string[]): Promise<void> {
  const { sizes, exports, url, seed } = readScaleOptions(argv, READ_REPORTS);
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const server = await openBenchServer(url);
  if (!server) throw new Error('no PostgreSQL server: install one, or name one with --url');
  try {
    const database = { url: await server.createDatabase(), dataFolder: folder };
    const db = await openDatabase(database);
    await storeReports(db, folder, seed);
    print(HEAD);
    let held = 1;
    for (const reports of sizes) {
      const copies = reports / READ_REPORTS;
      await timed(`${reports} reports stored`, () => growTo(db, held, copies));
      held = copies;
      for (const asked of exports) {
        const run = await runExport({ ...database, ...asked, out: join(folder, 'export') });
        print(lineOf(reports, asked, run));
      }
    }
    await db.close();
  } finally {
    await server.close();
  }
}

async function storeReports(db: Database, folder: string, seed: number): Promise<void> {
  await storeCorpus(db, makeBenchCorpus(READ_DOCUMENTS, seed), READ_REPORTS);
  await checkUnits({ db, archive: await openArchive(folder), report: SILENT }, new Date());
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  process.stderr.write(`${what} (${((performance.now() - start) / 1000).toFixed(0)} s)\n`);
}

function lineOf(reports: number, { format, tables, years }: ScaleExport, run: ExportRun): string {
  const { rows, bytes, seconds, megabytes } = run;
  return row([
    reports.toString(),
    format,
    `${tables || 'all'} ${years}`.trim(),
    rows.toString(),
    (bytes / 1e6).toFixed(1),
    seconds.toFixed(1),
    (rows / seconds).toFixed(0),
    megabytes.toFixed(0),
  ]);
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) =>
      index === 1 || index === 2 ? cell.padEnd(index === 1 ? 7 : 14) : cell.padStart(10),
    )
    .join('  ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const HEAD = row(['reports', 'format', 'tables', 'rows', 'MB', 'seconds', 'rows/s', 'peak MB']);
const READ_DOCUMENTS = 100;

/** Leaves through process.exit, so that what runs on exit stops the server and removes the folders. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

try {
  await scale(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench:export: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
