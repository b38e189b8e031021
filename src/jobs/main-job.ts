import { createHttpClient } from '../ingest/http-client.js';
import { serveLocalSites } from '../ingest/local-site.js';
import { readUnitsFile } from '../ingest/units-file.js';
import type { RunCounts } from '../model/loading.js';
import type { SourcesFile } from '../model/source.js';
import { saveCheckSettings } from '../store/check-settings.js';
import { saveExpectations } from '../store/expectations.js';
import { saveLocalRules } from '../store/local-rules.js';
import { listUnits, saveUnits } from '../store/units.js';
import { checkUnits } from './check-units.js';
import { collect } from './collect.js';
import { addCounts, type JobContext } from './context.js';
import { expectReports } from './expectations.js';
import { parsePending } from './parse-pending.js';
import { recordRun } from './record-run.js';

export interface MainJob {
  readonly context: JobContext;
  readonly sources: SourcesFile;
  readonly userAgent: string;
}

/** The main job: registry → collect → parse and load → check. Each stage can be run again alone. */
export function runMainJob(job: MainJob): Promise<RunCounts> {
  const { db, report } = job.context;
  return recordRun(db, 'run', async () => {
    report.info(`collect: ${job.sources.sources.length} sources`);
    const collected = await collectSources(job);
    report.info(`collect: ${collected.found} reports listed, ${collected.fetched} new or changed`);
    const parsed = await parsePending(job.context);
    report.info(`parse and load: ${parsed.parsed} documents read, ${parsed.loaded} reports loaded`);
    const judged = await checkUnits(job.context, new Date());
    report.info(`check: ${judged} unit-years with a new result`);
    return addCounts(collected, parsed);
  });
}

/** The registry and what it is expected of, then what the publishers' lists hold. */
export async function collectSources({ context, sources, userAgent }: MainJob): Promise<RunCounts> {
  await registerUnits(context, sources);
  const sites = await serveLocalSites(sources.localSites);
  const http = createHttpClient({ userAgent, localHosts: sites.hosts });
  try {
    return await collect(context, http, sources, await listUnits(context.db));
  } finally {
    await http.close();
    await sites.close();
  }
}

async function registerUnits({ db }: JobContext, sources: SourcesFile): Promise<void> {
  if (sources.units) await saveUnits(db, await readUnitsFile(sources.units));
  if (sources.checks) await saveCheckSettings(db, sources.checks);
  if (sources.localRules) await saveLocalRules(db, sources.localRules);
  if (!sources.expected) return;
  await saveExpectations(db, expectReports(sources, await listUnits(db)), sources.expected);
}
