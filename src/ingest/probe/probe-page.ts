import type { Selectors, Source } from '../../model/source.js';
import { families } from '../families/families.js';
import { FetchError } from '../http/fetch-error.js';
import type { FetchPage, ListPage } from '../lists/list-family.js';
import { loadListPage } from '../lists/list-page.js';
import { reportOnListPage } from '../lists/report-page.js';
import { guessSelectors } from './guess-selectors.js';
import { type EntryParts, type SeenPage, SIGNATURES } from './signatures.js';

/** What a page looks like, tried. */
export interface Probe {
  /** The family whose entry lists reports, else the first whose signature is there; null where nothing speaks for one. */
  readonly family: string | null;
  readonly entry: EntryParts & { readonly url: string; readonly select?: Selectors };
  /** What was seen and tried, a line each. */
  readonly seen: readonly string[];
  /** The list page on which reports were found first; null where none was. */
  readonly listed: ListPage | null;
}

/**
 * Guesses the family of a page by its signatures and tries each, most telling first; then whether it lists reports by
 * itself, then whether it is one. `lastYear`: the last report year that can have been published.
 * Throws FetchError where the page itself can't be had.
 */
export async function probePage(url: string, fetch: FetchPage, lastYear: number): Promise<Probe> {
  const fetched = await fetch(url);
  const loaded = loadListPage(fetched);
  const page: SeenPage = { ...loaded, url: fetched.finalUrl, lastYear };
  const seen: string[] = [];
  let first: Probe | null = null;
  for (const { family, see, entry } of SIGNATURES) {
    const sight = see(page);
    if (sight === null) continue;
    const parts = { url: page.url, ...entry?.(page) };
    const { listed, failure } = await listFirst(sourceOf(family, parts), fetch);
    seen.push(`${family}: ${sight}${failure === null ? '' : `; but ${failure}`}`);
    first ??= { family, entry: parts, seen, listed };
    if (listed !== null && !isOnlyItself(family, listed)) return { family, entry: parts, seen, listed };
  }
  return (
    (await probePlain(page, reportOnListPage(loaded, fetched) !== null, seen, fetch)) ??
    first ??
    nothing(page, seen)
  );
}

/** No family's way of paging: a list of links, or the report itself. */
async function probePlain(
  page: SeenPage,
  isReport: boolean,
  seen: string[],
  fetch: FetchPage,
): Promise<Probe | null> {
  const generic = await listFirst(sourceOf('generic', { url: page.url }), fetch);
  if (generic.listed !== null && !isOnlyItself('generic', generic.listed)) {
    const select = guessSelectors(
      page,
      generic.listed.items.map(({ url }) => url),
    );
    seen.push('generic: links that are called annual reports, with a date or a year');
    const entry = { url: page.url, ...(select === null ? {} : { select }) };
    return { family: 'generic', entry, seen, listed: generic.listed };
  }
  if (!isReport) return null;
  const folder = ARTICLE_OF_TRS.exec(page.url)?.[1];
  seen.push(
    `page: statutory tables or numbered sections stand in it, so it is a report, not a list${folder === undefined ? '' : `; its list may be ${folder}`}`,
  );
  const { listed } = await listFirst(sourceOf('page', { url: page.url }), fetch);
  return { family: 'page', entry: { url: page.url }, seen, listed };
}

function nothing(page: SeenPage, seen: readonly string[]): Probe {
  return { family: null, entry: { url: page.url }, seen, listed: null };
}

/** The first page of a source's list that holds reports: enough to know that the entry works, and no more requests. */
export async function listFirst(
  source: Source,
  fetch: FetchPage,
): Promise<{ readonly listed: ListPage | null; readonly failure: string | null }> {
  let pages = 0;
  try {
    for await (const page of families.get(source.family)!.list({ ...source, maxPages: FEW_PAGES }, fetch)) {
      if (page.items.length > 0) return { listed: page, failure: null };
      if (++pages >= FEW_PAGES) break;
    }
    return { listed: null, failure: 'no report is listed' };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { listed: null, failure: error.message };
  }
}

/** The page is one report and links none: no list, unless its family is known by such pages. */
function isOnlyItself(family: string, { items }: ListPage): boolean {
  return !families.get(family)!.byYear && items.every(({ fetched }) => fetched !== undefined);
}

function sourceOf(family: string, parts: EntryParts & { readonly url: string }): Source {
  return {
    ...{ id: 'probe', family, url: parts.url, params: parts.params ?? {}, years: newestFirst(parts.years) },
    ...{ unitId: null, unitIds: [], delayMs: 1000, maxPages: FEW_PAGES, select: null, verified: null },
  };
}

/** The last three years are enough to try an address that carries the year. */
function newestFirst(years: EntryParts['years']): Source['years'] {
  return years === undefined ? null : { from: Math.max(years.from, years.to - 2), to: years.to };
}

/** `/zfxxgknb/202301/t20230118_11520599.html` stands below its list. */
const ARTICLE_OF_TRS = /^(.*\/)20\d{4}\/t20\d{6}_\d+(?:_wap)?\.s?html?$/;
const FEW_PAGES = 3;
