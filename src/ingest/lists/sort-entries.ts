import type { Listing } from '../../model/source.js';
import { canonicalAddress, isPlainAddress } from './canonical-address.js';
import type { Duplicate, ListedItem, ListPage } from './list-family.js';
import { readReportTitle } from './report-title.js';
import type { ListReading } from './walk-list.js';

/** Canonical address → the address under which the source lists the document. */
export type AddressBook = Map<string, string>;

export const createAddressBook = (): AddressBook => new Map();

/** Tells reports from the other entries of a list page, each document once, over all pages that share the book. */
export function sortEntries(
  { links, exact, self, wanted }: ListReading,
  book: AddressBook,
): Pick<ListPage, 'items' | 'duplicates' | 'otherItems'> {
  const items: ListedItem[] = [];
  const duplicates: Duplicate[] = [];
  let otherItems = 0;
  if (self && note(self.url, book) === null) items.push(self);
  for (const { link, isReport, year } of entriesAmong(links, exact)) {
    const earlier = note(link.url, book);
    const asked = isReport && wanted?.(link) !== false;
    if (earlier === null && asked) items.push({ ...link, reportYear: year });
    else if (earlier === null) otherItems += 1;
    else if (earlier !== link.url && asked) duplicates.push({ url: link.url, of: earlier });
  }
  const places = new Map(links.map(({ url }, place) => [url, place]));
  items.sort((a, b) => (places.get(a.url) ?? -1) - (places.get(b.url) ?? -1));
  return { items, duplicates, otherItems };
}

/** On a page of HTML a link is an entry if a date stands beside it, or if its title names a year: menus do neither. */
export function entriesAmong(links: readonly Listing[], exact: boolean) {
  return plainFirst(links)
    .map((link) => ({ link, ...readReportTitle(link.title) }))
    .filter(({ link, isReport, year }) => exact || link.listedOn !== null || (isReport && year !== null));
}

/** The address that stands for the document already, or null: then this one does from now on. */
function note(url: string, book: AddressBook): string | null {
  const key = canonicalAddress(url);
  const earlier = book.get(key);
  if (earlier === undefined) book.set(key, url);
  return earlier ?? null;
}

/** Of a page and its phone page the page is the one to fetch. */
function plainFirst(links: readonly Listing[]): Listing[] {
  return [...links].sort((a, b) => Number(isPlainAddress(b.url)) - Number(isPlainAddress(a.url)));
}
