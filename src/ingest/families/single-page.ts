import type { ListFamily } from '../lists/list-family.js';
import { loadListPage } from '../lists/list-page.js';
import { itemOfPage } from '../lists/report-page.js';
import { walkList } from '../lists/walk-list.js';

/** The address is one report: a page without a list that is known, or whose list can't be read. */
export const listSinglePage: ListFamily = (source, fetch) =>
  walkList(source, fetch, { url: source.url }, (fetched) => {
    const self = itemOfPage(loadListPage(fetched), fetched, null);
    return { links: [], exact: true, next: null, self };
  });
