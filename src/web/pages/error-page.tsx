import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { render } from '../render.js';

/** What went wrong, and what to do. */
export function errorPage(c: BoardContext, status: ContentfulStatusCode, title: string, advice: string) {
  return render(
    c,
    <Layout c={c} title={title} crumbs={[]}>
      <h1>{title}</h1>
      <p>{advice}</p>
      <p>
        <a href="/">返回总览</a>
      </p>
    </Layout>,
    status,
  );
}
