import type { FetchResult } from '../ingest/http/http-client.js';
import { sniff } from '../parse/readers/sniff.js';
import { saveCapture, touchCapture } from '../store/collection/captures.js';
import type { DuePage } from '../store/collection/due-pages.js';
import type { JobContext } from './context.js';

/** Bytes first, then what is known of them: killed in between, the next run finds the bytes and goes on. True if new. */
export async function keepOriginal(
  { db, archive }: JobContext,
  page: Omit<DuePage, 'source'>,
  fetched: FetchResult,
): Promise<boolean> {
  if (fetched.body === null) {
    const { title: listedTitle, listedOn, unitId, reportYear } = page;
    await touchCapture(db, page.url, fetched.fetchedAt, { unitId, reportYear, listedTitle, listedOn });
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
    url: page.url,
    sourceId: page.sourceId,
    unitId: page.unitId,
    documentSha256: sha256,
    listedTitle: page.title,
    listedOn: page.listedOn,
    reportYear: page.reportYear,
    capturedAt: fetched.fetchedAt,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
  };
  return (await saveCapture(db, { document, capture })) !== 'unchanged';
}
