import type { MiddlewareHandler } from 'hono';

/** On every answer that has none of its own: nothing from elsewhere, no inline script, nobody may frame the board. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const set = (name: string, value: string): void => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
  set('Content-Security-Policy', PAGE_POLICY);
  set('X-Content-Type-Options', 'nosniff');
  set('Referrer-Policy', 'same-origin');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('X-Frame-Options', 'SAMEORIGIN');
  set('Cache-Control', 'private, no-cache');
};

/** Charts are drawn on the server as SVG, whose texts carry style attributes; nothing else is inline. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For what a publisher wrote: a world of its own, where nothing runs, loads, sends or leads anywhere. */
export const ORIGINAL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
