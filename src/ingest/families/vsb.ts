import type { ListFamily } from '../lists/list-family.js';
import type { LoadedPage } from '../lists/list-page.js';
import { nextLink } from '../lists/next-link.js';
import { readHtmlList } from '../lists/read-html-list.js';
import { walkList } from '../lists/walk-list.js';

/**
 * 博达 VSB: page 1 is `zbgg.htm`, page 2 of 11 is `zbgg/10.htm`, the last `zbgg/1.htm`: numbers descend, so that old
 * pages keep their address. Links of later pages are relative to them (`9.htm`).
 */
export const listVsb: ListFamily = (source, fetch) => {
  let firstUrl = source.url;
  return walkList(source, fetch, { url: source.url }, (fetched, number) => {
    const { page, reading } = readHtmlList(fetched, number);
    if (number === 1) firstUrl = fetched.finalUrl;
    const declaredPages = countPages(page);
    const url =
      nextLink(page, '.p_next') ?? nextLink(page, null) ?? pageByNumber(firstUrl, number + 1, declaredPages);
    return { ...reading, next: url === null ? null : { url }, declaredPages, declaredTotal: countRows(page) };
  });
};

/** A pager without links is drawn by a script; the numbers follow from the count. */
function pageByNumber(firstUrl: string, number: number, count: number | null): string | null {
  if (count === null || number > count) return null;
  const folder = firstUrl.replace(/\.\w+$/, '');
  return folder === firstUrl ? null : `${folder}/${count - number + 1}.htm`;
}

/** `<span class="p_t">1/11</span>` */
function countPages({ $ }: LoadedPage): number | null {
  const [, count] = /(?:^|\s)\d+\/(\d+)(?:\s|$)/.exec($('.p_t, .p_pages').text()) ?? [];
  return count === undefined ? null : Number(count);
}

/** `共118条` */
function countRows({ $ }: LoadedPage): number | null {
  const [, rows] = /共\s*(\d+)\s*条/.exec($('.p_t, .p_pages').text()) ?? [];
  return rows === undefined ? null : Number(rows);
}
