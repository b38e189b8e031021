import { hiddenPager } from '../lists/hidden-pager.js';
import type { ListFamily } from '../lists/list-family.js';
import { listLinks } from '../lists/list-links.js';
import { nextLink } from '../lists/next-link.js';
import { readHtmlList } from '../lists/read-html-list.js';
import { selectEntries } from '../lists/select-entries.js';
import { walkList } from '../lists/walk-list.js';

/**
 * Any other site: entries by the CSS selectors of the source's `select`, else every link that looks like one; the next
 * page by `select.next`, else by the link 下一页, which may be hidden in base64 (Yunnan).
 */
export const listGeneric: ListFamily = (source, fetch) =>
  walkList(source, fetch, { url: source.url }, (fetched, number) => {
    const { page, reading } = readHtmlList(fetched, number);
    const { select } = source;
    const next = nextLink(page, select?.next ?? null) ?? nextLink(hiddenPager(page), null);
    const links = select?.item ? selectEntries(page, select) : listLinks(page);
    return { ...reading, links, exact: Boolean(select?.item), next: next === null ? null : { url: next } };
  });
