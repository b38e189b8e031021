import { execFile } from 'node:child_process';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface ExportTask {
  readonly url: string;
  readonly dataFolder: string;
  readonly format: string;
  /** As --table takes them; empty for all. */
  readonly tables: string;
  /** As --year takes them; empty for all. */
  readonly years: string;
  readonly out: string;
}

export interface ExportRun {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Largest resident size of the exporting process. */
  readonly megabytes: number;
}

/** One export in a process of its own; what it wrote is measured and removed. */
export async function runExport(task: ExportTask): Promise<ExportRun> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [HEAP, CHILD, JSON.stringify(task)]);
    return { ...(JSON.parse(stdout) as Omit<ExportRun, 'bytes'>), bytes: await bytesBelow(task.out) };
  } finally {
    await rm(task.out, { recursive: true, force: true });
  }
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries)
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes;
}

/** In a small heap an export fails that needs more with more rows; in a large one V8 lets lie what nobody needs any more. */
const HEAP = '--max-old-space-size=128';
const CHILD = fileURLToPath(new URL('./export-process.js', import.meta.url));
