import type { Listing, Source } from '../../model/source.js';
import { decodeText } from '../decode-text.js';
import { FetchError } from '../http/fetch-error.js';
import type { FetchResult } from '../http/http-client.js';
import { isCutOff } from '../http/is-cut-off.js';
import { notAList } from './list-error.js';
import { type FetchPage, type ListEnd, type ListedItem, type ListPage, WHOLE_ENDS } from './list-family.js';
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
 * A list of several pages is asked for its first page once more: one that has changed meanwhile isn't known whole.
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
  let start: string | null = null;
  const readFirst: ReadList = (fetched, number) => {
    const reading = read(fetched, number);
    start ??= beginningOf(reading);
    return reading;
  };
  let asked = 0;
  const counted: FetchPage = (url, more) => {
    asked += 1;
    return fetch(url, more);
  };
  for await (const page of walkPages(source, counted, first, readFirst, book)) {
    const moved = () => hasMoved(fetch, first, read, start);
    yield asked > 1 ? await unlessMoved(page, moved) : page;
  }
}

/** The last page of a list that seems whole, told as `moved` where the list changed meanwhile, or where that can't be told. */
export async function unlessMoved(page: ListPage, moved: () => Promise<boolean>): Promise<ListPage> {
  if (page.ended === null || !WHOLE_ENDS.has(page.ended)) return page;
  try {
    return (await moved()) ? { ...page, ended: 'moved' } : page;
  } catch (error) {
    if (error instanceof FetchError) return { ...page, ended: 'moved' };
    throw error;
  }
}

/** Whether the list no longer begins as it did, or says that it has more or fewer entries: what moved may not be read. */
async function hasMoved(fetch: FetchPage, first: ListRequest, read: ReadList, start: string | null) {
  return beginningOf(read(await ask(fetch, first), 1)) !== start;
}

function ask(fetch: FetchPage, { url, form }: ListRequest): Promise<FetchResult> {
  return form === undefined ? fetch(url) : fetch(url, { form });
}

async function* walkPages(
  source: Pick<Source, 'maxPages'>,
  fetch: FetchPage,
  first: ListRequest,
  read: ReadList,
  book: AddressBook,
): AsyncGenerator<ListPage> {
  const { visit, endOf } = createVisitor(fetch, read);
  let held: ListPage | null = null;
  let left = { request: first as ListRequest | null, pages: 0 };
  for (let number = 1; left.request !== null && number <= source.maxPages; number++) {
    const visited = await visit(left.request, number);
    if ('ended' in visited) {
      if (held !== null) yield { ...held, ended: endOf(visited.ended) };
      if (visited.error !== null) throw visited.error;
      return;
    }
    if (held !== null) yield held;
    const { fetched, reading } = visited;
    held = pageOf(left.request.url, fetched, reading, book);
    left = { request: reading.next, pages: Math.max(1, (reading.declaredPages ?? 0) - number) };
  }
  if (held === null) return;
  yield left.request === null
    ? { ...held, ended: endOf('end') }
    : { ...held, ended: 'cap', pagesLeft: left.pages };
}

/** A page that goes on the list, or why the list ends before it. */
type Visited =
  | { readonly fetched: FetchResult; readonly reading: ListReading }
  | { readonly ended: ListEnd; readonly error: unknown };

function createVisitor(fetch: FetchPage, read: ReadList) {
  const seen = new Set<string>();
  let announced = 0;
  let cutOff = false;

  const endBefore = (fetched: FetchResult, reading: ListReading, number: number): ListEnd | null => {
    const fingerprint = fingerprintOf(reading);
    if (fingerprint === '' && fetched.suspect) throw notAList(fetched.url, fetched.suspect);
    if (number > 1 && fingerprint === '') return number > announced && saysNothing(fetched) ? 'end' : 'gone';
    if (number > 1 && seen.has(fingerprint)) return 'repeat';
    seen.add(fingerprint);
    return null;
  };

  return {
    async visit(request: ListRequest, number: number): Promise<Visited> {
      try {
        const fetched = await ask(fetch, request);
        const reading = read(fetched, number);
        const ended = endBefore(fetched, reading, number);
        if (ended !== null) return { ended, error: null };
        announced = Math.max(announced, reading.declaredPages ?? 0);
        // Entries, or the way to the next page, may be missing.
        cutOff ||= Boolean(fetched.suspect) || isCutOff(fetched.body!);
        return { fetched, reading };
      } catch (error) {
        return number > 1 && isGone(error) ? { ended: 'gone', error: null } : { ended: 'failed', error };
      }
    },
    /** Where a page was cut off, what looks like the end of the list may not be. */
    endOf: (ended: ListEnd): ListEnd => (ended === 'end' && cutOff ? 'gone' : ended),
  };
}

/** What follows the last page says so, or is an answer for scripts without entries; an error page does neither. */
function saysNothing({ body }: FetchResult): boolean {
  const text = decodeText(body ?? Buffer.alloc(0)).trim();
  const isData = /^[[{]|^<(?:\?xml|datastore)/i.test(text);
  return isData || NOTHING_HERE.test(text) || text.replace(/<[^>]*>|\s+/g, '') === '';
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

/** What the first page says of the whole list. */
function beginningOf(reading: ListReading): string {
  const { declaredTotal = null, declaredPages = null } = reading;
  return `${declaredTotal} ${declaredPages}\n${fingerprintOf(reading)}`;
}

function pageOf(url: string, fetched: FetchResult, reading: ListReading, book: AddressBook): ListPage {
  const { items, duplicates, otherItems } = sortEntries(reading, book);
  const { declaredTotal = null } = reading;
  return { url, fetched, items, duplicates, otherItems, declaredTotal, pagesLeft: 0, ended: null };
}

const NOTHING_HERE = /暂无|没有(?:查询到|找到|更多|任何|相关|符合)|无相关/;
