import type { Database } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';
import { BARE_TABLE, copyBare } from './bare-copy.js';
import { checkStored } from './check-stored.js';
import { extractionsOf, type LoadableReports, loadableReports } from './loadable-reports.js';
import type { Bench, Probe, Sample } from './measurement.js';
import { saveOriginals } from './save-originals.js';

/** Stores parsed reports with their originals, new ones each round, against a COPY of their arrays alone. */
export async function loadRate({ corpus }: Bench, db: Database): Promise<Probe> {
  await migrate(db);
  await db.pool.connect().then(async (client) => {
    await client.execute(BARE_TABLE);
    client.release();
  });
  const extractions = extractionsOf(corpus);
  const count = corpus.length * REPEATS;
  let rounds = 0;
  const make = (): LoadableReports => loadableReports(extractions, count, String(rounds++));
  const first = make();
  await save(db, first);
  await checkStored(
    db,
    new Map(first.reports.map((report) => [report.documentSha256, report.extraction.figures])),
  );
  return {
    round: async () => {
      const reports = make();
      await saveUnits(db, reports.units);
      globalThis.gc?.();
      const floor = count / (await copyBare(db, reports.reports));
      return { ...(await timed(db, reports)), floor };
    },
    close: () => db.close(),
  };
}

async function save(db: Database, reports: LoadableReports): Promise<void> {
  await saveUnits(db, reports.units);
  await timed(db, reports);
}

async function timed(db: Database, batch: LoadableReports): Promise<Sample> {
  const { reports } = batch;
  const start = performance.now();
  await saveOriginals(db, batch);
  const middle = performance.now();
  const { added, failed } = await saveReports(db, reports);
  const end = performance.now();
  if (added !== reports.length)
    throw new Error(`${added} of ${reports.length} reports were stored: ${failed[0]?.message ?? ''}`);
  const each = (milliseconds: number): number => milliseconds / reports.length;
  return {
    value: reports.length / ((end - start) / 1000),
    parts: { 'documents and captures': each(middle - start), reports: each(end - middle) },
  };
}

/** Reports stored in a round for each of the corpus. */
const REPEATS = 5;
