/** What `nianbao worker --once` does, with the limits of a run; a process of its own, so that it can be killed. */
import { openArchive } from '../../src/ingest/archive.js';
import { runWorker } from '../../src/jobs/run-worker.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { USER_AGENT, type WorkerStart } from './workers.js';

const { url, dataFolder, limits } = JSON.parse(process.argv[2]!) as WorkerStart;
const db = await openDatabase({ url, dataFolder });
const report = { info: () => {}, progress: () => {}, warn: (text: string) => console.error(text) };
const context = { db, archive: await openArchive(dataFolder), report };
const failed = await runWorker(
  { context, userAgent: USER_AGENT, limits },
  { signal: new AbortController().signal, untilEmpty: true, describe: String },
);
await db.close();
process.exitCode = failed > 0 ? 1 : 0;
