import { FetchError } from '../http/fetch-error.js';
import type { FetchResult } from '../http/http-client.js';
import type { FetchPage, ListFamily } from '../lists/list-family.js';
import { loadListPage } from '../lists/list-page.js';
import { holdsReport, itemOfPage, saysNoReport, standsAsReport } from '../lists/report-page.js';

/**
 * Hanweb jcms: `xxgkAnnualReport.jsp?area=<code>&fbtime=<year>` is the report itself, one page a year.
 * A year without a report answers 404, or 200 with a notice or next to nothing: then it has no item.
 */
export const listHanwebAnnualReports: ListFamily = async function* (source, fetch) {
  if (source.years === null) throw new TypeError(`source ${source.id}: expected years, got none`);
  for (let year = source.years.from; year <= source.years.to; year++) {
    const url = source.url.replaceAll('{year}', String(year));
    const fetched = await fetchYear(url, fetch);
    if (fetched === null) continue;
    const page = loadListPage(fetched);
    const isReport = holdsReport(page.$) && !(fetched.suspect && !standsAsReport(page.$));
    const items = isReport ? [itemOfPage(page, fetched, year)] : [];
    const known = isReport || (!fetched.suspect && saysNoReport(page.$));
    const ended = known ? (year === source.years.to ? 'end' : null) : 'gone';
    yield { url, fetched, items, duplicates: [], otherItems: 0, declaredTotal: null, pagesLeft: 0, ended };
  }
};

async function fetchYear(url: string, fetch: FetchPage): Promise<FetchResult | null> {
  try {
    return await fetch(url);
  } catch (error) {
    if (error instanceof FetchError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}
