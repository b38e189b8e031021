import { isAscii, isUtf8 } from 'node:buffer';
import type { Finding } from '../../model/finding.js';
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
  const actual = isAscii(bytes) ? (declared ?? 'utf-8') : actualCharset(bytes, declared);
  const text = decodeAs(bytes, actual);
  const findings = [
    ...(declared && declared !== actual ? [contradiction(declared, actual)] : []),
    ...(text.includes(REPLACED) ? [damaged(actual)] : []),
  ];
  return { text, charset: actual, findings };
}

function actualCharset(bytes: Buffer, declared: string | null): string {
  if (isUtf8(bytes) || isDamagedUtf8(bytes)) return 'utf-8';
  // A server that says nothing of its own says ISO-8859-1; no Chinese page is.
  return declared && declared !== 'utf-8' && !WESTERN.test(declared) ? declared : 'gb18030';
}

/** A page cut off inside a character, or with a scrap of another encoding: GBK text would be damaged throughout. */
function isDamagedUtf8(bytes: Buffer): boolean {
  let replaced = 0;
  let whole = 0;
  for (const character of bytes.toString('utf8')) {
    if (character === REPLACED) replaced += 1;
    else if (character > '\u007f') whole += 1;
  }
  return replaced * TOLERATED <= whole;
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

/**
 * gb2312 and gbk are read as their superset GB18030 (GB 18030-2022), as browsers do. UTF-16 in a declaration that
 * could be read as ASCII is not true (HTML Standard, "prescan a byte stream").
 */
function canonicalCharset(label: string): string | null {
  const lower = label.toLowerCase();
  if (/^(gb2312|gbk|gb18030|gb_2312-80|x-gbk|cp936)$/.test(lower)) return 'gb18030';
  try {
    const { encoding } = new TextDecoder(lower);
    return /^utf-16/.test(encoding) ? null : encoding;
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

function damaged(charset: string): Finding {
  return {
    check: 'read/charset',
    severity: 'info',
    message: `有字符不能按 ${charset} 解码，以“${REPLACED}”代替`,
  };
}

function contradiction(declared: string, actual: string): Finding {
  return {
    check: 'read/charset',
    severity: 'info',
    message: `网页声明的字符集是 ${declared}，实际内容是 ${actual}，已按实际内容读取`,
  };
}

const REPLACED = '\ufffd';
/** Whole characters for each damaged one, below which it is another encoding. */
const TOLERATED = 50;
/** windows-1252 is what ISO-8859-1 means on the web. */
const WESTERN = /^(?:windows-125\d|iso-8859-|macintosh)/;
/** HTML Standard, "prescan a byte stream": the declaration has to stand in the first 1024 bytes; sites put it later. */
const META_BYTES = 4096;
const CHARSET_IN_TYPE = /charset\s*=\s*["']?([\w-]+)/i;
const CHARSET_IN_META = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;

const BOMS = [
  { mark: Buffer.from([0xef, 0xbb, 0xbf]), charset: 'utf-8' },
  { mark: Buffer.from([0xff, 0xfe]), charset: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), charset: 'utf-16be' },
] as const;
