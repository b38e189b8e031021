/**
 * Bytes to text: byte order mark → the first declared charset that is known → strict UTF-8 → GB18030.
 * `declared` holds charset labels in order of trust (HTTP header, then `<meta>`); null where there is none.
 * Never throws: what no charset explains comes out with U+FFFD. The byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | null)[] = []): string {
  const marked = charsetOfMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  for (const label of declared) {
    const decoder = label === null ? null : decoderOf(label);
    if (decoder !== null) return decoder.decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  const name = label.trim().toLowerCase();
  try {
    return new TextDecoder(GB_LABELS.has(name) ? 'gb18030' : name);
  } catch {
    return null; // A label that no browser knows either.
  }
}

/** Pages that declare GB2312 use characters of GBK and GB18030; the last contains the others. */
const GB_LABELS = new Set(['gb2312', 'gb_2312-80', 'gbk', 'x-gbk', 'cp936', 'gb18030']);
