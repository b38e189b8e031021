import { stringify } from 'yaml';
import { families } from '../ingest/families/families.js';
import type { Probe } from '../ingest/probe/probe-page.js';
import { SLUG } from '../ingest/registry/unit-row.js';

/** The entry to paste under `sources:`, with what was seen as comments; in place of an entry, what to try next. */
export function entryText({ family, entry, seen, listed }: Probe, day: string): string {
  const comments = seen.map((line) => `seen: ${line}`);
  if (family === null) return commented([...comments, ...UNKNOWN]);
  const { url, params, years, select } = entry;
  const selectors = Object.entries(select ?? {}).filter(([, selector]) => selector !== null);
  const written = {
    id: idOf(url),
    family,
    url,
    unit: 'unit-id',
    ...(years === undefined ? {} : { years }),
    ...(params === undefined || Object.keys(params).length === 0 ? {} : { params }),
    ...(selectors.length === 0 ? {} : { select: Object.fromEntries(selectors) }),
    verified: listed === null ? 'never' : day,
  };
  const yaml = stringify([written], { lineWidth: 0 }).replace(/^/gm, '  ').trimEnd();
  return `${commented([...comments, `${family}: ${families.get(family)!.title}`, ...told(listed)])}${yaml}\n`;
}

function told(listed: Probe['listed']): string[] {
  if (listed === null) return ['lists no report: the entry is a guess, look at the page before you use it'];
  const { items, otherItems, declaredTotal } = listed;
  const rest = declaredTotal === null ? '' : `; the site says that its list has ${declaredTotal} entries`;
  return [
    `lists ${items.length} reports and ${otherItems} other entries on ${listed.url}${rest}`,
    ...items
      .slice(0, EXAMPLES)
      .map(({ title, listedOn, url }) => `  ${[listedOn, title, url].filter(Boolean).join('  ')}`),
    'put the unit in place of unit-id, or units: [a, b] where the list mixes them',
  ];
}

/** A line of a comment must stay one: titles come from pages. */
function commented(lines: readonly string[]): string {
  return lines.map((line) => `# ${line.replace(/\s+/g, ' ')}\n`).join('');
}

/** `www.anqiu.gov.cn/xxgk/nb/` → `anqiu-nb` */
function idOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '').split('.')[0] ?? '';
  const parts = pathname
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '' && !NAMELESS.test(part));
  const id = [host, ...parts.slice(-2)]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-');
  return SLUG.test(id) ? id : 'source-id';
}

const NAMELESS = /^(?:index|list|html?|shtml|jsp|module|col|content|gov|cn)$/;
const EXAMPLES = 3;
const UNKNOWN = [
  'no family is recognised and no link looks like a report: the list may be drawn by a script',
  'look in the page for the links, then write family: generic with select: { item: "…", next: "…" };',
  'or give the address of each report with family: page',
];
