import type { Archive } from '../ingest/archive.js';
import { ArchiveError } from '../ingest/archive-error.js';
import { FetchError } from '../ingest/http/fetch-error.js';
import type { FetchOptions } from '../ingest/http/http-client.js';
import { isCutOff } from '../ingest/http/is-cut-off.js';
import type { RunCounts } from '../model/loading.js';
import { knownCapture } from '../store/collection/captures.js';
import type { DuePage } from '../store/collection/due-pages.js';
import { isNotAReport } from '../store/collection/refusals.js';
import { NO_COUNTS } from './context.js';
import { keepReport } from './keep-report.js';
import { type Collecting, doubtOf, fetchRecorded, isNoPage } from './record-fetch.js';

/**
 * Fetches a report page, or asks whether one that is held has changed. A page that is gone stays as it was archived;
 * an answer that only seems to be something else is archived beside it, and reading decides.
 */
export async function lookAtPage(collecting: Collecting, page: DuePage): Promise<RunCounts> {
  const { context } = collecting;
  try {
    const question = await questionFor(collecting, page);
    return await fetchRecorded(collecting, page.url, question, async (fetched) => {
      const doubt = doubtOf(fetched);
      if (doubt !== null) context.report.warn(`${page.url}: ${doubt}; what was archived before stays`);
      if (isNoPage(fetched)) return { ...NO_COUNTS, failed: 1 };
      return (await keepReport(context, page, fetched)) ? { ...NO_COUNTS, fetched: 1 } : NO_COUNTS;
    });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    context.report.warn(error.message);
    return { ...NO_COUNTS, failed: 1 };
  }
}

/** Whether it has changed is asked only of a report that is held; all else is fetched anew. */
async function questionFor({ context: { db, archive } }: Collecting, page: DuePage): Promise<FetchOptions> {
  const pace = page.source === null ? {} : { ...page.source.fetchRules, delayMs: page.source.delayMs };
  const known = await knownCapture(db, page.url);
  if (known === null || !(await isWhole(archive, known.documentSha256))) return pace;
  if (await isNotAReport(db, known.documentSha256)) return pace;
  return { ...pace, etag: known.etag, lastModified: known.lastModified };
}

/** Of bytes that came cut off the site would say that nothing has changed, and they would stay. */
async function isWhole(archive: Archive, sha256: string): Promise<boolean> {
  try {
    return !isCutOff(await archive.get(sha256));
  } catch (error) {
    if (error instanceof ArchiveError) return false;
    throw error;
  }
}
