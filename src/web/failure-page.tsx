import type { BoardContext } from './board.js';
import { knownFailure, logFailure } from './known-failures.js';
import { errorPage } from './pages/error-page.js';

/** A page could not be made: what people can do about it; the rest goes to the log. */
export function failurePage(c: BoardContext, error: Error): Response | Promise<Response> {
  logFailure(`${c.req.method} ${c.req.path}`, error);
  const known = knownFailure(error);
  if (!known)
    return errorPage(
      c,
      500,
      '页面出错',
      '详细原因已写入运行日志（标准错误输出）。请稍后再试，或联系管理员。',
    );
  if (known.status === 503) c.header('Retry-After', '5');
  return errorPage(c, known.status, known.heading, known.advice);
}
