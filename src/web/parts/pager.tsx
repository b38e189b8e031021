import { withQuery } from '../words.js';

interface PagerProps {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly noun: string;
}

/** A page that the list has: of one beyond its end, the last. */
export function pageWithin(page: number, size: number, total: number): number {
  return Math.min(page, Math.max(1, Math.ceil(total / size)));
}

/** Which part of a list this is, and the ways to the others. */
export function Pager({ path, query, page, size, total, noun }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / size));
  const to = (n: number) => withQuery(path, { ...query, page: n === 1 ? undefined : n });
  const first = (page - 1) * size + 1;
  return (
    <nav class="pager" aria-label="分页">
      <span>
        共 {total} {noun}
        {total > 0 && `，本页第 ${first}—${Math.min(page * size, total)}`}
      </span>
      {page > 1 && <a href={to(page - 1)}>上一页</a>}
      {pages > 1 && (
        <span>
          第 {page} / {pages} 页
        </span>
      )}
      {page < pages && <a href={to(page + 1)}>下一页</a>}
    </nav>
  );
}
