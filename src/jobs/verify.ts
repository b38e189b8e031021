import { ArchiveError } from '../ingest/archive-error.js';
import { ReadError } from '../parse/readers/read-error.js';
import { archivedDocuments } from '../store/collection/archived-documents.js';
import { archivedListPages } from '../store/collection/crawls.js';
import { type StoredReport, storedReports } from '../store/reports/stored-reports.js';
import { claimsDiffer, compareFigures, describeDifference, sectionsDiffer } from './compare-figures.js';
import type { JobContext } from './context.js';
import { mapInOrder } from './map-in-order.js';
import { openReadingPool, type ReadingPool } from './reading-pool.js';

export interface Verification {
  readonly documents: number;
  readonly reports: number;
  readonly figures: number;
  /** Each names the original, and the cell where one differs. */
  readonly differences: readonly string[];
}

/**
 * Takes what is stored back to the archived bytes: every original must fit its hash, and read again now must give the
 * very figures, sections and claims that are stored. `sample` limits it to so many reports.
 */
export async function verify(context: JobContext, sample: number | null): Promise<Verification> {
  const { db, archive, report } = context;
  const differences: string[] = [];
  let reports = 0;
  let figures = 0;
  const damaged = new Set<string>();
  let documents = 0;
  for await (const sha256 of archivedDocuments(db)) {
    documents += 1;
    const damage = await archive.get(sha256).then(() => null, asDamage);
    if (damage) {
      damaged.add(sha256);
      differences.push(damage);
    }
    report.progress(`verify: ${documents} originals`);
  }
  // What proves that a report is absent has to be whole too.
  for (const sha256 of await archivedListPages(db)) {
    const damage = damaged.has(sha256) ? null : await archive.get(sha256).then(() => null, asDamage);
    if (damage) differences.push(damage);
  }
  const pool = openReadingPool(context);
  try {
    const compared = mapInOrder(firstOf(storedReports(db), sample), pool.width, async (stored) => ({
      figures: stored.figures.length,
      found: damaged.has(stored.documentSha256) ? [] : await compare(stored, pool),
    }));
    for await (const { figures: count, found } of compared) {
      reports += 1;
      figures += count;
      differences.push(...found);
      report.progress(`verify: ${reports} reports, ${figures} figures`);
    }
  } finally {
    await pool.close();
  }
  return { documents, reports, figures, differences };
}

async function* firstOf<T>(items: AsyncIterable<T>, count: number | null): AsyncGenerator<T> {
  let given = 0;
  for await (const item of items) {
    if (count !== null && given >= count) return;
    given += 1;
    yield item;
  }
}

function asDamage(error: unknown): string {
  if (error instanceof ArchiveError) return error.message;
  throw error;
}

async function compare(stored: StoredReport, pool: ReadingPool): Promise<string[]> {
  const name = `${stored.documentSha256} (${stored.unitId} ${stored.reportYear})`;
  try {
    const original = { sha256: stored.documentSha256, servedType: stored.servedType };
    // Only where the readings differ does the second change a figure.
    const control = stored.control === 'differed' ? 'always' : 'never';
    const { figures, sections, claims } = await pool.read(original, control);
    const differences = compareFigures(stored.figures, figures).map(describeDifference);
    if (sectionsDiffer(stored.sections, sections)) differences.push('the text of its sections differs');
    if (claimsDiffer(stored.claims, claims)) differences.push('the numbers of its prose differ');
    return differences.map((difference) => `${name}: ${difference}`);
  } catch (error) {
    if (error instanceof ReadError || error instanceof ArchiveError)
      return [`${name}: can no longer be read: ${error.message}`];
    throw error;
  }
}
