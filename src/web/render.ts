import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { BoardContext } from './board.js';

/** A whole page as an answer. Without a doctype browsers would fall back to the layout of 1998. */
export function render(
  c: BoardContext,
  page: HtmlEscapedString | Promise<HtmlEscapedString>,
  status: ContentfulStatusCode = 200,
) {
  return c.html(html`<!doctype html>${page}`, status);
}
