import type { MediaType } from '../../model/document.js';
import { isMhtml } from './html/unwrap-mhtml.js';

/** What a file is, by its content; names and served types lie. */
export function sniff(bytes: Buffer): MediaType {
  return SIGNATURES.find(({ test }) => test(bytes))?.mediaType ?? 'unknown';
}

/** True for a Word or Excel file that asks for a password: an OLE container around an encrypted package (MS-OFFCRYPTO). */
export function isEncryptedOffice(bytes: Buffer): boolean {
  return isOle(bytes) && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function isOle(bytes: Buffer): boolean {
  return bytes.subarray(0, OLE_MARK.length).equals(OLE_MARK);
}

function isWordOle(bytes: Buffer): boolean {
  return isOle(bytes) && (isEncryptedOffice(bytes) || bytes.includes(Buffer.from('WordDocument', 'utf16le')));
}

/** A cut-off .docx has lost its directory at the end but still opens with the name of a part. */
function isDocx(bytes: Buffer): boolean {
  if (bytes.subarray(0, ZIP_MARK.length).compare(ZIP_MARK) !== 0) return false;
  if (bytes.includes('word/')) return true;
  return (
    bytes.subarray(0, 200).includes('[Content_Types].xml') && !OTHER_OFFICE.some((p) => bytes.includes(p))
  );
}

function isHtml(bytes: Buffer): boolean {
  const text = headOf(bytes);
  return !hasBinary(bytes) && HTML_TAG.test(text) && !OTHER_MARKUP.test(text);
}

/** As UTF-16 where it is: half a Chinese character may look like the sign that opens a tag. */
function headOf(bytes: Buffer): string {
  const head = bytes.subarray(0, SNIFF_BYTES);
  if (!isWide(bytes)) return head.toString('latin1');
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
}

function isText(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, SNIFF_BYTES).trimStart();
  if (bytes.length === 0 || hasBinary(bytes) || OTHER_MARKUP.test(head) || OTHER_TEXT.test(head))
    return false;
  return isWide(bytes) || (head.match(CONTROLS)?.length ?? 0) * FEWEST_PER_CONTROL <= head.length;
}

function hasBinary(bytes: Buffer): boolean {
  return !isWide(bytes) && bytes.subarray(0, SNIFF_BYTES).includes(0);
}

function isWide(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP_MARK = Buffer.from('PK\u0003\u0004', 'latin1');
/** Parts of .xlsx and .pptx, which open with the same part. */
const OTHER_OFFICE = ['xl/workbook', 'ppt/presentation'];
const SNIFF_BYTES = 65_536;
/** Converters leave a few (cell marks, page breaks); among random bytes one in ten is one. */
const CONTROLS = /[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;
const FEWEST_PER_CONTROL = 50;
const HTML_TAG =
  /(?:<|\\u003c)(!doctype\s+html|html|head|body|meta|table|div|p|span|h[1-6]|title|article|section)[\s>/\\]/i;
/** SVG, RSS, WordprocessingML flat XML and the like: markup, but no page. */
const OTHER_MARKUP =
  /^\s*(<\?xml[^>]*>\s*)?<(?!\?|!|html)(svg|rss|feed|pkg:package|w:wordDocument|urlset|plist)\b/i;
/** JSON, RTF, PostScript, shell scripts: text, but not a report's. */
const OTHER_TEXT = /^(\{\s*["}]|\[\s*[[{"\]]|\{\\rtf|%!PS|#!)/;

const SIGNATURES: readonly { readonly mediaType: MediaType; readonly test: (bytes: Buffer) => boolean }[] = [
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    test: isDocx,
  },
  { mediaType: 'application/pdf', test: (bytes) => bytes.subarray(0, 1024).includes('%PDF-') },
  { mediaType: 'application/msword', test: isWordOle },
  { mediaType: 'text/html', test: (bytes) => isHtml(bytes) || isMhtml(bytes) },
  { mediaType: 'text/plain', test: isText },
];
