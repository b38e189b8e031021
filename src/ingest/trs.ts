import { FetchError } from './fetch-error.js';
import type { FetchResult } from './http-client.js';
import type { ListFamily, ListPage } from './list-family.js';
import { listLinks } from './list-links.js';
import { loadListPage } from './list-page.js';
import { readReportTitle } from './report-title.js';

/**
 * TRS WCM: page 1 is `index.html`, page n is `index_{n-1}.html`; only a script on the page knows how many there are.
 * Stops at `maxPages`, at a page whose links were all the links of an earlier one, and at 404 beyond page 1.
 */
export const listTrs: ListFamily = async function* (source, fetch) {
  const listed = new Set<string>();
  const seenPages = new Set<string>();
  let paging: Paging = { count: 1, urlOf: () => source.url };

  for (let number = 1; number <= Math.min(paging.count, source.maxPages); number++) {
    const url = paging.urlOf(number);
    const fetched = await fetchPage(url, number, fetch);
    if (fetched === null) return;
    const page = loadListPage(fetched);
    if (number === 1) paging = readPaging(page.html, fetched.finalUrl);
    const links = listLinks(page);
    const fingerprint = links
      .map((link) => link.url)
      .sort()
      .join('\n');
    if (seenPages.has(fingerprint)) return;
    seenPages.add(fingerprint);

    const fresh = links.filter((link) => !listed.has(link.url));
    for (const link of fresh) listed.add(link.url);
    const pagesLeft = number === source.maxPages ? Math.max(0, paging.count - number) : 0;
    yield { url, fetched, ...reportsAmong(fresh), pagesLeft };
  }
};

interface Paging {
  readonly count: number;
  /** From 1. */
  readonly urlOf: (number: number) => string;
}

async function fetchPage(
  url: string,
  number: number,
  fetch: (url: string) => Promise<FetchResult>,
): Promise<FetchResult | null> {
  try {
    return await fetch(url);
  } catch (error) {
    // Page counts in scripts outlive the pages.
    if (number > 1 && error instanceof FetchError && error.status === 404) return null;
    throw error;
  }
}

function readPaging(html: string, firstUrl: string): Paging {
  const call = CREATE_PAGE_HTML.exec(html);
  const count = Number(call?.[1] ?? COUNT_PAGE.exec(html)?.[1] ?? 1);
  const [, ownName, ownSuffix] = /([\w-]+)\.(\w+)$/.exec(new URL(firstUrl).pathname) ?? [];
  const name = call?.[2] ?? ownName ?? 'index';
  const suffix = call?.[3] ?? ownSuffix ?? 'html';
  return {
    count,
    urlOf: (number) => (number === 1 ? firstUrl : new URL(`${name}_${number - 1}.${suffix}`, firstUrl).href),
  };
}

/** A link is an entry of the list if a date stands beside it, or if its title names a year: menus do neither. */
function reportsAmong(links: ReturnType<typeof listLinks>): Pick<ListPage, 'items' | 'otherItems'> {
  const entries = links.map((link) => ({ ...link, ...readReportTitle(link.title) }));
  const reports = entries.filter(
    ({ isReport, listedOn, year }) => isReport && (listedOn !== null || year !== null),
  );
  return {
    items: reports.map(({ url, title, listedOn, year }) => ({ url, title, listedOn, reportYear: year })),
    otherItems: entries.filter(({ isReport, listedOn }) => !isReport && listedOn !== null).length,
  };
}

/** `createPageHTML(9, 0, "index", "html")`: pages, current page from 0, name, suffix; often behind `//`. */
const CREATE_PAGE_HTML = /createPageHTML\(\s*(\d+)\s*,\s*\d+\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/;
/** `var countPage = 17//共多少页` */
const COUNT_PAGE = /\bcountPage\s*=\s*(\d+)/;
