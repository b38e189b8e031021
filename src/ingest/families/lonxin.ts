import { notAList } from '../lists/list-error.js';
import type { ListFamily } from '../lists/list-family.js';
import { listLinks } from '../lists/list-links.js';
import { loadListPage } from '../lists/list-page.js';
import { unlessMoved, walkList } from '../lists/walk-list.js';

/**
 * 龙讯 (Anhui): the page's script names `/site/label/8888?…&pageIndex=2…`, which answers a fragment with a list; the page
 * says `pageCount:7`. The source's address may be the page, or the label itself.
 */
export const listLonxin: ListFamily = async function* (source, fetch) {
  let label = LABEL.test(source.url) ? source.url : null;
  let pages: number | null = null;
  const announced = async () => pageCount(loadListPage(await fetch(source.url)).html);
  if (label === null) {
    const page = loadListPage(await fetch(source.url));
    pages = pageCount(page.html);
    label = readLabel(page.html, page.baseUrl) ?? labelOf(source.params, page.baseUrl);
  }
  if (label === null)
    throw notAList(source.url, 'the page names no list: no address with /site/label/8888 in it');
  const address = new URL(label);
  const pageUrl = (number: number): string => {
    address.searchParams.set('pageIndex', String(number));
    return address.href;
  };
  const first = pages;
  const walk = walkList(source, fetch, { url: pageUrl(1) }, (fetched, number) => {
    const page = loadListPage(fetched);
    pages ??= pageCount(page.html);
    const links = listLinks(page);
    // Without a count the list ends at an empty page (`暂无相关信息`), or at one that comes again.
    const more = pages === null ? links.length > 0 : number < pages;
    return { links, exact: false, next: more ? { url: pageUrl(number + 1) } : null, declaredPages: pages };
  });
  // The page told the count before the list was read.
  for await (const page of walk)
    yield first === null ? page : await unlessMoved(page, async () => (await announced()) !== first);
};

/** The address in the page's script, with all its parameters. */
export function readLabel(html: string, baseUrl: string): string | null {
  const found = /["'(]([^"'()\s]*\/site\/label\/8888\?[^"'\s]*labelName=[^"'\s]*)["']/.exec(html)?.[1];
  return found === undefined ? null : new URL(found.replaceAll('&amp;', '&'), baseUrl).href;
}

function labelOf(params: Readonly<Record<string, string>>, baseUrl: string): string | null {
  if (params.siteId === undefined) return null;
  return new URL(`/site/label/8888?${new URLSearchParams({ ...DEFAULTS, ...params })}`, baseUrl).href;
}

function pageCount(html: string): number | null {
  const found = /\bpageCount["']?\s*[:=]\s*["']?(\d+)/.exec(html)?.[1];
  return found === undefined ? null : Number(found);
}

const LABEL = /\/site\/label\/8888\?/;
const DEFAULTS = {
  IsAjax: '1',
  dataType: 'html',
  labelName: 'publicInfoList',
  pageSize: '15',
  action: 'list',
  isDate: 'true',
  dateFormat: 'yyyy-MM-dd',
  type: '4',
};
