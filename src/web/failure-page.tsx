import type { BoardContext } from './board.js';
import { errorPage } from './pages/error-page.js';

/** A page could not be made: what people can do about it; the rest goes to the log. */
export function failurePage(c: BoardContext, error: Error): Response | Promise<Response> {
  const known = KNOWN[error.name];
  if (known) {
    c.header('Retry-After', '5');
    return errorPage(c, 503, known, `${error.message}。请稍候刷新本页。`);
  }
  process.stderr.write(`board: ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}\n`);
  return errorPage(c, 500, '页面出错', '详细原因已写入运行日志（标准错误输出）。请稍后再试，或联系管理员。');
}

const KNOWN: Readonly<Record<string, string>> = {
  DatabaseLockedError: '数据库正由另一进程使用',
  DatabaseUnavailableError: '数据库暂时不能使用',
};
