import type { FetchResult } from '../http/http-client.js';
import { pageOfFragments } from '../lists/fragment.js';
import { notAList } from '../lists/list-error.js';
import type { ListFamily } from '../lists/list-family.js';
import { listLinks } from '../lists/list-links.js';
import { type LoadedPage, loadListPage } from '../lists/list-page.js';
import { readJson } from '../lists/read-json.js';
import { type ListRequest, walkList } from '../lists/walk-list.js';

/**
 * Hanweb jpaas: the page names its list in `queryData="{'webId':'…',…}"`, and `build/unit` answers JSON whose `html` is
 * the list, with `<div class="pagination" rows="15" count="118">`.
 */
export const listJpaas: ListFamily = async function* (source, fetch) {
  const page = loadListPage(await fetch(source.url));
  const query = { ...DEFAULTS, ...readQuery(page, source.params.tagId), ...source.params };
  if (!('pageId' in query) || !('webId' in query))
    throw notAList(source.url, 'the page names no list: no queryData with webId and pageId');
  const request = (pageNo: number, pageSize: number): ListRequest => {
    const paramJson = JSON.stringify({ pageNo, pageSize });
    return { url: new URL(`${API}?${new URLSearchParams({ ...query, paramJson })}`, page.baseUrl).href };
  };
  yield* walkList(source, fetch, request(1, PAGE_SIZE), (fetched, number) => {
    const part = readPart(fetched, page.baseUrl);
    const more = part.total === null ? part.links.length > 0 : number * part.rows < part.total;
    const next = more ? request(number + 1, PAGE_SIZE) : null;
    return { links: part.links, exact: true, next, declaredTotal: part.total };
  });
};

/** Of several lists on the page the one that is asked for, else the first that is called a list. */
export function readQuery({ $ }: LoadedPage, tagId: string | undefined): Record<string, string> {
  const queries = $('[querydata]')
    .toArray()
    .map((element) => pairsOf($(element).attr('querydata') ?? ''))
    .filter((query) => query.pageId !== undefined);
  return (
    queries.find((query) => tagId !== undefined && query.tagId === tagId) ??
    queries.find((query) => LIST_TAG.test(query.tagId ?? '')) ??
    queries[0] ??
    {}
  );
}

/** `{'webId':'1','tagId':'信息列表'}`: JSON but for its quotes. */
function pairsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/['"]?(\w+)['"]?\s*:\s*['"]?([^'",}]*)/g)].map(([, k, v]) => [k, v]),
  );
}

function readPart(fetched: FetchResult, baseUrl: string) {
  const { data } = readJson(fetched) as { data?: { html?: unknown } };
  if (typeof data?.html !== 'string')
    throw notAList(fetched.url, 'the answer is no list: no data.html in it');
  const page = pageOfFragments([data.html], baseUrl);
  const pager = page.$('.pagination[count], [rows][count]').first();
  const [count, rows] = [pager.attr('count'), Number(pager.attr('rows'))];
  page.$('.pagination').remove();
  // Some lists keep to their own page size, whatever is asked for.
  return {
    links: listLinks(page),
    total: count === undefined ? null : Number(count),
    rows: rows || PAGE_SIZE,
  };
}

const API = '/api-gateway/jpaas-publish-server/front/page/build/unit';
/** The spelling is theirs. */
const DEFAULTS: Record<string, string> = { parseType: 'bulidstatic', pageType: 'column', editType: 'null' };
const LIST_TAG = /列表|分页|list|内容|信息/i;
const PAGE_SIZE = 15;
