import type { Listing, Selectors } from '../../model/source.js';
import { addressOf, dateIn, squeeze } from './list-links.js';
import type { LoadedPage } from './list-page.js';

/** The entries that the selectors of a source name, in reading order, each address once. */
export function selectEntries({ $, baseUrl }: LoadedPage, select: Selectors): Listing[] {
  const entries = new Map<string, Listing>();
  for (const element of $(select.item ?? 'a[href]').toArray()) {
    const item = $(element);
    const link = item.is('a[href]') ? item : item.find(select.link ?? 'a[href]').first();
    const url = addressOf(link.attr('href') ?? '', baseUrl);
    if (url === null || entries.has(url)) continue;
    const title =
      select.title === null ? link.attr('title') || link.text() : item.find(select.title).first().text();
    const date = select.date === null ? item.text() : item.find(select.date).first().text();
    entries.set(url, { url, title: squeeze(title), listedOn: dateIn(squeeze(date)) });
  }
  return [...entries.values()];
}
