import { type CheerioAPI, load } from 'cheerio';
import { decodeText } from '../decode-text.js';
import type { FetchResult } from '../http/http-client.js';
import { isTooDeep } from './is-too-deep.js';
import { notAList } from './list-error.js';

export interface LoadedPage {
  readonly $: CheerioAPI;
  readonly html: string;
  /** What relative links are relative to: `<base>`, else the address after redirects. */
  readonly baseUrl: string;
}

/**
 * Decodes a fetched page (byte order mark → HTTP charset → meta → UTF-8 → GB18030) and loads it; `prepare` changes the
 * text in between. Throws FetchError where it is nested too deep to be loaded.
 */
export function loadListPage(fetched: FetchResult, prepare = (text: string): string => text): LoadedPage {
  if (fetched.body === null) throw new TypeError(`${fetched.url}: not modified, so there is no page to read`);
  const declared = [charsetOf(fetched.contentType ?? ''), metaCharset(fetched.body)];
  const html = prepare(decodeText(fetched.body, declared));
  const $ = loadMarkup(html, fetched.url);
  const base = $('base[href]').attr('href');
  const baseUrl =
    base !== undefined && URL.canParse(base, fetched.finalUrl)
      ? new URL(base, fetched.finalUrl).href
      : fetched.finalUrl;
  return { $, html, baseUrl };
}

/** Throws FetchError where elements are nested as on no real page. */
export function loadMarkup(html: string, url: string): CheerioAPI {
  if (isTooDeep(html)) throw notAList(url, 'its elements are nested deeper than those of any page');
  return load(html);
}

/** HTML Standard: the declaration stands in the first 1024 bytes; old pages have scripts before it. */
function metaCharset(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1');
  const meta = /<meta\b[^>]*\bcharset\s*=[^>]*>/i.exec(head);
  return meta === null ? null : charsetOf(meta[0]);
}

function charsetOf(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null;
}
