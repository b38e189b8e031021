/** `npm run faults`: collects from sites that fail in every way, and counts what was lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabases } from './databases.js';
import { drawWorld } from './draw-world.js';
import { startLateClock } from './late-clock.js';
import { measureRun } from './measure-run.js';
import { modeOfRun } from './mode-of-run.js';
import { type Options, readOptions, USAGE } from './options.js';
import { failuresOf, lastLine, summary, Tally } from './tally.js';

async function run(options: Options): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-faults-'));
  const databases = await openDatabases(process.env.DATABASE_URL ?? null, folder);
  const clock = startLateClock();
  const tally = new Tally();
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < options.runs && elapsed() < (options.seconds ?? Number.POSITIVE_INFINITY)) {
      const place = next++;
      const mode = options.mode ?? modeOfRun(options, place);
      const world = drawWorld(options.seed + place, mode, options.only);
      const measured = await measureRun(world, { databases, clock, verbose: options.verbose });
      tally.add(measured);
      const failures = failuresOf(measured);
      if (failures.length > 0)
        console.error(
          `run ${world.seed} (${mode}) failed; repeat it with --runs 1 --seed ${world.seed} --mode ${mode}\n${failures.join('\n')}`,
        );
      if (tally.runs % EVERY === 0)
        console.error(`${tally.runs} of ${options.runs} runs, ${elapsed().toFixed(0)} s: ${lastLine(tally)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.lanes }, lane));
  } finally {
    clock.stop();
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.error(`${tally.runs} runs, ${elapsed().toFixed(1)} s`);
  return tally;
}

/** Runs between two lines of progress. */
const EVERY = 25;

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(USAGE);
else {
  try {
    const tally = await run(readOptions(args));
    console.log(`${summary(tally)}\n${lastLine(tally)}`);
    process.exitCode = tally.ok ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    process.exitCode = 2;
  }
}
