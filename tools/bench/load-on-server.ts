import { join } from 'node:path';
import { openDatabase } from '../../src/store/postgres/database.js';
import { loadRate } from './load-rate.js';
import type { Measurement } from './measurement.js';

export const loadOnServer: Measurement = {
  name: 'parsed reports into PostgreSQL',
  unit: 'reports/s',
  target: 5000,
  note: 'raw, core and findings; floor: COPY of the same arrays alone into a bare table',
  needsServer: true,
  prepare: async (bench) => {
    const url = await bench.server!.createDatabase();
    return loadRate(bench, await openDatabase({ url, dataFolder: join(bench.folder, 'load') }));
  },
};
