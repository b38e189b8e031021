/** Character sets, declared rightly, wrongly or not at all, and mirrors in traditional characters. */
import { encodeGb18030 } from '../encode-gb18030.js';
import type { Draft } from './draft.js';
import { toTraditional } from './traditional.js';
import { HTML, TEXT, type Variation, vary } from './variation.js';

const DECLARED = 'charset=utf-8';
const declare = (charset: string) => (html: string) => html.replaceAll(DECLARED, `charset=${charset}`);
const undeclared = (html: string): string =>
  html.replace(/<meta http-equiv="Content-Type"[^>]*>\n?/, '').replace('<meta charset="utf-8">', '');
const SLOT = { formats: HTML, slot: 'encoding' };
const gb = (text: string): Uint8Array =>
  encodeGb18030(
    text
      .replace(/[^\u0000-\u007f\u00a0-\uffff]/g, '')
      .replaceAll('\u00a0', '&nbsp;')
      .replaceAll('\u200b', '&#8203;'),
  );
const mhtml = (text: string): Uint8Array =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_b"\r\n\r\n------=_b\r\n` +
      'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n' +
      `${quotedPrintable(Buffer.from(text))}\r\n------=_b--\r\n`,
  );
const quotedPrintable = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte === 10 || (byte > 31 && byte < 127 && byte !== 61) ? String.fromCharCode(byte) : `=${HEX[byte]}`,
    )
    .join('')
    .replace(/(?:=[\dA-F]{2}|[^=\n]){60}(?!\n)/g, '$&=\r\n');
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

const page = (name: string, zh: string, change: (draft: Draft) => void): Variation =>
  vary(name, zh, change, SLOT);

export const ENCODINGS: readonly Variation[] = [
  page('gb18030-declared', 'GB18030 编码，声明 gb2312', ({ html }) => {
    html.whole.push(declare('gb2312'));
    html.encode = gb;
  }),
  page('gb18030-undeclared', 'GB18030 编码，没有声明', ({ html }) => {
    html.whole.push(undeclared);
    html.encode = gb;
  }),
  page('gb18030-declared-utf-8', 'GB18030 编码，却声明 utf-8', ({ html }) => {
    html.encode = gb;
  }),
  page('saved-as-mhtml', '另存为单个文件的网页（MHTML）', ({ html }) => {
    html.encode = mhtml;
  }),
  page('gb18030-served', 'GB18030 编码，只有 HTTP 头声明', ({ html }) => {
    html.whole.push(undeclared);
    html.encode = gb;
    html.servedType = 'text/html; charset=GBK';
  }),
  page('utf-8-declared-gb2312', 'UTF-8 编码，却声明 gb2312', ({ html }) => {
    html.whole.push(declare('gb2312'));
  }),
  page('utf-8-undeclared', 'UTF-8 编码，没有声明', ({ html }) => {
    html.whole.push(undeclared);
  }),
  page('utf-8-served-as-gbk', 'UTF-8 编码，HTTP 头说是 GBK，页内说 gb2312', ({ html }) => {
    html.whole.push(declare('gb2312'));
    html.servedType = 'text/html; charset=gbk';
  }),
  page('utf-8-with-mark', 'UTF-8 带 BOM', ({ html }) => {
    html.encode = (text) => Buffer.from(`\ufeff${text}`);
  }),
  page('utf-16-little-endian', 'UTF-16LE 带 BOM', ({ html }) => {
    html.encode = utf16;
  }),
  page('utf-16-big-endian', 'UTF-16BE 带 BOM', ({ html }) => {
    html.encode = (text) => Buffer.from(utf16(text)).swap16();
  }),
  page('charset-declared-late', '声明在两千字节之后', ({ html }) => {
    html.whole.push(undeclared, (source) =>
      source.replace('</head>', `<style>${'.a{margin:0}'.repeat(200)}</style><meta charset="gbk"></head>`),
    );
    html.encode = gb;
  }),
  vary(
    'text-gb18030',
    '文本是 GB18030 编码',
    ({ text }) => {
      text.encode = (source) => encodeGb18030(source.replaceAll('\u00a0', ' ').replaceAll('\u200b', ''));
    },
    { formats: TEXT, slot: 'encoding' },
  ),
  vary(
    'text-utf-16',
    '文本是 UTF-16LE 带 BOM',
    ({ text }) => {
      text.encode = utf16;
    },
    { formats: TEXT, slot: 'encoding' },
  ),
  vary(
    'text-with-mark',
    '文本是 UTF-8 带 BOM',
    ({ text }) => {
      text.encode = (source) => Buffer.from(`\ufeff${source}`);
    },
    { formats: TEXT, slot: 'encoding' },
  ),
  vary(
    'traditional-characters',
    '网站的繁体版',
    (draft) => {
      const { expected } = draft;
      expected.units = [...expected.units, ...expected.units.map(toTraditional)];
      for (const [key, figure] of expected.figures)
        expected.figures.set(key, {
          ...figure,
          raw: toTraditional(figure.raw),
          ...(figure.unit ? { unit: figure.unit } : {}),
        });
      draft.html.whole.push(toTraditional);
      draft.docx.document.push(toTraditional);
      draft.text.whole.push(toTraditional);
    },
    { slot: 'characters' },
  ),
];
