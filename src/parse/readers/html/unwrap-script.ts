/**
 * An article with tables that stands only in a string of a script, or of an answer in JSON, as pages have it that a script
 * draws in the browser. Gives the page with that article in its body; any other comes back as it is. The archive keeps the
 * bytes as served.
 */
export function unwrapScript(html: string): string {
  const first = TABLE.exec(html)?.index ?? -1;
  if (first < 0) return html;
  if (isAnswer(html)) return pageOf(articleIn(html), html);
  if (!isInScript(html, first)) return html;
  const [head = '', ...pieces] = html.split(/<script\b/i);
  const scripts = pieces.map((piece) => [piece.slice(0, endOfScript(piece)), piece] as const);
  const shown = head + scripts.map(([script, piece]) => piece.slice(script.length)).join('');
  if (TABLE.test(shown)) return html;
  return pageOf(articleIn(scripts.map(([script]) => script).join('\n')), html);
}

/** JSON, or a call with it. */
function isAnswer(text: string): boolean {
  return ANSWER.test(text.slice(0, ANSWER_START));
}

function isInScript(html: string, at: number): boolean {
  const before = html.slice(0, at).toLowerCase();
  return before.lastIndexOf('<script') > before.lastIndexOf('</script');
}

function endOfScript(piece: string): number {
  const end = piece.search(/<\/script/i);
  return end < 0 ? piece.length : end;
}

interface Article {
  readonly title: string;
  readonly content: string;
}

/** The longest string with a table in it and enough Chinese to be an article, and the title told before or after it. */
function articleIn(script: string): Article | null {
  const strings = [...script.matchAll(STRING)].map(([quoted]) => quoted);
  const found = strings
    .filter((quoted) => TABLE.test(quoted))
    .map(parsed)
    .filter((text) => (text.match(HAN)?.length ?? 0) >= LEAST_HAN)
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  if (found === '') return null;
  const title = strings.map(parsed).find((text) => TITLE.test(text) && text.length <= LONGEST_TITLE);
  return { title: title ?? '', content: found };
}

function parsed(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return ''; // A script that is no JSON shows nothing that could be read.
  }
}

function pageOf(article: Article | null, html: string): string {
  if (!article) return html;
  const title = article.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const shown = `<article>${title && `<h1>${title}</h1>`}${article.content}</article>`;
  if (isAnswer(html)) return shown;
  const end = html.toLowerCase().lastIndexOf('</body');
  return end < 0 ? html + shown : html.slice(0, end) + shown + html.slice(end);
}

const TABLE = /(?:<|\\u003c)table[\s>\\]/i;
const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/g;
const ANSWER = /^[\s\ufeff]*(?:[\w.$]{1,60}\s*\(\s*)?[[{]\s*["{[\]}]/;
const ANSWER_START = 200;
const HAN = /[一-鿿]/g;
/** Characters of Chinese: more than a widget's labels. */
const LEAST_HAN = 200;
const TITLE = /^[^<>]*(?:年度报告|年报|工作报告)[^<>]*$/;
const LONGEST_TITLE = 60;
