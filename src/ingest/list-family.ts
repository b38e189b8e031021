import type { Listing, Source } from '../model/source.js';
import type { FetchOptions, FetchResult } from './http-client.js';

/**
 * How the sites of one family list their reports. Yields list pages in order, as they are fetched.
 * Throws what `fetch` throws where that leaves the list incomplete.
 */
export type ListFamily = (source: Source, fetch: FetchPage) => AsyncGenerator<ListPage>;

/** `form` asks by POST, as FetchOptions says. */
export type FetchPage = (url: string, asked?: Pick<FetchOptions, 'form'>) => Promise<FetchResult>;

export interface ListPage {
  /** As asked for. */
  readonly url: string;
  readonly fetched: FetchResult;
  /** Links that may be reports, each address once per source. */
  readonly items: readonly ListedItem[];
  /** Dated entries of the list that are no annual reports by their titles. */
  readonly otherItems: number;
  /** Pages that the site has beyond `maxPages`; told with the last page that was read. */
  readonly pagesLeft: number;
  /** How many entries the site says that its list has; null or absent where it doesn't say. */
  readonly declaredTotal?: number | null;
  /** With the last page of a list: `end` where it was read to its end, else a word for why not; null or absent before. */
  readonly ended?: string | null;
  /** Further addresses of documents that the source lists already. */
  readonly duplicates?: readonly { readonly url: string }[];
}

export interface ListedItem extends Listing {
  /** From the address or the title; null where neither says, or where they contradict each other. */
  readonly reportYear: number | null;
  /** Where the list page is the report: its answer, so that it isn't fetched twice. */
  readonly fetched?: FetchResult;
}
