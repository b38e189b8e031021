/**
 * Whether the elements of a page are nested deeper than any site's: cheerio needs the square of the depth to load them,
 * and walks them by recursion. Judged from the tags alone, before anything is built; what stands in scripts, styles and
 * comments is no tag.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const { step, textEnd } = tagAt(html, at);
    depth = Math.max(0, depth + step);
    if (depth > MAX_DEPTH) return true;
    if (textEnd !== null) at = html.indexOf(textEnd, at);
    // Never closed: nothing that follows is a tag.
    if (at < 0) return false;
  }
  return false;
}

/** How far down the tag at a `<` leads, and what ends the text behind it in which no tag counts. */
function tagAt(html: string, at: number): { readonly step: number; readonly textEnd: string | null } {
  TAG.lastIndex = at;
  const [, slash, tag = ''] = TAG.exec(html) ?? [];
  const name = tag.toLowerCase();
  if (slash === '') {
    const textEnd = TEXT_ENDS.get(name);
    if (textEnd !== undefined) return { step: 0, textEnd };
  }
  const counted = !UNCOUNTED.has(name);
  return { step: counted ? (slash === '/' ? -1 : 1) : 0, textEnd: null };
}

const TAG = /<(\/?)([a-z][a-z0-9]*|!--)/iy;
const TEXT_ENDS: ReadonlyMap<string, string> = new Map([
  ['script', '</script'],
  ['style', '</style'],
  ['!--', '-->'],
]);
/** A bare `<`, elements that hold nothing, and those that need not be closed (HTML Standard §13.1.2.4): others hold them. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  '',
  'script',
  'style',
  ...'area base br col embed hr img input link meta param source track wbr'.split(' '),
  ...'html head body p li dt dd option optgroup colgroup caption thead tbody tfoot tr td th rb rt rp'.split(
    ' ',
  ),
]);
/** Real pages stay below a hundred; at this depth loading takes milliseconds. */
const MAX_DEPTH = 600;
