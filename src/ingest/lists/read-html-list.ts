import type { FetchResult } from '../http/http-client.js';
import { listLinks } from './list-links.js';
import { type LoadedPage, loadListPage } from './list-page.js';
import { reportOnListPage } from './report-page.js';
import type { ListReading } from './walk-list.js';

/** What any list page of HTML says: its links, and itself where it is a report. Paging is the family's. */
export function readHtmlList(
  fetched: FetchResult,
  number: number,
): { readonly page: LoadedPage; readonly reading: Omit<ListReading, 'next'> } {
  const page = loadListPage(fetched);
  const self = number === 1 ? reportOnListPage(page, fetched) : null;
  return { page, reading: { links: listLinks(page), exact: false, self } };
}
