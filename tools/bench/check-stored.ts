import type { Figure } from '../../src/model/extraction.js';
import type { Database } from '../../src/store/postgres/database.js';
import { storedReports } from '../../src/store/reports/stored-reports.js';

/** Reads back all that is stored: throws unless it is these documents, figure by figure. */
export async function checkStored(
  db: Database,
  expected: ReadonlyMap<string, readonly Figure[]>,
): Promise<void> {
  let reports = 0;
  for await (const { documentSha256, figures } of storedReports(db)) {
    const wanted = expected.get(documentSha256);
    if (!wanted || textOf(figures) !== textOf(wanted))
      throw new Error(`the stored figures of document ${documentSha256} are not the ones that were read`);
    reports += 1;
  }
  if (reports !== expected.size) throw new Error(`${reports} reports are stored, expected ${expected.size}`);
}

function textOf(figures: readonly Figure[]): string {
  return figures
    .map((f) =>
      [f.indicator, f.applicant, f.raw, f.value, f.unit, f.state, f.table, f.row, f.column].join('\t'),
    )
    .sort()
    .join('\n');
}
