import type { Listing } from '../../model/source.js';
import type { FetchResult } from '../http/http-client.js';
import { isDate } from '../is-date.js';
import { notAList } from '../lists/list-error.js';
import type { ListFamily } from '../lists/list-family.js';
import { loadListPage } from '../lists/list-page.js';
import { readJson } from '../lists/read-json.js';
import { createAddressBook } from '../lists/sort-entries.js';
import { unlessMoved, walkList } from '../lists/walk-list.js';
import { type CatalogueNode, nodesOfReports, readGkmlptConfig } from './gkmlpt-config.js';

/**
 * Guangdong 政府信息公开目录平台: `/gkmlpt/index` holds the tree of columns, `/gkmlpt/api/all/{id}` lists one of them as
 * JSON. The columns are those called 年报, or the one that the address (`index#721`) or the parameter `column` names.
 * A list ends at an empty page, at its total, and at 404: one site gives all its rows at once and has no page 2.
 */
export const listGkmlpt: ListFamily = async function* (source, fetch) {
  const index = source.url.replace(/#.*$/, '');
  const page = loadListPage(await fetch(index));
  const config = readGkmlptConfig(page.html);
  if (config === null)
    throw notAList(source.url, 'the page is no catalogue: no window._CONFIG with SID and TREE');
  const named = source.params.column ?? /#(\d+)$/.exec(source.url)?.[1];
  const nodes = named === undefined ? nodesOfReports(config.tree) : [{ id: named, count: null }];
  if (nodes.length === 0)
    throw notAList(
      source.url,
      'no column of the catalogue is called 年报; name one in params: { column: … }',
    );
  const api = `${source.url.replace(/\/gkmlpt(?:[/?#].*)?$/, '')}/gkmlpt/api/all/`;
  const book = createAddressBook();
  const counts = async (id: string) => {
    const again = readGkmlptConfig(loadListPage(await fetch(index)).html);
    return again === null ? null : (nodesOfReports(again.tree).find((node) => node.id === id)?.count ?? null);
  };
  for (const node of nodes) {
    const list = listNode(node, `${api}${node.id}?sid=${config.sid}&page=`, [source, fetch, book]);
    // Where the list doesn't tell its total, the catalogue told it before the list was read.
    for await (const part of list.pages)
      yield list.countedBefore()
        ? await unlessMoved(part, async () => (await counts(node.id)) !== node.count)
        : part;
  }
};

function listNode(
  node: Pick<CatalogueNode, 'id' | 'count'>,
  address: string,
  [source, fetch, book]: readonly [...Parameters<ListFamily>, ReturnType<typeof createAddressBook>],
) {
  let read = 0;
  let countedBefore = false;
  const pages = walkList(
    source,
    fetch,
    { url: `${address}1` },
    (fetched, number) => {
      const { rows, total } = readRows(fetched);
      read += rows.length;
      const declaredTotal = total ?? node.count;
      countedBefore ||= total === null && node.count !== null;
      const more = rows.length > 0 && (declaredTotal === null || read < declaredTotal);
      const next = more ? { url: `${address}${number + 1}` } : null;
      return { links: rows, exact: true, next, declaredTotal };
    },
    book,
  );
  return { pages, countedBefore: () => countedBefore };
}

function readRows(fetched: FetchResult): {
  readonly rows: readonly Listing[];
  readonly total: number | null;
} {
  const answer = readJson(fetched) as {
    articles?: unknown;
    classify?: { post_count?: unknown };
    total?: unknown;
  };
  if (!Array.isArray(answer.articles))
    throw notAList(fetched.url, 'the answer is no list: no articles in it');
  const rows = (answer.articles as Record<string, unknown>[]).flatMap((row) => {
    const address = [row.url, row.post_url].find((value) => typeof value === 'string' && value !== '');
    if (!URL.canParse(String(address), fetched.finalUrl)) return [];
    const listedOn = DATE_KEYS.map((key) => dayOf(row[key])).find((day) => day !== null) ?? null;
    return [
      {
        url: new URL(String(address), fetched.finalUrl).href,
        title: String(row.title ?? '').trim(),
        listedOn,
      },
    ];
  });
  const total = Number(answer.total ?? answer.classify?.post_count ?? Number.NaN);
  return { rows, total: Number.isInteger(total) ? total : null };
}

/** `2026-06-18 16:25:04`, or seconds since 1970; the day is that of China. */
function dayOf(value: unknown): string | null {
  if (typeof value === 'string' && isDate(value.slice(0, 10))) return value.slice(0, 10);
  const seconds = typeof value === 'number' || /^\d{9,10}$/.test(String(value)) ? Number(value) : 0;
  return seconds > 0 ? new Date((seconds + CHINA_OFFSET_S) * 1000).toISOString().slice(0, 10) : null;
}

/** What the site prints comes first; a row may have been made later than it was published. */
const DATE_KEYS = ['display_publish_time', 'date', 'created_at', 'create_time'];
const CHINA_OFFSET_S = 8 * 60 * 60;
