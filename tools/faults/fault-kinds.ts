import type { ServerResponse } from 'node:http';
import type { Answer } from './answer-of.js';

/** What is asked for: robots.txt, a page of a list, a report or its document. */
export type Asked = 'robots' | 'list' | 'page';

export interface FaultKind {
  readonly name: string;
  readonly on: readonly Asked[];
  /** Spoils the answer. `etag` is what the site says with the whole one. */
  readonly spoil: (response: ServerResponse, answer: Answer, etag: string | null) => void;
}

/** Everything that goes wrong for a while; the answer is right again afterwards. */
export const FAULT_KINDS: readonly FaultKind[] = [
  // The connection
  fault('reset', ANY(), (response) => void response.socket?.resetAndDestroy()),
  fault('slow-drip', ANY(), drip),
  fault('stall', ANY(), () => {}),
  // The body
  fault('half-body', ANY(), (response, { body, ...answer }, etag) => {
    raw(response, head(answer, etag, { 'content-length': body.length }), half(body));
  }),
  fault('half-chunked', ANY(), (response, { body, ...answer }, etag) => {
    const part = half(body);
    const chunk = Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
    raw(response, head(answer, etag, { 'transfer-encoding': 'chunked' }), chunk);
  }),
  fault('half-unmarked', PAGES(), (response, { body, ...answer }, etag) => {
    raw(response, head(answer, etag, {}), half(body));
  }),
  fault('length-too-long', ANY(), (response, { body, ...answer }, etag) => {
    raw(response, head(answer, etag, { 'content-length': body.length + 100 }), body);
  }),
  fault('length-too-short', PAGES(), (response, { body, ...answer }, etag) => {
    raw(response, head(answer, etag, { 'content-length': Math.floor(body.length / 2) }), body);
  }),
  fault('empty', PAGES(), (response) => void response.writeHead(200, HTML).end()),
  // The status
  fault('500', ANY(), (response) => void response.writeHead(500, HTML).end('<h1>500</h1>')),
  fault('429-retry-after', ANY(), (response) => {
    response.setHeader('retry-after', '1').writeHead(429).end();
  }),
  fault('503-retry-after-date', ANY(), (response) => {
    const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000);
    response.setHeader('retry-after', until.toUTCString()).writeHead(503).end();
  }),
  fault('404', ['page'], (response) => void response.writeHead(404, HTML).end('<h1>404</h1>')),
  // Elsewhere
  fault('redirect-loop', ANY(), (response) => void response.writeHead(302, { location: '/loop/1' }).end()),
  fault('redirect-home', PAGES(), (response) => void response.writeHead(302, { location: '/' }).end()),
  // Another page with 200
  fault('error-page', ANY(), (response) => void response.writeHead(200, HTML).end(ERROR_PAGE)),
  fault('odd-error-page', PAGES(), (response) => void response.writeHead(200, HTML).end(ODD_ERROR_PAGE)),
];

/** Milliseconds that an answer asks to be left alone for; 0 for most. */
export function retryAfterOf(response: ServerResponse): number {
  const text = String(response.getHeader('retry-after') ?? '');
  if (text === '') return 0;
  return /^\d+$/.test(text) ? Number(text) * 1000 : Math.max(0, Date.parse(text) - Date.now());
}

function fault(name: string, on: readonly Asked[], spoil: FaultKind['spoil']): FaultKind {
  return { name, on, spoil };
}

function ANY(): readonly Asked[] {
  return ['robots', 'list', 'page'];
}

function PAGES(): readonly Asked[] {
  return ['list', 'page'];
}

function drip(response: ServerResponse, { body, ...answer }: Answer): void {
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': body.length });
  let at = 0;
  const timer = setInterval(() => {
    const byte = body.subarray(at, ++at);
    if (at < body.length) response.write(byte);
    else response.end(byte);
  }, 50);
  response.once('close', () => clearInterval(timer));
}

function half(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

function head(
  { status, type }: Omit<Answer, 'body'>,
  etag: string | null,
  more: Readonly<Record<string, string | number>>,
): string {
  const headers = { 'content-type': type, ...(etag === null ? {} : { etag }), connection: 'close', ...more };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} OK\r\n${lines.join('')}\r\n`;
}

/** Exactly these bytes, then the end of the connection. */
function raw(response: ServerResponse, start: string, body: Buffer): void {
  response.socket?.end(Buffer.concat([Buffer.from(start), body]));
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const ERROR_PAGE =
  '<!doctype html><html><head><title>系统维护中</title></head><body><p>网站系统维护中，请稍后再访问。</p></body></html>';
/** Of a site's own making: nothing in it that is known of error pages. */
const ODD_ERROR_PAGE = `<!doctype html><html><head><title>北塬县人民政府</title></head><body>
<div class="nav"><a href="/">首页</a></div><p>哎呀，迷路了（代码 A-17），十秒后带您回去。</p></body></html>`;
