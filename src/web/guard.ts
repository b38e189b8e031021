import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { askedFor, isLoopback, isOpen, whoAsks } from './access.js';
import type { Board, BoardContext, BoardEnv } from './board.js';
import { COOKIE } from './cookie.js';
import { errorPage } from './pages/error-page.js';
import type { Session } from './session.js';
import { withQuery } from './words.js';

/** Lets in whoever may: finds the session; for whatever changes something, demands role and form token. */
export function guard(board: Board): MiddlewareHandler<BoardEnv> {
  return async (c, next) => {
    const address = getConnInfo(c).remote.address ?? '';
    c.set('board', board);
    c.set('peer', address);
    c.set('address', askedFor(address, c.req.header('x-forwarded-for')));
    const asker = { cookie: getCookie(c, COOKIE), address, header: (name: string) => c.req.header(name) };
    const session = whoAsks(asker, board.access, board.sessions, Date.now());
    if (session) c.set('session', session);
    const refusal = await refusalOf(c, session, board);
    if (refusal) return refusal;
    await next();
  };
}

async function refusalOf(c: BoardContext, session: Session | null, board: Board): Promise<Response | null> {
  // Another site could otherwise point its name here (DNS rebinding) and read with this machine's rights.
  if (isOpen(board.access) && !isLoopback(new URL(c.req.url).hostname.replace(/^\[|\]$/g, '')))
    return errorPage(c, 403, '只能用本机地址访问', '看板没有设置口令，只接受 http://127.0.0.1 的访问。');
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reads && isForeign(c.req.header('origin'), c.req.header('host')))
    return errorPage(c, 403, '请求来自其他网站', '已拒绝。请在看板页面内操作。');
  if (UNGUARDED.has(c.req.path) || c.req.path.startsWith('/assets/')) return null;
  if (!session) return toLogin(c, reads);
  return reads ? null : refuseWrite(c, session, board);
}

/** Where a form was sent when its session was over, one comes back to the page of the form, and hears that nothing was saved. */
function toLogin(c: BoardContext, reads: boolean): Response {
  const next = reads ? pathOf(c.req.url) : pathOf(c.req.header('referer') ?? '/');
  return c.redirect(withQuery('/login', { next, unsaved: reads ? undefined : 1 }), 303);
}

async function refuseWrite(c: BoardContext, session: Session, board: Board): Promise<Response | null> {
  const form = await c.req.parseBody({ all: true });
  if (!board.sessions.isFormToken(session, form.token))
    return errorPage(c, 403, '页面已过期', '为防止他站冒用，提交须来自本页面。请返回上一页，刷新后再提交。');
  if (session.role === 'office' || READERS_MAY.has(c.req.path)) return null;
  return errorPage(c, 403, '没有权限', '只读用户不能处理问题或更正数据，请用政务公开办口令登录。');
}

function isForeign(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return '/';
  const { pathname, search } = new URL(url);
  return pathname + search;
}

const UNGUARDED: ReadonlySet<string> = new Set(['/login', '/health']);
/** What asks by POST and changes nothing. */
const READERS_MAY: ReadonlySet<string> = new Set(['/self-check', '/logout']);
