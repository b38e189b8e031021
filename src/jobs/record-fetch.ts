import { FetchError } from '../ingest/http/fetch-error.js';
import type { FetchOptions, FetchResult, HttpClient } from '../ingest/http/http-client.js';
import type { UnitRecord } from '../model/unit.js';
import { recordFetch } from '../store/collection/fetches.js';
import type { JobContext } from './context.js';

/** What collecting from one host works with. */
export interface Collecting {
  readonly context: JobContext;
  readonly http: HttpClient;
  readonly units: readonly UnitRecord[];
  /** Before every request: throws when another process may be at this host. */
  readonly check: () => void;
}

/**
 * Asks an address, keeps what it answered, and writes down that it did; a failure is written down and thrown. In this
 * order: killed in between, the page is looked at again.
 */
export async function fetchRecorded<T>(
  { context: { db }, http, check }: Collecting,
  url: string,
  asked: FetchOptions,
  keep: (fetched: FetchResult) => Promise<T>,
): Promise<T> {
  check();
  const note = { url, documentSha256: null };
  try {
    const fetched = await http.get(url, asked);
    const kept = await keep(fetched);
    const { fetchedAt, status } = fetched;
    const doubt = doubtOf(fetched);
    const outcome = doubt !== null ? 'suspect' : fetched.notModified ? 'not_modified' : 'ok';
    const message = [doubt, fetched.note].filter(Boolean).join('; ') || null;
    await recordFetch(db, { ...note, fetchedAt, status, outcome, message });
    return kept;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { status } = error;
    const message = `${error.code}: ${error.message}`;
    await recordFetch(db, { ...note, fetchedAt: new Date(), status, outcome: 'failed', message });
    throw error;
  }
}

/** Why an answer seems to be something else than the page that was asked for; null where it doesn't. */
export function doubtOf(fetched: FetchResult): string | null {
  if (fetched.suspect) return fetched.suspect;
  if (isNothing(fetched)) return 'the page is empty';
  return isHomePage(fetched) ? `the address leads to the home page ${fetched.finalUrl}` : null;
}

/** Whether an answer holds no page at all: empty, or another page of the site. */
export function isNoPage(fetched: FetchResult): boolean {
  return isNothing(fetched) || isHomePage(fetched);
}

function isNothing({ body }: FetchResult): boolean {
  return body !== null && body.length === 0;
}

/** Sites send addresses that they no longer have to where everything begins. */
function isHomePage({ url, finalUrl }: FetchResult): boolean {
  return finalUrl !== url && isRoot(finalUrl) && !isRoot(url);
}

function isRoot(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(?:(?:index|default)\.\w+)?$/i.test(pathname);
}
