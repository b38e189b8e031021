import { readGkmlptConfig } from '../families/gkmlpt-config.js';
import { readSettings } from '../families/hanweb-column.js';
import { readQuery } from '../families/jpaas.js';
import { readLabel } from '../families/lonxin.js';
import type { LoadedPage } from '../lists/list-page.js';

/** What a family's pages are known by. */
export interface Signature {
  readonly family: string;
  /** What was seen, in the page's own words; null where nothing speaks for the family. */
  readonly see: (page: SeenPage) => string | null;
  /** What the entry needs beyond family and address. */
  readonly entry?: (page: SeenPage) => EntryParts;
}

export interface SeenPage extends LoadedPage {
  /** After redirects. */
  readonly url: string;
  /** The last report year that can have been published. */
  readonly lastYear: number;
}

export interface EntryParts {
  readonly url?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly years?: { readonly from: number; readonly to: number };
}

/** Most telling first: the first that is seen and lists reports is taken. */
export const SIGNATURES: readonly Signature[] = [
  {
    family: 'hanweb-annual-report',
    see: ({ url }) => found(url, /\/xxgkAnnualReport\.jsp\?.*/),
    entry: ({ url, lastYear }) => ({
      url: url.replace(/([?&]fbtime=)[^&#]*/, '$1{year}'),
      years: { from: Math.min(FIRST_YEAR_OF_FORM, lastYear), to: lastYear },
    }),
  },
  {
    family: 'gkmlpt',
    see: ({ url, html }) =>
      readGkmlptConfig(html) === null
        ? found(url, /^https?:\/\/[^?#]*\/gkmlpt\//)
        : 'window._CONFIG with SID and TREE',
    entry: ({ url }) => ({ url: url.replace(/\/gkmlpt\/(?!index).*$/, '/gkmlpt/index') }),
  },
  {
    family: 'jpaas',
    see: ({ $ }) => (readQueryIn($) ? `queryData="${$('[querydata]').first().attr('querydata')}"` : null),
  },
  {
    family: 'hanweb-column',
    see: ({ url, html }) =>
      found(html, /[^"'\s]{0,80}dataproxy\.jsp/) ??
      found(html, /<datastore>/) ??
      found(url, /\/col\/col\d+\//),
    entry: ({ url, html }) => ({
      params: pick(readSettings(html, url, {}), ['columnid', 'webid', 'unitid']),
    }),
  },
  {
    family: 'hanweb-search',
    // Without the unit's code nothing can be asked.
    see: (page) => (areaOf(page) === null ? null : searchOf(page)),
    entry: (page) => ({
      url: new URL(searchOf(page) ?? '', page.baseUrl).href.replace(/[?#].*$/, ''),
      params: { area: areaOf(page) ?? '' },
    }),
  },
  { family: 'ucap', see: ({ html }) => found(html, /createPageHTML\(\s*["'][^)]*\)/) },
  { family: 'lonxin', see: ({ html, baseUrl }) => readLabel(html, baseUrl) },
  {
    family: 'vsb',
    see: ({ html }) =>
      found(html, /class=["']p_(?:pages|no_d|next|t)\b[^>]*/) ??
      found(html, /\/system\/resource\/js\/[\w./]*|id=["']vsb_content["']|_jsq_\(/),
  },
  {
    family: 'trs',
    see: ({ html }) =>
      found(html, /createPageHTML\(\s*\d[^)]*\)/) ??
      found(html, /\bcountPage\s*=\s*\d+/) ??
      found(html, /href=["']?[^"'\s>]*\/t20\d{6}_\d+\.s?html?/),
  },
];

function searchOf({ url, html }: SeenPage): string | null {
  return found(url, /^.*\/xxgk\/search\.jsp/) ?? found(html, /[^"'\s]{0,80}\/xxgk\/search\.jsp/);
}

function areaOf({ url, html }: SeenPage): string | null {
  const inPage = /\barea["']?\s*[:=]\s*["']?([\w-]+)/.exec(html)?.[1];
  return new URL(url).searchParams.get('area') ?? inPage ?? null;
}

function found(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[0].slice(0, LONGEST_QUOTE) ?? null;
}

function readQueryIn($: LoadedPage['$']): boolean {
  return Object.keys(readQuery({ $, html: '', baseUrl: '' }, undefined)).length > 0;
}

function pick(settings: ReadonlyMap<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (settings.has(key) ? [[key, settings.get(key)!]] : [])));
}

/** The form of 国办公开办函〔2019〕60号 begins with the reports on 2019. */
const FIRST_YEAR_OF_FORM = 2019;
const LONGEST_QUOTE = 120;
