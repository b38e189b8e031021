import { type LoadedPage, loadMarkup } from './list-page.js';

/** Pieces of HTML as a page, each in a box of its own, so that a date belongs to the link of its piece. */
export function pageOfFragments(fragments: readonly string[], baseUrl: string): LoadedPage {
  const html = fragments
    .map((piece) => `<div>${isRow(piece) ? `<table>${piece}</table>` : piece}</div>`)
    .join('\n');
  return { $: loadMarkup(`<body>${html}</body>`, baseUrl), html, baseUrl };
}

/** Outside a table a parser drops `<tr>` and `<td>`. */
function isRow(piece: string): boolean {
  return /^\s*<(?:tr|tbody)\b/i.test(piece);
}
