/** A process of its own for one bulk run: prints its largest resident size in megabytes. */
import { readFile } from 'node:fs/promises';
import { type BulkLoad, bulkLoad } from './bulk-load.js';

const task = JSON.parse(await readFile(process.argv[2]!, 'utf8')) as BulkLoad;
await bulkLoad(task);
process.stdout.write(`${process.resourceUsage().maxRSS / 1024}\n`);
