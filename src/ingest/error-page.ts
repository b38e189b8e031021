import { decodeText } from './decode-text.js';
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
  const title = /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim() ?? '';
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

function visibleText(page: string): string {
  const bare = page.replace(HIDDEN, ' ').replace(/<[^>]*>/g, ' ');
  return bare
    .replace(/&(?:nbsp|ensp|emsp|#160);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function quote(text: string, sign: RegExp): string {
  return (sign.exec(text)?.[0] ?? '').slice(0, LONGEST_QUOTE);
}

const PDF = Buffer.from('%PDF-');
const HIDDEN = /<!--[\s\S]*?-->|<(script|style|head|noscript|template)\b[\s\S]*?<\/\1\s*>/gi;
/** The headings of the official forms: what has one is a report, whatever else it says. */
const IS_REPORT = /总体情况|主动公开政府信息|行政复议|年度报告|年报/;
/** Error pages in a site's full dress, with scripts; larger ones are real pages. */
const LARGEST_PAGE = 200_000;
/** Characters of a site's menus around an error; a title decides there. */
const MOST_TEXT = 3000;
/** Characters of a page that says nothing else. */
const FEW_WORDS = 400;
const LONGEST_QUOTE = 60;
