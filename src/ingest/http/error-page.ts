import { decodeText } from '../decode-text.js';
import { ERROR_PAGE_SIGNS, TITLE_SIGNS } from './error-page-signs.js';

/**
 * Why a body served with 200 looks like an error page, a maintenance notice or a bot check; null where it doesn't.
 * Only pages that say little are judged: a report, even a short one, says more than these do. Pure.
 */
export function looksLikeErrorPage(body: Buffer, contentType: string | null): string | null {
  if (body.length === 0) return 'the answer is empty';
  if (body.length > LARGEST_PAGE || !isPage(body, contentType)) return null;
  const page = decodeText(body);
  const shown = visibleText(page);
  if (shown.length > MOST_TEXT) return null;
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(page)?.[1]?.trim() ?? '';
  const titled = TITLE_SIGNS.find(({ sign }) => sign.test(title));
  if (titled) return `${titled.what}: its title is "${title}"`;
  if (shown.length > FEW_WORDS || IS_REPORT.test(shown)) return null;
  const told = ERROR_PAGE_SIGNS.find(({ sign, inText }) => sign.test(inText ? shown : page));
  return told ? `${told.what}: "${quote(told.inText ? shown : page, told.sign)}"` : null;
}

/**
 * What a browser would show as a page. Data for scripts (JSON, XML) is read by whoever asked for it; files have zero
 * bytes, and so have UTF-16 pages, which are left to the parser.
 */
function isPage(body: Buffer, contentType: string | null): boolean {
  if (/json|javascript|[/+]xml(?!\+)|image\//i.test((contentType ?? '').replace('xhtml+xml', 'html')))
    return false;
  return !body.subarray(0, 1024).includes(0) && !body.subarray(0, PDF.length).equals(PDF);
}

/** One pass: what stands between tags, without what is never shown. */
function visibleText(page: string): string {
  const folded = page.toLowerCase();
  let shown = '';
  for (let at = 0; at < page.length; ) {
    const open = page.indexOf('<', at);
    shown += `${page.slice(at, open < 0 ? page.length : open)} `;
    if (open < 0) break;
    const end = endOfMarkup(folded, open);
    if (end < 0) break;
    at = end;
  }
  return shown
    .replace(/&(?:nbsp|ensp|emsp|#160);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Behind the tag, comment or hidden element that begins at `open`; -1 where it never ends. */
function endOfMarkup(folded: string, open: number): number {
  if (folded.startsWith('<!--', open)) return after(folded, '-->', open + 4);
  HIDDEN.lastIndex = open;
  const hidden = HIDDEN.exec(folded)?.[1];
  const close = hidden === undefined ? open : folded.indexOf(`</${hidden}`, open);
  return close < 0 ? -1 : after(folded, '>', close);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function quote(text: string, sign: RegExp): string {
  return (sign.exec(text)?.[0] ?? '').slice(0, LONGEST_QUOTE);
}

const PDF = Buffer.from('%PDF-');
const HIDDEN = /<(script|style|title|noscript|template)\b/y;
/** The headings of the official forms: what has one is a report, whatever else it says. */
const IS_REPORT = /总体情况|主动公开政府信息|行政复议|年度报告|年报/;
/** Error pages in a site's full dress, with scripts; larger ones are real pages. */
const LARGEST_PAGE = 200_000;
/** Characters of a site's menus around an error; a title decides there. */
const MOST_TEXT = 3000;
/** Characters of a page that says nothing else. */
const FEW_WORDS = 400;
const LONGEST_QUOTE = 60;
