import { families } from '../ingest/families.js';
import { FetchError } from '../ingest/fetch-error.js';
import type { FetchOptions, FetchResult, HttpClient } from '../ingest/http-client.js';
import type { ListedItem, ListPage } from '../ingest/list-family.js';
import { readReportTitle } from '../ingest/report-title.js';
import { unitOfItem } from '../ingest/unit-of-item.js';
import type { RunCounts } from '../model/loading.js';
import type { Listing, Source, SourcesFile } from '../model/source.js';
import type { UnitRecord } from '../model/unit.js';
import { sniff } from '../parse/sniff.js';
import { knownCapture, saveCapture, touchCapture } from '../store/captures.js';
import { recordFetch, saveListings } from '../store/fetches.js';
import { attachmentsIn } from './attachments-in.js';
import { addCounts, type JobContext, NO_COUNTS } from './context.js';

/**
 * From the publishers' lists to the archive. Sources of different hosts run side by side; the client keeps each
 * host's pace. A page that fails is recorded and the rest goes on. `found` counts links to reports, `fetched` new
 * documents.
 */
export async function collect(
  context: JobContext,
  http: HttpClient,
  { sources }: SourcesFile,
  units: readonly UnitRecord[],
): Promise<RunCounts> {
  const counts = await Promise.all(sources.map((source) => collectSource({ context, http, source, units })));
  return counts.reduce(addCounts, NO_COUNTS);
}

interface SourceJob {
  readonly context: JobContext;
  readonly http: HttpClient;
  readonly source: Source;
  readonly units: readonly UnitRecord[];
}

async function collectSource(job: SourceJob): Promise<RunCounts> {
  const { context, source } = job;
  let counts = NO_COUNTS;
  try {
    for await (const page of families
      .get(source.family)!
      .list(source, (url, asked) => fetchLogged(job, url, asked))) {
      await notePage(job, page);
      for (const item of page.items) counts = addCounts(counts, await collectItem(job, item));
      const { host } = new URL(page.url);
      context.report.progress(
        `collect ${source.id} (${host}): ${counts.found} reports found, ${counts.fetched} new`,
      );
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    context.report.warn(`${source.id}: the list could not be read to its end: ${error.message}`);
    counts = addCounts(counts, { ...NO_COUNTS, failed: 1 });
  }
  return counts;
}

async function notePage(job: SourceJob, page: ListPage): Promise<void> {
  const { context, source } = job;
  if (page.pagesLeft > 0) {
    context.report.warn(
      `${source.id}: ${page.pagesLeft} list pages beyond max_pages were not read; raise max_pages`,
    );
  }
  await noteItems(job, page.items, page.fetched.fetchedAt);
}

async function noteItems(
  { context, source, units }: SourceJob,
  items: readonly ListedItem[],
  seenAt: Date,
): Promise<void> {
  const listings = items.map((item) => ({
    sourceId: source.id,
    url: item.url,
    title: item.title,
    listedOn: item.listedOn,
    unitId: unitOf(source, item, units),
    reportYear: item.reportYear,
    seenAt,
  }));
  if (listings.length > 0) await saveListings(context.db, listings);
}

async function collectItem(job: SourceJob, item: ListedItem): Promise<RunCounts> {
  const found = { ...NO_COUNTS, found: 1 };
  try {
    const fetched = item.fetched ?? (await fetchItem(job, item.url));
    const attached = attachmentsIn(fetched, item.reportYear);
    if (attached.length > 0) return await collectAttached(job, item, fetched, attached);
    return (await keep(job, item, fetched)) ? { ...found, fetched: 1 } : found;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    job.context.report.warn(error.message);
    return { ...found, failed: 1 };
  }
}

/** A cover is archived, but it is no report; what it names takes its place in the list. */
async function collectAttached(
  job: SourceJob,
  cover: ListedItem,
  fetched: FetchResult,
  attached: readonly Listing[],
): Promise<RunCounts> {
  await job.context.archive.put(fetched.body!);
  const { listedOn, reportYear, title } = cover;
  const items = attached.map((link) =>
    // One document is the report that the list speaks of, whatever its link is called.
    attached.length === 1
      ? { url: link.url, title, listedOn, reportYear }
      : { ...link, listedOn, reportYear: readReportTitle(link.title).year ?? reportYear },
  );
  await noteItems(job, items, fetched.fetchedAt);
  let counts = NO_COUNTS;
  for (const item of items) counts = addCounts(counts, await collectItem(job, item));
  return counts;
}

/** Asks only whether a page that is held has changed; one whose original is gone from the archive is fetched anew. */
async function fetchItem(job: SourceJob, url: string): Promise<FetchResult> {
  const { db, archive } = job.context;
  const known = await knownCapture(db, url);
  const held = known !== null && (await archive.has(known.documentSha256));
  return fetchLogged(job, url, held ? { etag: known.etag, lastModified: known.lastModified } : {});
}

async function fetchLogged(
  { context: { db }, http, source }: SourceJob,
  url: string,
  asked: Pick<FetchOptions, 'etag' | 'lastModified' | 'form'> = {},
): Promise<FetchResult> {
  try {
    const fetched = await http.get(url, { ...asked, ...source.fetchRules, delayMs: source.delayMs });
    const outcome = fetched.notModified ? 'not_modified' : fetched.suspect ? 'suspect' : 'ok';
    const { fetchedAt, status } = fetched;
    const message = [fetched.suspect, fetched.note].filter(Boolean).join('; ') || null;
    await recordFetch(db, { url, fetchedAt, status, outcome, documentSha256: null, message });
    return fetched;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const failure = {
      fetchedAt: new Date(),
      status: error.status,
      outcome: 'failed',
      message: `${error.code}: ${error.message}`,
    };
    await recordFetch(db, { url, documentSha256: null, ...failure });
    throw error;
  }
}

/** Bytes first, then what is known of them: killed in between, the next run finds the bytes and goes on. True if new. */
async function keep(
  { context, source, units }: SourceJob,
  item: ListedItem,
  fetched: FetchResult,
): Promise<boolean> {
  const { db, archive } = context;
  if (fetched.body === null) {
    await touchCapture(db, item.url, fetched.fetchedAt);
    return false;
  }
  const { sha256 } = await archive.put(fetched.body);
  const document = {
    sha256,
    mediaType: sniff(fetched.body),
    byteLength: fetched.body.length,
    servedType: fetched.contentType,
  };
  const capture = {
    url: item.url,
    sourceId: source.id,
    unitId: unitOf(source, item, units),
    documentSha256: sha256,
    listedTitle: item.title,
    listedOn: item.listedOn,
    reportYear: item.reportYear,
    capturedAt: fetched.fetchedAt,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
  };
  return (await saveCapture(db, { document, capture })) !== 'unchanged';
}

function unitOf(source: Source, item: ListedItem, units: readonly UnitRecord[]): string | null {
  return source.unitId ?? unitOfItem(item.title, source.unitIds, units);
}
