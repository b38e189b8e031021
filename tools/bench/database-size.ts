import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';
import { extractionsOf, loadableReports } from './loadable-reports.js';
import type { Measurement } from './measurement.js';
import { saveOriginals } from './save-originals.js';

export const databaseSize: Measurement = {
  name: 'database size, core without section texts',
  unit: 'GB/million reports',
  target: 3,
  note: 'tables with their indexes, extrapolated; every fourth report has a wrong total; parts in GB as well',
  needsServer: true,
  prepare: async ({ corpus, server, folder }) => {
    const db = await openDatabase({
      url: await server!.createDatabase(),
      dataFolder: join(folder, 'size'),
    });
    await migrate(db);
    const extractions = extractionsOf(corpus);
    let stored = 0;
    let before = await sizes(db);
    return {
      round: async () => {
        const batch = loadableReports(extractions, REPORTS, String(stored));
        await saveUnits(db, batch.units);
        await saveOriginals(db, batch);
        await saveReports(db, batch.reports);
        stored += REPORTS;
        const now = await sizes(db);
        const megabytes = (part: Part): number => (now[part] - before[part]) / 1e6 / (REPORTS / 1000);
        const sample = {
          value: megabytes('core'),
          parts: { raw: megabytes('raw'), sections: megabytes('sections') },
        };
        before = now;
        return sample;
      },
      close: () => db.close(),
    };
  },
};

type Part = 'core' | 'raw' | 'sections';

async function sizes(db: Database): Promise<Record<Part, number>> {
  const client = await db.pool.connect();
  try {
    const { rows } = await client.query<Record<Part, string>>(SIZES);
    const { core, raw, sections } = rows[0]!;
    return { core: Number(core), raw: Number(raw), sections: Number(sections) };
  } finally {
    client.release();
  }
}

const SIZES = `
  select
    sum(size) filter (where schema = 'core' and name not in ('section', 'section_gram')) as core,
    sum(size) filter (where schema = 'raw') as raw,
    sum(size) filter (where schema = 'core' and name in ('section', 'section_gram')) as sections
  from (
    select n.nspname as schema, c.relname as name, pg_total_relation_size(c.oid) as size
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('core', 'raw')
  ) tables`;

const REPORTS = 1000;
