import type { ListFamily } from '../lists/list-family.js';
import { readHtmlList } from '../lists/read-html-list.js';
import { walkList } from '../lists/walk-list.js';

/**
 * TRS WCM: page 1 is `index.html`, page n is `index_{n-1}.html`; only a script on the page knows how many there are.
 */
export const listTrs: ListFamily = (source, fetch) => {
  let paging: Paging = { count: 1, urlOf: () => source.url };
  return walkList(source, fetch, { url: source.url }, (fetched, number) => {
    const { page, reading } = readHtmlList(fetched, number);
    if (number === 1) paging = readPaging(page.html, fetched.finalUrl);
    const next = number < paging.count ? { url: paging.urlOf(number + 1) } : null;
    return { ...reading, next, declaredPages: paging.count };
  });
};

interface Paging {
  readonly count: number;
  /** From 1. */
  readonly urlOf: (number: number) => string;
}

function readPaging(html: string, firstUrl: string): Paging {
  const call = CREATE_PAGE_HTML.exec(html);
  const count = Number(call?.[1] ?? COUNT_PAGE.exec(html)?.[1] ?? 1);
  const [, ownName, ownSuffix] = /([\w-]+)\.(\w+)$/.exec(new URL(firstUrl).pathname) ?? [];
  const name = call?.[2] ?? ownName ?? 'index';
  const suffix = call?.[3] ?? ownSuffix ?? 'html';
  return {
    count,
    urlOf: (number) => (number === 1 ? firstUrl : new URL(`${name}_${number - 1}.${suffix}`, firstUrl).href),
  };
}

/** `createPageHTML(9, 0, "index", "html")`: pages, current page from 0, name, suffix; often behind `//`. */
const CREATE_PAGE_HTML = /createPageHTML\(\s*(\d+)\s*,\s*\d+\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/;
/** `var countPage = 17//共多少页` */
const COUNT_PAGE = /\bcountPage\s*=\s*(\d+)/;
