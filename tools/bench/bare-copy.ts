import type { LoadableReport } from '../../src/model/loading.js';
import { copyIntegers, copyRow } from '../../src/store/postgres/copy-text.js';
import type { Database } from '../../src/store/postgres/database.js';
import { readingsOf } from '../../src/store/reports/table-reading.js';

/** The least a database can be asked to do with the same figures: array rows, no key, nothing else. */
export const BARE_TABLE =
  'create table if not exists bare_reading (report integer, form_table text, values integer[])';

/** Seconds to COPY the arrays of the reports; making their text is not counted. */
export async function copyBare(db: Database, reports: readonly LoadableReport[]): Promise<number> {
  const rows = reports.flatMap(({ extraction }, report) =>
    readingsOf(extraction.figures).map(({ formTable, values }) =>
      copyRow([report, formTable, copyIntegers(values)]),
    ),
  );
  const text = Buffer.from(rows.join(''));
  const client = await db.pool.connect();
  try {
    const start = performance.now();
    await client.copy('bare_reading', ['report', 'form_table', 'values'], text);
    const seconds = (performance.now() - start) / 1000;
    await client.execute('truncate bare_reading');
    return seconds;
  } finally {
    client.release();
  }
}
