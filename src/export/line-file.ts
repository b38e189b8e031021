import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ViewRow } from '../store/view-stream.js';

/** Writes a head and a line a row, some thousands at a time; gives the number of rows. */
export async function writeLines(
  path: string,
  head: string,
  batches: AsyncIterable<readonly ViewRow[]>,
  line: (row: ViewRow) => string,
): Promise<number> {
  let count = 0;
  async function* text() {
    yield head;
    for await (const rows of batches) {
      count += rows.length;
      let chunk = '';
      for (const row of rows) chunk += line(row);
      yield chunk;
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(path));
  return count;
}
