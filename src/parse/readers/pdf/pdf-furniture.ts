import type { Finding } from '../../../model/finding.js';
import type { PageContent, PageItem } from './pdf-content.js';

/** Takes page numbers and running heads off; what is taken off is told. */
export function dropFurniture(pages: readonly PageContent[]): {
  readonly pages: readonly PageContent[];
  readonly findings: readonly Finding[];
} {
  const repeated = repeatedMargins(pages);
  const dropped = new Map<string, number[]>();
  const kept = pages.map((content) => ({
    ...content,
    items: content.items.filter((item) => {
      const text = marginText(item, content);
      if (text === null) return true;
      const reason = isPageNumber(text)
        ? '页码'
        : repeated.has(marginKey(item, text))
          ? `页眉页脚“${text}”`
          : null;
      if (reason === null) return true;
      dropped.set(reason, [...(dropped.get(reason) ?? []), content.page]);
      return false;
    }),
  }));
  const findings = [...dropped].map(([reason, on]) => ({
    check: 'read/page-furniture',
    severity: 'info' as const,
    message: `第 ${[...new Set(on)].join('、')} 页的${reason}不是正文，已略去`,
  }));
  return { pages: kept, findings };
}

/** The text of a line that stands in the page's upper or lower margin; null for all else. */
function marginText(item: PageItem, { height }: PageContent): string | null {
  if (item.kind !== 'line') return null;
  const { baseline, text } = item.line;
  return baseline < MARGIN * height || baseline > (1 - MARGIN) * height ? text.trim() : null;
}

/** Running heads stand at one height on several pages and differ in their numbers alone. */
function repeatedMargins(pages: readonly PageContent[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  for (const content of pages) {
    for (const item of content.items) {
      const text = marginText(item, content);
      if (text === null) continue;
      const key = marginKey(item, text);
      seen.set(key, (seen.get(key) ?? new Set()).add(content.page));
    }
  }
  const enough = Math.max(2, pages.length / 2);
  return new Set([...seen].filter(([, on]) => on.size >= enough).map(([key]) => key));
}

function marginKey(item: PageItem, text: string): string {
  return `${Math.round(item.top / SAME_HEIGHT)} ${text.replace(/\d+/g, '0').replace(/\s+/g, '')}`;
}

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.normalize('NFKC').replace(/\s+/g, ''));
}

/** Part of the page's height: 2.54 cm, the usual margin, is a twelfth of A4; page numbers stand within it. */
const MARGIN = 0.1;
const SAME_HEIGHT = 4;
/** - 5 - · — 5 — · 第5页 · 第 5 页 共 8 页 · 5/8 */
const PAGE_NUMBER = /^[-–—―─·.]*(?:第?\d{1,3}页?|第?\d{1,3}页?[/,，]?共?\d{1,3}页?)[-–—―─·.]*$/;
