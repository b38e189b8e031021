/** `npm run bench`: measures speed, memory and size on documents of its own making. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBenchCorpus } from '../generate/bench-corpus.js';
import { type BenchOptions, readBenchOptions } from './bench-options.js';
import { openBenchServer } from './bench-server.js';
import { MEASUREMENTS } from './measurements.js';
import { tableOf } from './print-results.js';
import { type Result, runGroup } from './run-measurements.js';

const machine = { cores: availableParallelism(), node: process.version };

async function bench({ documents, seed, rounds, url, only }: BenchOptions): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  progress('making documents');
  const corpus = makeBenchCorpus(documents, seed);
  const server = await openBenchServer(url);
  try {
    const results: Result[] = [];
    for (const group of MEASUREMENTS) {
      const chosen = group.filter(({ name }) => name.includes(only));
      results.push(...(await runGroup(chosen, { corpus, folder, server }, rounds, progress)));
    }
    return results;
  } finally {
    progress('');
    await server?.close();
  }
}

function progress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${message}`);
}

function print(results: readonly Result[], options: BenchOptions): void {
  const { documents, seed, rounds } = options;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ machine, documents, seed, rounds, measurements: results })}\n`);
    return;
  }
  process.stdout.write(
    `${machine.cores} cores, Node ${machine.node}; ${documents} reports (seed ${seed}); medians of ${rounds} rounds\n\n` +
      `${tableOf(results)}\nmet: the median reaches the target. Parts are milliseconds a document unless they say otherwise.\n`,
  );
}

/** Leaves through process.exit, so that what runs on exit stops the server and removes the folders. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

try {
  const options = readBenchOptions(process.argv.slice(2));
  print(await bench(options), options);
} catch (error) {
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
