import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

export const COOKIE = 'nianbao_session';

export function giveCookie(c: Context, value: string): void {
  setCookie(c, COOKIE, value, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) });
}

export function takeCookie(c: Context): void {
  deleteCookie(c, COOKIE, { path: '/', secure: isSecure(c) });
}

/** Whether the browser came by TLS, which ends at a reverse proxy. A false claim only hides the cookie from its owner. */
function isSecure(c: Context): boolean {
  return c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:');
}
