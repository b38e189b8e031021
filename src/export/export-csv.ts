import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Database } from '../store/database.js';
import { readViews, type ViewRows } from '../store/view-stream.js';
import type { ExportedFile, ExportOptions } from './export.js';
import { EXPORTED_VIEWS } from './exported-views.js';

/**
 * One CSV file a public view: UTF-8 with a byte order mark (Excel needs it for Chinese), every value as the database
 * writes it, an empty field for null. All files show one state of the database, and get their names when all are whole.
 */
export async function exportCsv(db: Database, { out, years, under }: ExportOptions): Promise<ExportedFile[]> {
  await mkdir(out, { recursive: true });
  const drafts: (ExportedFile & { draft: string })[] = [];
  try {
    await readViews(db, async (reader) => {
      for (const view of EXPORTED_VIEWS) {
        const path = join(out, `${view}.csv`);
        const draft = `${path}.${process.pid}.part`;
        drafts.push({ path, draft, rows: 0 });
        const rows = await writeFile(draft, await reader.stream(view, { years, under }));
        drafts[drafts.length - 1] = { path, draft, rows };
      }
    });
    for (const { draft, path } of drafts) await rename(draft, path);
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true });
    throw error;
  }
  return drafts.map(({ path, rows }) => ({ path, rows }));
}

async function writeFile(path: string, { columns, rows }: ViewRows): Promise<number> {
  let count = 0;
  async function* counted() {
    for await (const row of rows) {
      count++;
      yield row;
    }
  }
  await pipeline(
    Readable.from(counted()),
    stringify({ bom: true, header: true, columns: [...columns], record_delimiter: 'windows' }),
    createWriteStream(path),
  );
  return count;
}
