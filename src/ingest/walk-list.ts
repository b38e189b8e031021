import type { Listing, Source } from '../model/source.js';
import { FetchError } from './fetch-error.js';
import type { FetchResult } from './http-client.js';
import type { FetchPage, ListEnd, ListedItem, ListPage } from './list-family.js';
import { type AddressBook, createAddressBook, entriesAmong, sortEntries } from './sort-entries.js';

export interface ListRequest {
  readonly url: string;
  /** Asked by POST with this body. */
  readonly form?: string;
}

/** What one page of a list says. */
export interface ListReading {
  readonly links: readonly Listing[];
  /** Every link is an entry of the list; else menus and footers may be among them. */
  readonly exact: boolean;
  /** Null at the end of the list. */
  readonly next: ListRequest | null;
  readonly declaredTotal?: number | null;
  readonly declaredPages?: number | null;
  /** Where the page itself is a report. */
  readonly self?: ListedItem | null;
  /** Which entries belong to the source, where a list mixes columns; default all. */
  readonly wanted?: (link: Listing) => boolean;
}

/** Reads one fetched page; `number` counts from 1. */
export type ReadList = (fetched: FetchResult, number: number) => ListReading;

/**
 * Reads a list page by page and always ends: at the last page, at `maxPages`, at an empty page, at a page that is not
 * there (page counts in scripts outlive the pages), and at a page whose entries were those of an earlier one.
 * A page is told when it is known whether it is the last. A first page that fails, and a later one that fails with
 * anything but 404, throws; what was read before is told first.
 */
export async function* walkList(
  source: Pick<Source, 'maxPages'>,
  fetch: FetchPage,
  first: ListRequest,
  read: ReadList,
  book: AddressBook = createAddressBook(),
): AsyncGenerator<ListPage> {
  const visit = createVisitor(fetch, read);
  let held: ListPage | null = null;
  let left = { request: first as ListRequest | null, pages: 0 };
  for (let number = 1; left.request !== null && number <= source.maxPages; number++) {
    const visited = await visit(left.request, number);
    if ('ended' in visited) {
      if (held !== null) yield { ...held, ended: visited.ended };
      if (visited.error !== null) throw visited.error;
      return;
    }
    if (held !== null) yield held;
    const { fetched, reading } = visited;
    held = pageOf(left.request.url, fetched, reading, book);
    left = { request: reading.next, pages: Math.max(1, (reading.declaredPages ?? 0) - number) };
  }
  if (held === null) return;
  yield left.request === null ? { ...held, ended: 'end' } : { ...held, ended: 'cap', pagesLeft: left.pages };
}

/** A page that goes on the list, or why the list ends before it. */
type Visited =
  | { readonly fetched: FetchResult; readonly reading: ListReading }
  | { readonly ended: ListEnd; readonly error: unknown };

function createVisitor(fetch: FetchPage, read: ReadList) {
  const seen = new Set<string>();
  return async ({ url, form }: ListRequest, number: number): Promise<Visited> => {
    try {
      const fetched = form === undefined ? await fetch(url) : await fetch(url, { form });
      const reading = read(fetched, number);
      const fingerprint = fingerprintOf(reading);
      if (number > 1 && fingerprint === '') return { ended: 'end', error: null };
      if (number > 1 && seen.has(fingerprint)) return { ended: 'repeat', error: null };
      seen.add(fingerprint);
      return { fetched, reading };
    } catch (error) {
      return number > 1 && isGone(error) ? { ended: 'gone', error: null } : { ended: 'failed', error };
    }
  };
}

function isGone(error: unknown): boolean {
  return error instanceof FetchError && (error.status === 404 || error.status === 410);
}

/** The entries alone: pagers differ from page to page. */
function fingerprintOf({ links, exact }: ListReading): string {
  return entriesAmong(links, exact)
    .map(({ link }) => link.url)
    .sort()
    .join('\n');
}

function pageOf(url: string, fetched: FetchResult, reading: ListReading, book: AddressBook): ListPage {
  const { items, duplicates, otherItems } = sortEntries(reading, book);
  const { declaredTotal = null } = reading;
  return { url, fetched, items, duplicates, otherItems, declaredTotal, pagesLeft: 0, ended: null };
}
