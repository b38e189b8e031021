import { load } from 'cheerio/slim';
import type { Document } from '../../model/document.js';
import { unwrapDetail } from '../readers/html/unwrap-detail.js';
import { unwrapMhtml } from '../readers/html/unwrap-mhtml.js';
import { ReadError } from '../readers/read-error.js';
import { collectTables } from './collect-tables.js';
import { decodePage } from './decode-page.js';

/**
 * The control reading of a page: htmlparser2's tree and a walk of its own. It shares nothing with the main reader but
 * the Document that comes out, and that an article in a script is put in its place (`unwrapDetail`), that a page saved with its parts in
 * one file is taken out of it (`unwrapMhtml`), and reads tables
 * alone, for only figures are compared.
 */
export function readHtmlAgain(bytes: Buffer, servedType: string | null): Document {
  return readPageAgain(unwrapDetail(decodePage(unwrapMhtml(bytes), servedType)));
}

/** The same for text that is decoded already: mammoth makes HTML of a .docx. */
export function readPageAgain(page: string): Document {
  if (isTooDeep(page)) throw new ReadError('read/too-large', `网页嵌套超过 ${MAX_DEPTH} 层`);
  const tables = collectTables(load(page).root()[0]!);
  return { mediaType: 'text/html', blocks: tables, metadata: [], containers: [0], findings: [] };
}

/** htmlparser2 searches all open elements at each tag, so depth costs it the square. */
function isTooDeep(page: string): boolean {
  let depth = 0;
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
    if (page.charCodeAt(at + 1) === SLASH) depth -= 1;
    else if (!isVoid(page, at + 1) && ++depth > MAX_DEPTH) return true;
    if (depth < 0) depth = 0;
  }
  return false;
}

function isVoid(page: string, at: number): boolean {
  VOID_TAG.lastIndex = at;
  return VOID_TAG.test(page);
}

const SLASH = 47;
const MAX_DEPTH = 20_000;
/** Tags that open nothing, comments and text after a bare `<`. */
const VOID_TAG = /(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b|[^a-z]/iy;
