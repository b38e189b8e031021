/** Kinds of file that are known and not read: each is refused by its name, with what to provide instead. */
export interface UnsupportedKind {
  readonly code: `read/${string}`;
  readonly message: string;
}

/** What an unread file is, by its content. */
export function unsupportedKind(bytes: Buffer): UnsupportedKind {
  return KINDS.find(({ test }) => test(bytes)) ?? UNKNOWN;
}

const UNKNOWN = { code: 'read/unknown-type', message: '不是网页、.docx 或文本文件，请核对文件内容' } as const;

const INSTEAD = '请提供网页、.docx 或可选中文字的 PDF';

/** Whether the file begins with these bytes. */
const begins =
  (...marks: readonly string[]) =>
  (bytes: Buffer): boolean =>
    marks.some((mark) => bytes.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1')));

const isZip = begins('PK\u0003\u0004', 'PK\u0005\u0006');

/** Names of parts stand uncompressed in the directory of a zip. */
const zipWith =
  (...parts: readonly string[]) =>
  (bytes: Buffer): boolean =>
    isZip(bytes) && parts.some((part) => bytes.includes(part));

const oleWith =
  (stream: string) =>
  (bytes: Buffer): boolean =>
    begins('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')(bytes) &&
    bytes.includes(Buffer.from(stream, 'utf16le'));

const KINDS: readonly (UnsupportedKind & { readonly test: (bytes: Buffer) => boolean })[] = [
  {
    code: 'read/unsupported-image',
    message: `文件是图片，图片中的数据不能读取；${INSTEAD}`,
    // PNG, JPEG, GIF, BMP (with its reserved zeros), TIFF, WebP
    test: (bytes) =>
      begins('\u0089PNG\r\n', '\u00ff\u00d8\u00ff', 'GIF8', 'II*\0', 'MM\0*')(bytes) ||
      (begins('BM')(bytes) && bytes.subarray(6, 10).equals(Buffer.alloc(4))) ||
      (begins('RIFF')(bytes) && bytes.toString('latin1', 8, 12) === 'WEBP'),
  },
  {
    code: 'read/unsupported-spreadsheet',
    message: `文件是电子表格（.xlsx/.xls/.et），没有年报正文，不能读取；${INSTEAD}`,
    test: (bytes) => zipWith('xl/workbook')(bytes) || oleWith('Workbook')(bytes),
  },
  {
    code: 'read/unsupported-presentation',
    message: `文件是演示文稿（.pptx/.ppt），不能读取；${INSTEAD}`,
    test: (bytes) => zipWith('ppt/presentation')(bytes) || oleWith('PowerPoint Document')(bytes),
  },
  {
    code: 'read/unsupported-ofd',
    message: `文件是 OFD 版式文件，暂不能读取；${INSTEAD}`,
    test: zipWith('OFD.xml'),
  },
  {
    code: 'read/unsupported-ebook',
    message: `文件是电子书（EPUB），不能读取；${INSTEAD}`,
    test: zipWith('application/epub+zip'),
  },
  {
    code: 'read/unsupported-archive',
    message: `文件是压缩包，不能读取；请解压后提供其中的网页、.docx 或可选中文字的 PDF`,
    test: (bytes) =>
      isZip(bytes) || begins('Rar!\u001a\u0007', "7z\u00bc\u00af'\u001c", '\u001f\u008b')(bytes),
  },
  {
    code: 'read/unsupported-rtf',
    message: `文件是 RTF 格式，暂不能读取；${INSTEAD}`,
    test: begins('{\\rtf'),
  },
];
