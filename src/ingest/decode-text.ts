import { isUtf8 } from 'node:buffer';

/**
 * Bytes to text: byte order mark → UTF-8 where it gives Chinese characters, which no other charset does by accident → the
 * first declared charset that is known → UTF-8 → GB18030. A server that knows nothing of its pages says ISO-8859-1.
 * `declared` holds charset labels in order of trust (HTTP header, then `<meta>`); null where there is none.
 * Never throws: what no charset explains comes out with U+FFFD. The byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | null)[] = []): string {
  const marked = charsetOfMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const known = declared.flatMap((label) => (label === null ? [] : (decoderOf(label) ?? [])));
  const [decoder = null] = known.filter(({ encoding }) => encoding !== WESTERN);
  if (!isUtf8(bytes)) return (decoder ?? new TextDecoder('gb18030')).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return decoder === null || HAN.test(text) ? text : decoder.decode(bytes);
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
/** What ISO-8859-1 is to browsers (Encoding Standard); no Chinese page is. */
const WESTERN = 'windows-1252';
const HAN = /\p{Script=Han}/u;
