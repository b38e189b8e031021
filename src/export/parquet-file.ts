import { closeSync, openSync, writeSync } from 'node:fs';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ViewColumn } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';
import { growingColumns, parquetSchema } from './parquet-columns.js';

export interface ParquetFile {
  write(rows: readonly ViewRow[]): void;
  /** How much of what a row group may hold waits in memory, 1 being all of it. */
  held(): number;
  /** Row groups that were written. */
  groups(): number;
  /** Writes what waits as a row group. */
  flush(): void;
  /** Writes what is left and the foot; gives the number of rows. */
  close(): number;
}

/** A Parquet file that takes rows one after the other and holds one row group in memory, until it is told to write it. */
export function openParquetFile(
  path: string,
  columns: readonly ViewColumn[],
  inexact: (column: string, text: string) => void,
): ParquetFile {
  const bytes = new ByteWriter();
  const descriptor = openSync(path, 'w');
  let count = 0;
  let groups = 0;
  const group = growingColumns(columns, inexact);
  let rowsHeld = 0;
  let characters = 0;
  /** The writer counts offsets by itself; its buffer is ours to empty between groups. */
  const drain = (): void => {
    const filled = bytes.getBytes();
    for (let done = 0; done < filled.length; ) done += writeSync(descriptor, filled, done);
    Object.assign(bytes, emptyBuffer());
  };
  const writer = new ParquetWriter({ writer: bytes, schema: parquetSchema(columns), createdBy: 'nianbao' });
  const flush = (): void => {
    if (rowsHeld === 0) return;
    void writer.write({ columnData: group.take(), rowGroupSize: rowsHeld });
    drain();
    count += rowsHeld;
    groups += 1;
    rowsHeld = 0;
    characters = 0;
  };
  return {
    write(rows) {
      for (const row of rows) {
        group.add(row);
        rowsHeld += 1;
        for (const value of row) characters += value?.length ?? 0;
      }
    },
    held: () => Math.max((rowsHeld * columns.length) / GROUP_CELLS, characters / GROUP_CHARACTERS),
    groups: () => groups,
    flush,
    close() {
      try {
        flush();
        void writer.finish();
        drain();
        return count;
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

/** A writer keeps its buffer at the size of its largest row group: with a file a year open that is many times too much. */
function emptyBuffer(): Pick<ByteWriter, 'buffer' | 'view' | 'index'> {
  const buffer = new ArrayBuffer(0);
  return { buffer, view: new DataView(buffer), index: 0 };
}

/** Of a row group, which is held in memory: sections are long, figures many, unit years wide. */
const GROUP_CELLS = 1_000_000;
const GROUP_CHARACTERS = 1 << 25;
