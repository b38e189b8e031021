/** A process of its own for one export: prints its rows, the seconds it took and its largest resident size in megabytes. */
import { exportDatasets } from '../../src/export/export-datasets.js';
import { EXPORTS } from '../../src/export/exports.js';
import { parseYearRange } from '../../src/export/year-range.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import type { ExportTask } from './export-run.js';

const { url, dataFolder, format, tables, years, out } = JSON.parse(process.argv[2]!) as ExportTask;
const db = await openDatabase({ url, dataFolder });
const start = performance.now();
const { files } = await exportDatasets(db, EXPORTS[format]!, {
  out,
  tables: tables === '' ? undefined : tables.split(','),
  years: years === '' ? undefined : parseYearRange(years),
});
const seconds = (performance.now() - start) / 1000;
await db.close();
const rows = files.reduce((sum, file) => sum + file.rows, 0);
process.stdout.write(JSON.stringify({ rows, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
