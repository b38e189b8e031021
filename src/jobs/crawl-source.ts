import { families } from '../ingest/families/families.js';
import { FetchError } from '../ingest/http/fetch-error.js';
import type { ListedItem, ListPage } from '../ingest/lists/list-family.js';
import { unitOfItem } from '../ingest/registry/unit-of-item.js';
import type { RunCounts } from '../model/loading.js';
import type { Source } from '../model/source.js';
import type { UnitRecord } from '../model/unit.js';
import type { CrawlEnd } from '../store/collection/crawls.js';
import { saveListings } from '../store/collection/fetches.js';
import { addCounts, NO_COUNTS } from './context.js';
import { recordCrawl } from './crawl-record.js';
import { keepReport } from './keep-report.js';
import type { Collecting } from './record-fetch.js';

/**
 * Reads a source's list to its end, writing down every page and every link to a report; the reports themselves are
 * looked at later, but for families whose list pages are the reports. `found` counts links, `fetched` new documents.
 */
export async function crawlSource(collecting: Collecting, source: Source): Promise<RunCounts> {
  const first = await readOnce(collecting, source);
  if (first.ended !== 'once') return first.counts;
  // What moved up while the list was read for the first time is found by the second reading, and seen to be missing by it.
  const second = await readOnce(collecting, source);
  return { ...addCounts(first.counts, second.counts), found: second.counts.found };
}

async function readOnce(
  collecting: Collecting,
  source: Source,
): Promise<{ counts: RunCounts; ended: string }> {
  const { report } = collecting.context;
  const crawl = await recordCrawl(collecting, source);
  let counts = NO_COUNTS;
  const ends = new ListEnds();
  try {
    for await (const page of families.get(source.family)!.list(source, crawl.fetch)) {
      await crawl.count(page);
      counts = addCounts(counts, await notePage(collecting, source, page));
      ends.add(page);
      report.progress(`collect ${source.id} (${new URL(page.url).host}): ${counts.found} reports listed`);
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { message } = error;
    report.warn(`${source.id}: the list could not be read to its end: ${message}`);
    const ended = await crawl.finish({ ...ends.said(), ended: 'failed', message });
    return { counts: addCounts(counts, { ...NO_COUNTS, failed: 1 }), ended };
  }
  const ended = await crawl.finish({ ...ends.said(), message: null });
  return { counts, ended };
}

/** How the lists of a source ended: one that was not read to its end speaks for all. */
class ListEnds {
  #ended: string | null = null;
  #pagesLeft = 0;
  #declared: number | null = null;
  /** Of the list that is being read. */
  #declaredHere: number | null = null;

  add({ ended = null, pagesLeft, declaredTotal = null }: ListPage): void {
    this.#pagesLeft += pagesLeft;
    // Where a later page tells fewer an entry went meanwhile, and what came after it moved up unread.
    if (declaredTotal !== null) this.#declaredHere = Math.max(declaredTotal, this.#declaredHere ?? 0);
    if (ended === null) return;
    if (this.#ended === null || this.#ended === 'end') this.#ended = ended;
    this.#declared = this.#sum();
    this.#declaredHere = null;
  }

  said(): Omit<CrawlEnd, 'message'> {
    const ended = this.#ended ?? (this.#pagesLeft > 0 ? 'cap' : 'end');
    return { ended, pagesLeft: this.#pagesLeft, declaredTotal: this.#sum() };
  }

  #sum(): number | null {
    if (this.#declared === null || this.#declaredHere === null) return this.#declared ?? this.#declaredHere;
    return this.#declared + this.#declaredHere;
  }
}

async function notePage({ context, units }: Collecting, source: Source, page: ListPage): Promise<RunCounts> {
  const { db, report } = context;
  if (page.pagesLeft > 0) {
    report.warn(`${source.id}: ${page.pagesLeft} list pages beyond max_pages were not read; raise max_pages`);
  }
  const pages = page.items.map((item) => ({ item, page: asListed(source, item, units) }));
  const seen = { seenAt: page.fetched.fetchedAt, listUrl: page.url };
  if (pages.length > 0)
    await saveListings(
      db,
      pages.map(({ page }) => ({ ...page, ...seen })),
    );
  let counts: RunCounts = { ...NO_COUNTS, found: pages.length };
  for (const { item, page } of pages) {
    if (item.fetched && (await keepReport(context, page, item.fetched)))
      counts = addCounts(counts, { ...NO_COUNTS, fetched: 1 });
  }
  return counts;
}

function asListed(
  source: Source,
  { url, title, listedOn, reportYear }: ListedItem,
  units: readonly UnitRecord[],
) {
  const unitId = source.unitId ?? unitOfItem(title, source.unitIds, units);
  return { url, sourceId: source.id, title, listedOn, unitId, reportYear };
}
