import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/ingest/archive.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { saveUnits } from '../../src/store/units/units.js';
import type { Databases } from './databases.js';
import { judgeHeld, wholeReports } from './judge-held.js';
import { judgeLists } from './judge-lists.js';
import { judgeRate } from './judge-rate.js';
import type { LateClock } from './late-clock.js';
import { type Ran, runWorld } from './run-world.js';
import { startSites } from './site-server.js';
import type { World } from './world.js';

export interface Measured extends Ran {
  readonly world: World;
  readonly published: number;
  readonly held: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  readonly overRate: readonly string[];
  readonly falseComplete: readonly string[];
  readonly fragments: number;
  readonly requests: number;
  /** Of every request that met one. */
  readonly faults: readonly string[];
}

/** One world, collected and judged. */
export async function measureRun(
  world: World,
  { databases, clock, verbose }: { databases: Databases; clock: LateClock; verbose: boolean },
): Promise<Measured> {
  const name = `nianbao_faults_${process.pid}_${world.seed}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-faults-'));
  const url = await databases.create(name);
  const db = await openDatabase({ url, dataFolder });
  const sites = await startSites(world, clock);
  try {
    await saveUnits(db, world.units);
    const archive = await openArchive(dataFolder);
    const tell = verbose ? (text: string) => console.error(text) : () => {};
    const context = { db, archive, report: { info: tell, progress: () => {}, warn: tell } };
    const everHeld = new Set<string>();
    const falseComplete: string[] = [];
    const ran = await runWorld(world, {
      ...{ context, url, dataFolder, sites },
      afterRound: async (startedAt) => {
        for (const key of await wholeReports(world, db)) everHeld.add(key);
        falseComplete.push(...(await judgeLists(sites.states, db, startedAt)));
      },
    });
    if (verbose) for (const request of sites.log) console.error(JSON.stringify(request));
    const held = await judgeHeld(world, { db, archive, dataFolder }, everHeld);
    const faults = sites.log.flatMap(({ fault }) => fault ?? []);
    const overRate = judgeRate(world, sites.log);
    return { ...ran, world, ...held, overRate, falseComplete, requests: sites.log.length, faults };
  } finally {
    sites.close();
    await db.close();
    await databases.drop(name);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
