/**
 * A web page that Word or a browser saved as one file (MIME multipart/related, RFC 2557; often named .doc): the bytes of
 * its page. Any other bytes come back as they are. The archive keeps them as served.
 */
export function unwrapMhtml(bytes: Buffer): Buffer {
  if (!isMhtml(bytes)) return bytes;
  const text = bytes.toString('latin1');
  const boundary = BOUNDARY.exec(text.slice(0, HEAD_BYTES))?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`).slice(1);
  return parts.map(pageOf).find((page) => page !== null) ?? bytes;
}

/** A message with headers, of several parts of which the first is a page. */
export function isMhtml(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  return HEADERS.test(head) && /^content-type:\s*multipart\/(?:related|alternative)/im.test(head);
}

function pageOf(part: string): Buffer | null {
  const [head = '', ...lines] = part.replace(/^\s+/, '').split(/\r?\n\r?\n/);
  if (!/^content-type:\s*text\/html/im.test(head)) return null;
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  const body = lines.join('\n\n');
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1');
}

/** RFC 2045 §6.7 */
function unquoted(body: string): string {
  return body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const HEAD_BYTES = 4096;
const HEADERS = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):/i;
const BOUNDARY = /boundary\s*=\s*"?([^"\r\n;]+)"?/i;
