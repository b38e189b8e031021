import { open } from 'node:fs/promises';
import type { ViewRow } from '../store/views/view-stream.js';
import type { RowSink } from './row-sink.js';

/** A text file of a head and a line a row. */
export async function openLineFile(
  path: string,
  head: string,
  line: (row: ViewRow) => string,
): Promise<RowSink> {
  const file = await open(path, 'w');
  await file.writeFile(head);
  let count = 0;
  return {
    async write(rows) {
      count += rows.length;
      let text = '';
      for (const row of rows) text += line(row);
      await file.writeFile(text);
    },
    async close() {
      await file.close();
      return count;
    },
  };
}
