import { unwrapScript } from './unwrap-script.js';

/**
 * Guangdong's gkmlpt serves its articles in a script: `window._CONFIG = {… DETAIL: {"title":…,"content":"\u003Cp…"}}`.
 * Gives the page with that article in its body, as its script would show it; any other page, and one that shows the
 * article already, comes back as it is, or with what `unwrapScript` finds. The archive keeps the bytes as served.
 */
export function unwrapDetail(html: string): string {
  const config = html.indexOf('window._CONFIG');
  const detail = config < 0 ? -1 : html.slice(config).search(/\bDETAIL["']?\s*:\s*\{/);
  if (detail < 0) return unwrapScript(html);
  const script = html.slice(config + detail, endOfScript(html, config + detail));
  const content = longestOf(script, 'content');
  if (content === '' || isShown(content, html)) return html;
  const article = `${metaOf('ArticleTitle', firstOf(script, 'title'))}${metaOf('PubDate', dateOf(script))}<article><h1>${escaped(firstOf(script, 'title'))}</h1>${content}</article>`;
  const end = html.toLowerCase().lastIndexOf('</body');
  return end < 0 ? html + article : html.slice(0, end) + article + html.slice(end);
}

function endOfScript(html: string, from: number): number {
  const end = html.toLowerCase().indexOf('</script', from);
  return end < 0 ? html.length : end;
}

/** A nested attachment may have a `content` of its own; the article's is the longest. */
function longestOf(script: string, key: string): string {
  return valuesOf(script, key).reduce((longest, next) => (next.length > longest.length ? next : longest), '');
}

function firstOf(script: string, key: string): string {
  return valuesOf(script, key)[0] ?? '';
}

function valuesOf(script: string, key: string): string[] {
  const pairs = script.matchAll(new RegExp(`"${key}"\\s*:\\s*("[^"\\\\]*(?:\\\\.[^"\\\\]*)*")`, 'g'));
  return [...pairs].map(([, text]) => parsed(text!));
}

function parsed(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return ''; // A script that is no JSON shows nothing that could be read.
  }
}

function dateOf(script: string): string {
  return firstOf(script, 'display_publish_time') || firstOf(script, 'created_at');
}

function metaOf(name: string, value: string): string {
  return value === '' ? '' : `<meta name="${name}" content="${escaped(value)}">`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Some sites of the platform print the article too; read twice, its tables would contend. */
function isShown(content: string, html: string): boolean {
  const sample = hanOf(content).slice(0, SAMPLE);
  return sample.length >= SAMPLE && hanOf(outsideScripts(html)).includes(sample);
}

function hanOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]+/gu, '');
}

function outsideScripts(html: string): string {
  const [head = '', ...pieces] = html.split(/<script\b/i);
  return head + pieces.map((piece) => piece.slice(endOfScript(piece, 0))).join('');
}

/** Characters; enough that no menu holds them by chance. */
const SAMPLE = 80;
