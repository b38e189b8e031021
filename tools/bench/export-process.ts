/** A process of its own for one export: prints its largest resident size in megabytes and the seconds it took. */

import { exportDatasets } from '../../src/export/export-datasets.js';
import { EXPORTS } from '../../src/export/exports.js';
import { openDatabase } from '../../src/store/database.js';

const [url, dataFolder, format, out] = process.argv.slice(2) as [string, string, string, string];
const db = await openDatabase({ url, dataFolder });
const start = performance.now();
await exportDatasets(db, EXPORTS[format]!, { out });
const seconds = (performance.now() - start) / 1000;
await db.close();
process.stdout.write(JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024, seconds }));
