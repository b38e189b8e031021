import type { ListFamily } from '../lists/list-family.js';
import { readHtmlList } from '../lists/read-html-list.js';
import { walkList } from '../lists/walk-list.js';

/**
 * UCAP: `createPageHTML('page_div',8, 1,'list','shtml',118)` names element, pages, current page (from 1), prefix,
 * suffix and rows; page n is `list_n.shtml`. Prefixes seen: list, xlist, dezlist, xxgk_list.
 */
export const listUcap: ListFamily = (source, fetch) => {
  let paging: Paging | null = null;
  return walkList(source, fetch, { url: source.url }, (fetched, number) => {
    const { page, reading } = readHtmlList(fetched, number);
    if (number === 1) paging = readPaging(page.html);
    if (paging === null || number >= paging.count)
      return { ...reading, next: null, declaredTotal: paging?.total ?? null };
    const { prefix, suffix, total, count } = paging;
    const next = { url: new URL(`${prefix}_${number + 1}.${suffix}`, fetched.finalUrl).href };
    return { ...reading, next, declaredTotal: total, declaredPages: count };
  });
};

interface Paging {
  readonly count: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly total: number | null;
}

function readPaging(html: string): Paging | null {
  const [, count, prefix, suffix, total] = CREATE_PAGE_HTML.exec(html) ?? [];
  if (count === undefined || prefix === undefined || suffix === undefined) return null;
  return { count: Number(count), prefix, suffix, total: total === undefined ? null : Number(total) };
}

const CREATE_PAGE_HTML =
  /createPageHTML\(\s*["'][\w-]+["']\s*,\s*(\d+)\s*,\s*\d+\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']\s*(?:,\s*(\d+))?/;
