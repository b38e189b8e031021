import type { Listing, Source } from '../../model/source.js';
import type { FetchOptions, FetchResult } from '../http/http-client.js';

/**
 * How the sites of one family list their reports. Yields list pages in order, as they are fetched.
 * Throws what `fetch` throws where that leaves the list incomplete.
 */
export type ListFamily = (source: Source, fetch: FetchPage) => AsyncGenerator<ListPage>;

/** `form` asks by POST, as FetchOptions says. */
export type FetchPage = (url: string, asked?: Pick<FetchOptions, 'form'>) => Promise<FetchResult>;

/**
 * Why a list was read no further: `end` the site says so, or a page is empty · `cap` max_pages · `repeat` a page that
 * was read before came again · `gone` a page that the site announced answers 404 or
 * holds no entry, or one was cut off · `moved` the
 * list changed while it was read · `failed` a page could not be
 * fetched; its error follows.
 */
export type ListEnd = 'end' | 'cap' | 'repeat' | 'gone' | 'moved' | 'failed';

/** Ends at which a list may count as read whole. */
export const WHOLE_ENDS: ReadonlySet<string> = new Set<ListEnd>(['end', 'repeat', 'gone']);

export interface ListPage {
  /** As asked for. */
  readonly url: string;
  readonly fetched: FetchResult;
  /** Links that may be reports, each document once per source. */
  readonly items: readonly ListedItem[];
  /** Further addresses of documents that the source lists already: phone pages, mirrors. */
  readonly duplicates: readonly Duplicate[];
  /** Dated entries of the list that are no annual reports by their titles. */
  readonly otherItems: number;
  /** How many entries the site says that the whole list has, reports or not; null where this page doesn't say. */
  readonly declaredTotal: number | null;
  /** Pages that the site has beyond `maxPages`; told with the last page that was read. */
  readonly pagesLeft: number;
  /** With the last page that was read; null before. A source made of several lists tells it once a list. */
  readonly ended: ListEnd | null;
}

export interface ListedItem extends Listing {
  /** From the address or the title; null where neither says, or where they contradict each other. */
  readonly reportYear: number | null;
  /** Where the list page is the report: its answer, so that it isn't fetched twice. */
  readonly fetched?: FetchResult;
}

export interface Duplicate {
  readonly url: string;
  /** The address that is listed in its place. */
  readonly of: string;
}
