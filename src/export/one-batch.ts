import type { ViewRow } from '../store/views/view-stream.js';

/** Rows that are held already, as a stream of rows. */
export async function* oneBatch(rows: readonly ViewRow[]): AsyncGenerator<readonly ViewRow[]> {
  yield rows;
}
