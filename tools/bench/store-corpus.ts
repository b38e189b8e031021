import type { Database } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';
import type { BenchDocument } from '../generate/bench-corpus.js';
import { extractionsOf, loadableReports } from './loadable-reports.js';
import { multiplyReports } from './multiply-reports.js';
import { saveOriginals } from './save-originals.js';

/** Fills an empty database with `reports` of the corpus, read and stored as any other. */
export async function storeCorpus(
  db: Database,
  corpus: readonly BenchDocument[],
  reports: number,
): Promise<void> {
  await migrate(db);
  const batch = loadableReports(extractionsOf(corpus), reports, 'export');
  await saveUnits(db, batch.units);
  await saveOriginals(db, batch);
  await saveReports(db, batch.reports);
}

/** Copies what was stored, in SQL, until there is so many times as much; some copies at a time: a transaction stays small. */
export async function growTo(db: Database, held: number, copies: number): Promise<void> {
  for (let from = held; from < copies; from += STEP)
    await multiplyReports(db, { from, to: Math.min(from + STEP, copies) - 1 });
}

const STEP = 100;
