import { attachmentsOf } from '../ingest/attachments-of.js';
import { FetchError } from '../ingest/fetch-error.js';
import type { FetchResult } from '../ingest/http-client.js';
import { loadListPage } from '../ingest/list-page.js';
import type { Listing } from '../model/source.js';
import { sniff } from '../parse/sniff.js';
import { unwrapDetail } from '../parse/unwrap-detail.js';

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
