import { pageOfFragments } from '../lists/fragment.js';
import { notAList } from '../lists/list-error.js';
import type { ListFamily } from '../lists/list-family.js';
import { listLinks } from '../lists/list-links.js';
import { loadListPage } from '../lists/list-page.js';
import { type ListReading, type ListRequest, walkList } from '../lists/walk-list.js';

/**
 * Hanweb col/art: `/col/col282/index.html` carries the first group of its list as XML, and `dataproxy.jsp` gives the
 * others, in one of two forms: `nextgroup` names the next address (GET), or records are asked for by number (POST).
 */
export const listHanwebColumn: ListFamily = (source, fetch) => {
  let settings: ReadonlyMap<string, string> = new Map();
  let read = 0;
  return walkList(source, fetch, { url: source.url }, (fetched, number) => {
    const page = loadListPage(fetched);
    const store = readDatastore(page.html);
    if (number > 1 && !/<datastore\b/i.test(page.html))
      throw notAList(fetched.url, 'the answer is no list: no <datastore> in it');
    if (number === 1) settings = readSettings(page.html, source.url, source.params);
    const ofStore = store.records.length > 0 || number > 1;
    const links = listLinks(ofStore ? pageOfFragments(store.records, page.baseUrl) : page);
    read += store.records.length;
    const next = nextGroup(store, page.baseUrl) ?? nextRecords(store, settings, read, source.url);
    return { links, exact: ofStore, next, declaredTotal: store.total } satisfies ListReading;
  });
};

interface Datastore {
  readonly records: readonly string[];
  readonly total: number | null;
  /** Null where there is no such element; empty at the end of the list. */
  readonly nextHref: string | null;
}

function readDatastore(text: string): Datastore {
  const total = /<totalrecord>\s*(\d+)\s*<\/totalrecord>/i.exec(text)?.[1];
  const group = /<nextgroup>([\s\S]*?)<\/nextgroup>/i.exec(text)?.[1];
  const href = group === undefined ? null : (/href\s*=\s*["']([^"']*)["']/i.exec(group)?.[1] ?? '');
  return {
    records: recordsIn(text),
    total: total === undefined ? null : Number(total),
    nextHref: href?.replaceAll('&amp;', '&') ?? null,
  };
}

/** What stands between `<record>` and `</record>`, without the CDATA around it; one pass, however many are left open. */
function recordsIn(text: string): string[] {
  const [, ...pieces] = text.split(/<record>/i);
  return pieces.flatMap((piece) => {
    const end = piece.search(/<\/record>/i);
    if (end < 0) return []; // Cut off: half an entry is none.
    return [
      piece
        .slice(0, end)
        .trim()
        .replace(/^<!\[CDATA\[/, '')
        .replace(/\]\]>$/, ''),
    ];
  });
}

function nextGroup({ nextHref }: Datastore, baseUrl: string): ListRequest | null {
  return nextHref && URL.canParse(nextHref, baseUrl) ? { url: new URL(nextHref, baseUrl).href } : null;
}

/** Records count from 1, both ends included; browsers ask for three pages at once. */
function nextRecords(
  store: Datastore,
  settings: ReadonlyMap<string, string>,
  read: number,
  listUrl: string,
): ListRequest | null {
  // An empty nextgroup is the end, unless the site says of how many records this is the end.
  if (store.total === null ? store.nextHref === '' : read >= store.total) return null;
  // A later answer without records ends the list, and so does a page that doesn't say which list it is.
  if ((read > 0 && store.total === null && store.records.length === 0) || !settings.has('unitid'))
    return null;
  const perPage = Number(settings.get('perpage')) || PER_PAGE;
  const end = Math.min(read + PAGES_AT_ONCE * perPage, store.total ?? Number.POSITIVE_INFINITY);
  const asked = `startrecord=${read + 1}&endrecord=${end}&perpage=${perPage}`;
  const form = new URLSearchParams(FORM_KEYS.flatMap((key) => pairOf(key, settings)));
  return { url: new URL(`${settings.get('proxy')}?${asked}`, listUrl).href, form: form.toString() };
}

function pairOf(key: string, settings: ReadonlyMap<string, string>): [string, string][] {
  const value = settings.get(key.toLowerCase()) ?? FORM_DEFAULTS[key];
  return value === undefined ? [] : [[key, value]];
}

/** What the page's script asks the proxy with; the sources file overrules it. */
export function readSettings(
  html: string,
  url: string,
  params: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const settings = new Map<string, string>([['proxy', '/module/web/jpage/dataproxy.jsp']]);
  const proxy = /["']([^"'\s]*dataproxy\.jsp)\b/i.exec(html)?.[1];
  if (proxy !== undefined) settings.set('proxy', proxy);
  const column = /\/col\/col(\d+)\//.exec(url)?.[1];
  if (column !== undefined) settings.set('columnid', column);
  const script = html.slice(Math.max(0, html.search(/ajaxParam|\.jpage\(|dataproxy\.jsp/)));
  for (const key of [...FORM_KEYS, 'perPage']) {
    const [, value, quoted] =
      new RegExp(`\\b${key}["']?\\s*[:=]\\s*(?:([\\w/.-]+)|["']([^"']*)["'])`, 'i').exec(script) ?? [];
    const found = value ?? quoted;
    if (found !== undefined) settings.set(key.toLowerCase(), found);
  }
  for (const [key, value] of Object.entries(params)) settings.set(key.toLowerCase(), value);
  return settings;
}

const FORM_KEYS = [
  ...[
    'col',
    'appid',
    'webid',
    'path',
    'columnid',
    'sourceContentType',
    'unitid',
    'webname',
    'permissiontype',
  ],
];
/** What every site of the family was seen to send. */
const FORM_DEFAULTS: Readonly<Record<string, string>> = {
  col: '1',
  appid: '1',
  path: '/',
  sourceContentType: '1',
  permissiontype: '0',
};
const PAGES_AT_ONCE = 3;
const PER_PAGE = 15;
