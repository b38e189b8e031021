import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unitsOf } from './bench-units.js';
import type { BulkLoad } from './bulk-load.js';
import type { Bench, Measurement, Probe } from './measurement.js';

/** The second of four times as many documents as the first: the two tell whether memory grows with the work. */
export const peakMemory = memoryOf(1 / 4, 'peak memory of a bulk run, N documents');
export const peakMemoryOfMore = memoryOf(1, 'peak memory of a bulk run, 4 N documents');

function memoryOf(share: number, name: string): Measurement {
  return {
    name,
    unit: 'MB',
    target: 400,
    note: 'largest resident size of a fresh process; HTML and .docx files in equal parts',
    needsServer: true,
    prepare: (bench) => prepare(bench, share),
  };
}

async function prepare({ corpus, folder, server }: Bench, share: number): Promise<Probe> {
  const used = corpus.slice(0, Math.ceil(corpus.length * share));
  const own = join(folder, `memory-${used.length}`);
  const files = join(own, 'in');
  await mkdir(files, { recursive: true });
  for (const [index, { html, docx }] of used.entries()) {
    await writeFile(join(files, `${index}.html`), html);
    await writeFile(join(files, `${index}.docx`), docx);
  }
  const dataFolder = join(own, 'data');
  return {
    round: async () => {
      const url = await server!.createDatabase();
      const task: BulkLoad = { url, dataFolder, folder: files, files: used.length * 2, units: unitsOf(used) };
      const taskFile = join(own, 'task.json');
      await writeFile(taskFile, JSON.stringify(task));
      const { stdout } = await promisify(execFile)(process.execPath, [CHILD, taskFile]);
      await rm(dataFolder, { recursive: true });
      return { value: Number(stdout) };
    },
  };
}

const CHILD = fileURLToPath(new URL('./bulk-process.js', import.meta.url));
