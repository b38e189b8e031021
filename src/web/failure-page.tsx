import type { BoardContext } from './board.js';
import { errorPage } from './pages/error-page.js';

/** A page could not be made: what people can do about it; the rest goes to the log. */
export function failurePage(c: BoardContext, error: Error): Response | Promise<Response> {
  const known = KNOWN[error.name];
  // Who reads the page can't mend it, and it names hosts and folders: that is for the log.
  process.stderr.write(
    `board: ${c.req.method} ${c.req.path}: ${known ? error.message : (error.stack ?? error.message)}\n`,
  );
  if (known) {
    c.header('Retry-After', '5');
    return errorPage(c, 503, known.heading, known.advice);
  }
  return errorPage(c, 500, '页面出错', '详细原因已写入运行日志（标准错误输出）。请稍后再试，或联系管理员。');
}

const KNOWN: Readonly<Record<string, { readonly heading: string; readonly advice: string }>> = {
  DatabaseLockedError: {
    heading: '数据库正由另一进程使用',
    advice: '另一个 nianbao 命令正在使用数据文件夹。请等它结束，再刷新本页。',
  },
  DatabaseUnavailableError: {
    heading: '数据库暂时不能使用',
    advice:
      '看板连不上数据库，已存的数据不受影响。请稍候刷新本页；仍不能用的，请管理员按运行日志检查数据库。',
  },
};
