import { isUtf8 } from 'node:buffer';
import type { Finding } from '../model/finding.js';
import { ReadError } from './read-error.js';

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly findings: readonly Finding[];
}

/**
 * Bytes to text: BOM → HTTP charset → `<meta>` → strict UTF-8 → GB18030.
 * A declaration that the bytes contradict does not win: Chinese text is never valid UTF-8 by accident,
 * and a page that says UTF-8 but isn't would lose its characters. The finding says so.
 */
export function decode(bytes: Buffer, servedType: string | null): Decoded {
  const marked = BOMS.find(({ mark }) => bytes.subarray(0, mark.length).equals(mark));
  if (marked)
    return {
      text: decodeAs(bytes.subarray(marked.mark.length), marked.charset),
      charset: marked.charset,
      findings: [],
    };
  const declared = declaredCharset(bytes, servedType);
  const actual = isUtf8(bytes) ? 'utf-8' : 'gb18030';
  if (!declared || declared === actual || isAscii(bytes))
    return { text: decodeAs(bytes, actual), charset: actual, findings: [] };
  if (declared !== 'utf-8' && declared !== 'gb18030') {
    return { text: decodeAs(bytes, declared), charset: declared, findings: [] };
  }
  return { text: decodeAs(bytes, actual), charset: actual, findings: [contradiction(declared, actual)] };
}

function declaredCharset(bytes: Buffer, servedType: string | null): string | null {
  const head = bytes.toString('latin1', 0, META_BYTES);
  const labels = [servedType && CHARSET_IN_TYPE.exec(servedType)?.[1], CHARSET_IN_META.exec(head)?.[1]];
  for (const label of labels) {
    const charset = label && canonicalCharset(label);
    if (charset) return charset;
  }
  return null;
}

/** gb2312 and gbk are read as their superset GB18030 (GB 18030-2022), as browsers do. */
function canonicalCharset(label: string): string | null {
  const lower = label.toLowerCase();
  if (/^(gb2312|gbk|gb18030|gb_2312-80|x-gbk|cp936)$/.test(lower)) return 'gb18030';
  try {
    return new TextDecoder(lower).encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Buffer, charset: string): string {
  if (charset === 'utf-8') return bytes.toString('utf8');
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (cause) {
    throw new ReadError('read/charset', `无法按字符集 ${charset} 解码，请核对原文件编码`, { cause });
  }
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

function contradiction(declared: string, actual: string): Finding {
  return {
    check: 'read/charset',
    severity: 'info',
    message: `网页声明的字符集是 ${declared}，实际内容是 ${actual}，已按实际内容读取`,
  };
}

/** HTML Standard, "prescan a byte stream": the declaration has to stand in the first 1024 bytes; sites put it later. */
const META_BYTES = 4096;
const CHARSET_IN_TYPE = /charset\s*=\s*["']?([\w-]+)/i;
const CHARSET_IN_META = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;

const BOMS = [
  { mark: Buffer.from([0xef, 0xbb, 0xbf]), charset: 'utf-8' },
  { mark: Buffer.from([0xff, 0xfe]), charset: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), charset: 'utf-16be' },
] as const;
