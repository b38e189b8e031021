import { load } from 'cheerio';
import type { LoadedPage } from './list-page.js';

/** The pager that a page keeps as base64 of url-encoded HTML and shows by `window.atob`; an empty page where none is. */
export function hiddenPager({ $, html, baseUrl }: LoadedPage): LoadedPage {
  const texts = [
    /atob\(\s*["']([A-Za-z0-9+/=\s]+)["']/.exec(html)?.[1],
    /\batob\b/.test(html) ? $('#pages').text() : undefined,
  ];
  const pager = texts.map((text) => decoded(text ?? '')).find((text) => text.includes('<a')) ?? '';
  return { $: load(pager), html: pager, baseUrl };
}

function decoded(base64: string): string {
  try {
    return decodeURIComponent(Buffer.from(base64, 'base64').toString('latin1'));
  } catch {
    return ''; // Not url-encoded: no pager of that kind.
  }
}
