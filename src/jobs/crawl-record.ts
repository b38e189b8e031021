import { ArchiveError } from '../ingest/archive-error.js';
import { families } from '../ingest/families/families.js';
import { FetchError } from '../ingest/http/fetch-error.js';
import type { FetchResult } from '../ingest/http/http-client.js';
import { isCutOff } from '../ingest/http/is-cut-off.js';
import { type FetchPage, type ListPage, WHOLE_ENDS } from '../ingest/lists/list-family.js';
import type { Source } from '../model/source.js';
import {
  type CrawlEnd,
  countListPage,
  doubtOfReading,
  finishCrawl,
  knownListPage,
  type ListPageRecord,
  saveListPage,
  startCrawl,
} from '../store/collection/crawls.js';
import { type Collecting, fetchRecorded } from './record-fetch.js';

/** One reading of a source's list, written down page by page as it goes: what a killed crawl read is known too. */
export interface CrawlRecord {
  /** How the family asks for list pages. A page that has not changed comes from the archive. */
  readonly fetch: FetchPage;
  readonly count: (page: ListPage) => Promise<void>;
  /** Gives how the crawl is said to have ended, all that is known considered. */
  readonly finish: (end: CrawlEnd) => Promise<string>;
}

export async function recordCrawl(collecting: Collecting, source: Source): Promise<CrawlRecord> {
  const { db } = collecting.context;
  const crawlId = await startCrawl(db, source.id, new Date());
  const ordinals = new Map<FetchResult, number>();
  let pages = 0;
  const save = async (page: ListPageRecord): Promise<number> => {
    const ordinal = pages++;
    await saveListPage(db, crawlId, ordinal, page);
    return ordinal;
  };
  return {
    async fetch(url, asked = {}) {
      const reportYear = yearAsked(source, url);
      try {
        const { fetched, page } = await fetchListPage(collecting, source, url, asked);
        ordinals.set(fetched, await save({ ...page, reportYear }));
        return fetched;
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        const { status, message: failure } = error;
        await save({ ...NOTHING_READ, url, reportYear, fetchedAt: new Date(), status, failure });
        throw error;
      }
    },
    async count({ fetched, items, otherItems, duplicates }) {
      const ordinal = ordinals.get(fetched);
      if (ordinal === undefined) return;
      const reports = items.length;
      await countListPage(db, crawlId, ordinal, {
        items: reports + otherItems + (duplicates?.length ?? 0),
        reports,
      });
    },
    async finish(end) {
      const doubt = WHOLE_ENDS.has(end.ended) ? await doubtOfReading(db, crawlId) : null;
      // A list that tells how many entries it has tells by it that one is missing, and one without an end stays unknown.
      const known = end.declaredTotal !== null || end.ended !== 'end';
      const ended = doubt === 'once' && known ? end.ended : (doubt ?? end.ended);
      await finishCrawl(db, crawlId, { ...end, ended });
      return ended;
    },
  };
}

async function fetchListPage(
  collecting: Collecting,
  { delayMs, fetchRules }: Source,
  url: string,
  asked: Parameters<FetchPage>[1] & object,
): Promise<{ fetched: FetchResult; page: ListPageRecord }> {
  const { archive } = collecting.context;
  // A page that is asked for by a form has no address of its own that could be known.
  const known = asked.form === undefined ? await heldPage(collecting, url) : null;
  const { etag = null, lastModified = null } = known?.page ?? {};
  const question = { ...asked, ...fetchRules, delayMs, etag, lastModified };
  return fetchRecorded(collecting, url, question, async (answer) => {
    const { finalUrl, status, fetchedAt } = answer;
    if (answer.body === null && known) {
      const page = { ...known.page, fetchedAt, status, notModified: true };
      const { contentType, etag, lastModified } = known.page;
      const before = { contentType, etag, lastModified, body: known.body };
      return { fetched: { ...answer, ...before, notModified: false }, page };
    }
    const sha256 = answer.body === null ? null : (await archive.put(answer.body)).sha256;
    const { contentType, etag, lastModified } = answer;
    const headers = { contentType, etag, lastModified };
    return {
      fetched: answer,
      page: { ...NOTHING_READ, ...headers, url, finalUrl, status, fetchedAt, sha256 },
    };
  });
}

/**
 * The page as it was last, where its bytes are still whole and the site can say whether they are still right. Of one that
 * came cut off the site would say so too, and it would stay.
 */
async function heldPage({ context: { db, archive } }: Collecting, url: string) {
  const page = await knownListPage(db, url);
  if (!page?.sha256 || (page.etag === null && page.lastModified === null)) return null;
  try {
    const body = await archive.get(page.sha256);
    return isCutOff(body) ? null : { page, body };
  } catch (error) {
    if (error instanceof ArchiveError) return null;
    throw error;
  }
}

function yearAsked(source: Source, url: string): number | null {
  if (!families.get(source.family)!.byYear || source.years === null) return null;
  for (let year = source.years.from; year <= source.years.to; year++) {
    if (source.url.replaceAll('{year}', String(year)) === url) return year;
  }
  return null;
}

const NOTHING_READ = {
  reportYear: null,
  status: null,
  notModified: false,
  sha256: null,
  finalUrl: null,
  contentType: null,
  etag: null,
  lastModified: null,
  failure: null,
} satisfies Partial<ListPageRecord>;
