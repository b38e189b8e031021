import type { FetchResult } from '../ingest/http/http-client.js';
import { readReportTitle } from '../ingest/lists/report-title.js';
import type { Listing } from '../model/source.js';
import type { DuePage } from '../store/collection/due-pages.js';
import { saveListings } from '../store/collection/fetches.js';
import { attachmentsIn } from './attachments-in.js';
import type { JobContext } from './context.js';
import { keepOriginal } from './keep-original.js';

type ListedPage = Omit<DuePage, 'source'>;

/**
 * Keeps a report page; where it is only a cover that names the report's document, keeps the cover's bytes and lists the
 * document in its place: it is then due by itself. True if a document is new.
 */
export async function keepReport(
  context: JobContext,
  page: ListedPage,
  fetched: FetchResult,
): Promise<boolean> {
  const attached = attachmentsIn(fetched, page.reportYear);
  if (attached.length === 0) return keepOriginal(context, page, fetched);
  await context.archive.put(fetched.body!);
  const found = {
    unitId: page.unitId,
    sourceId: page.sourceId,
    listUrl: page.url,
    seenAt: fetched.fetchedAt,
  };
  await saveListings(
    context.db,
    attached.map((link) => ({ ...asListed(page, link, attached.length === 1), ...found })),
  );
  return false;
}

/** One document is the report that the list speaks of, whatever its link is called. */
function asListed({ title, listedOn, reportYear }: ListedPage, link: Listing, isOnly: boolean) {
  return isOnly
    ? { url: link.url, title, listedOn, reportYear }
    : { ...link, listedOn, reportYear: readReportTitle(link.title).year ?? reportYear };
}
