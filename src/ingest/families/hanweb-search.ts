import type { ListFamily } from '../lists/list-family.js';
import { listLinks } from '../lists/list-links.js';
import { loadListPage } from '../lists/list-page.js';
import { type ListRequest, walkList } from '../lists/walk-list.js';

/**
 * Hanweb jcms: `POST /module/xxgk/search.jsp` lists all that a unit (`area`) discloses; the answer says `共N页`. It does
 * not filter by column: with the parameter `column`, entries count whose address holds `art_<column>_`.
 */
export const listHanwebSearch: ListFamily = (source, fetch) => {
  const { column, ...params } = source.params;
  const request = (page: number): ListRequest => ({
    url: source.url,
    form: new URLSearchParams({ ...DEFAULTS, ...params, currpage: String(page) }).toString(),
  });
  const wanted = ({ url }: { readonly url: string }) =>
    column === undefined || url.includes(`art_${column}_`);
  return walkList(source, fetch, request(1), (fetched, number) => {
    const page = loadListPage(fetched);
    const declaredPages = numberIn(/共\s*(?:<[^>]*>\s*)*(\d+)\s*(?:<[^>]*>\s*)*页/, page.html);
    const declaredTotal = numberIn(/共\s*(?:<[^>]*>\s*)*(\d+)\s*(?:<[^>]*>\s*)*[条项]/, page.html);
    const next = declaredPages !== null && number < declaredPages ? request(number + 1) : null;
    return { links: listLinks(page), exact: false, next, declaredPages, declaredTotal, wanted };
  });
};

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** As browsers send it; the list of a unit comes newest first. */
const DEFAULTS = {
  infotypeId: '0',
  jdid: '1',
  divid: 'div1',
  vc_title: '',
  vc_number: '',
  sortfield: ',createdate:0,orderid:0',
  vc_filenumber: '',
  vc_all: '',
  texttype: '0',
  fbtime: '-1',
};
