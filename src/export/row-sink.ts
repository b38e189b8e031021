import type { ViewRow } from '../store/views/view-stream.js';

/** Where rows go, some thousands at a time. */
export interface RowSink {
  write(rows: readonly ViewRow[]): void | Promise<void>;
  /** Completes what was written; gives the number of rows. */
  close(): number | Promise<number>;
}

/** Reads rows once for all sinks, and closes these whatever happens; the numbers of rows, in the order of the sinks. */
export async function pour(
  batches: AsyncIterable<readonly ViewRow[]>,
  sinks: readonly RowSink[],
): Promise<number[]> {
  try {
    for await (const rows of batches) {
      for (const sink of sinks) await sink.write(rows);
    }
  } catch (error) {
    await closeAll(sinks).catch(() => {});
    throw error;
  }
  return closeAll(sinks);
}

/** Closes every one, also where another can't be closed. */
export async function closeAll(sinks: readonly Pick<RowSink, 'close'>[]): Promise<number[]> {
  const closed = await Promise.allSettled(sinks.map(async (sink) => sink.close()));
  return closed.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

/** Passes the rows on that fit. */
export function rowsThatFit(sink: RowSink, fits: (row: ViewRow) => boolean): RowSink {
  return { write: (rows) => sink.write(rows.filter(fits)), close: () => sink.close() };
}
