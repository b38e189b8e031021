/**
 * The bytes of a page as text: the first encoding that decodes all of them without a fault wins, in the order mark,
 * HTTP header, `<meta>`, UTF-8, GB18030. A Western label is no claim: servers that say nothing of their own say
 * ISO-8859-1, in which anything decodes.
 */
export function decodePage(bytes: Buffer, servedType: string | null): string {
  const claims = [markOf(bytes), labelIn(servedType ?? ''), metaLabel(bytes)];
  const candidates = [...claims.filter((label) => label !== null), 'utf-8', 'gb18030'];
  for (const label of candidates) {
    const text = decodeStrictly(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder(candidates[0]).decode(bytes);
}

function decodeStrictly(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf(bytes: Buffer): string | null {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function metaLabel(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  return labelIn(/<meta\s[^>]*charset[^>]*/i.exec(head)?.[0] ?? '');
}

/** UTF-16 in a declaration that could be read as ASCII is not true (HTML Standard, "prescan a byte stream"). */
function labelIn(declaration: string): string | null {
  const label = /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(declaration)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  if (/^(?:gb|x-gbk|cp936|ms936|chinese)/.test(label)) return 'gb18030';
  return /^(?:utf-?8|big5(?:-hkscs)?)$/.test(label) ? label : null;
}

const HEAD_BYTES = 4096;
