import type { LoadedPage } from './list-page.js';

/** Where the page's own link to the next page leads; null where it has none, or one that leads nowhere. */
export function nextLink(page: LoadedPage, selector: string | null): string | null {
  const links = selector === null ? page.$('a[href]') : page.$(selector);
  for (const element of links.toArray()) {
    const found = page.$(element);
    const link = found.is('a[href]') ? found : found.find('a[href]').first();
    if (selector === null && !NEXT.test(found.text().replace(/\s+/g, ''))) continue;
    const href = link.attr('href')?.trim() ?? '';
    if (
      href === '' ||
      href.startsWith('#') ||
      /^javascript:/i.test(href) ||
      !URL.canParse(href, page.baseUrl)
    )
      continue;
    const url = new URL(href, page.baseUrl).href;
    if (url !== page.baseUrl) return url;
  }
  return null;
}

const NEXT = /^(?:(?:下一?[页頁]|后一?页|next)[>›»]{0,2}|[>›»])$/i;
