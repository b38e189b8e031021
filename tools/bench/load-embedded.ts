import { join } from 'node:path';
import { openDatabase } from '../../src/store/postgres/database.js';
import { loadRate } from './load-rate.js';
import type { Measurement } from './measurement.js';

export const loadEmbedded: Measurement = {
  name: 'parsed reports into the embedded database',
  unit: 'reports/s',
  target: null,
  note: 'the same on PGlite, in the same process',
  prepare: async (bench) =>
    loadRate(bench, await openDatabase({ dataFolder: join(bench.folder, 'embedded') })),
};
