import type { Selectors } from '../../model/source.js';
import { addressOf } from '../lists/list-links.js';
import type { LoadedPage } from '../lists/list-page.js';
import { selectEntries } from '../lists/select-entries.js';

/** Selectors that find the given reports of a page and little else; null where no element holds each of them alone. */
export function guessSelectors(page: LoadedPage, reports: readonly string[]): Selectors | null {
  const { $, baseUrl } = page;
  const wanted = new Set(reports);
  const links = $('a[href]')
    .toArray()
    .filter((link) => wanted.has(addressOf($(link).attr('href') ?? '', baseUrl) ?? ''));
  const [first] = links;
  if (first === undefined) return null;
  for (const row of ROWS) {
    const box = $(first).closest(row).parent();
    const name = nameOf(box.get(0)?.tagName, box.attr('id'), box.attr('class'));
    if ($(first).closest(row).length === 0) continue;
    const select = { ...NONE, item: name === null ? row : `${name} ${row}` };
    const listed = new Set(selectEntries(page, select).map(({ url }) => url));
    if (reports.every((url) => listed.has(url))) return select;
  }
  return null;
}

function nameOf(tag: string | undefined, id: string | undefined, classes: string | undefined): string | null {
  if (tag === undefined || tag === 'body') return null;
  if (id && SIMPLE.test(id)) return `#${id}`;
  const name = (classes ?? '').split(/\s+/).find((word) => SIMPLE.test(word));
  return name === undefined ? tag : `${tag}.${name}`;
}

const ROWS = ['li', 'tr', 'dd', 'dt', 'p', 'div'];
const SIMPLE = /^[a-z][\w-]*$/i;
const NONE: Selectors = { item: null, link: null, date: null, title: null, next: null };
