import type { CheerioAPI } from 'cheerio';
import type { Listing } from '../../model/source.js';
import { isDate } from '../is-date.js';
import type { LoadedPage } from './list-page.js';

/**
 * The links of a list page in reading order, each address once: http(s) only, absolute, without fragment.
 * The title is the link's title attribute, else its text; the date is the one printed beside it.
 */
export function listLinks(page: LoadedPage): Listing[] {
  const links = new Map<string, Listing>();
  const selfUrl = addressOf('', page.baseUrl);
  const elements = page.$('a[href]').toArray();
  const besides = new Map<ParentNode, readonly [string, string]>();
  const around = { shared: holdingSeveral(elements), besides };
  for (const element of elements) {
    const link = page.$(element);
    const url = addressOf(link.attr('href') ?? '', page.baseUrl);
    if (url === null || url === selfUrl) continue;
    const listing = { url, ...readEntry(link, around) };
    const earlier = links.get(url);
    // A picture and a headline may link the same page: the one that says more stands.
    if (earlier === undefined || better(listing, earlier)) links.set(url, listing);
  }
  return [...links.values()];
}

type Elements = ReturnType<ReturnType<CheerioAPI['root']>['children']>;
type Element = Elements[number];
type ParentNode = NonNullable<Element['parent']>;

export function addressOf(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}

/** What is known of the elements around links: a page may lead to one address ten thousand times from one of them. */
interface Around {
  readonly shared: ReadonlySet<ParentNode>;
  /** The text of an entry and of what follows it. */
  readonly besides: Map<ParentNode, readonly [string, string]>;
}

/** Elements that hold links to more than one address. Each is noted twice at most, however deep the links stand. */
function holdingSeveral(links: readonly Element[]): ReadonlySet<ParentNode> {
  const only = new Map<ParentNode, string>();
  const several = new Set<ParentNode>();
  for (const link of links) {
    const href = link.attribs.href!;
    for (let parent = link.parent; parent !== null && !several.has(parent); parent = parent.parent) {
      const held = only.get(parent);
      if (held === href) break;
      if (held === undefined) only.set(parent, href);
      else several.add(parent);
    }
  }
  return several;
}

function readEntry(link: Elements, { shared, besides }: Around): Omit<Listing, 'url'> {
  const text = squeeze(link.text());
  const title = squeeze(link.attr('title') ?? '') || text.replace(DATE_AT_END, '').trim();
  const entry = entryOf(link, shared);
  const held = besides.get(entry[0]!);
  const [beside, next] = held ?? [squeeze(entry.text().slice(0, LONGEST_ENTRY)), nextWithoutLink(entry)];
  if (held === undefined) besides.set(entry[0]!, [beside, next]);
  return { title, listedOn: dateIn(beside.replace(title, ' ')) ?? dateIn(next) };
}

/** The largest element around the link that holds no other link: the `<li>`, the `<tr>`. */
function entryOf(link: Elements, shared: ReadonlySet<ParentNode>): Elements {
  let entry = link;
  for (let parent = link.parent(); parent.length > 0 && !parent.is('body'); parent = parent.parent()) {
    if (shared.has(parent[0]!)) break;
    entry = parent;
  }
  return entry;
}

/** `<dt><a></a></dt><dd>2024-01-17</dd>`: the date stands in the next element. */
function nextWithoutLink(entry: Elements): string {
  const next = entry.next();
  return next.find('a[href]').length > 0 || next.is('a[href]') ? '' : squeeze(next.text());
}

export function dateIn(text: string): string | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function better(candidate: Listing, earlier: Listing): boolean {
  const worth = ({ title, listedOn }: Listing) => (title === '' ? 0 : 2) + (listedOn === null ? 0 : 1);
  return worth(candidate) > worth(earlier);
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Characters; the date of an entry stands sooner. */
const LONGEST_ENTRY = 20_000;
const DATE = /(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/;
const DATE_AT_END = /[[(（]?\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[\])）]?\s*$/;
