import { FetchError } from '../ingest/http/fetch-error.js';
import type { FetchResult } from '../ingest/http/http-client.js';
import { attachmentsOf } from '../ingest/lists/attachments-of.js';
import { loadListPage } from '../ingest/lists/list-page.js';
import type { Listing } from '../model/source.js';
import { unwrapDetail } from '../parse/readers/html/unwrap-detail.js';
import { sniff } from '../parse/readers/sniff.js';

/** The documents to fetch in place of what was fetched, where that is only a page that names them; else none. */
export function attachmentsIn(fetched: FetchResult, reportYear: number | null): Listing[] {
  if (fetched.body === null || sniff(fetched.body) !== 'text/html') return [];
  try {
    return attachmentsOf(loadListPage(fetched, unwrapDetail), reportYear);
  } catch (error) {
    // Too deep to look into: it is kept as it came, and reading it says what it is.
    if (error instanceof FetchError) return [];
    throw error;
  }
}
