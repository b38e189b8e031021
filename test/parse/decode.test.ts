import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/parse/readers/decode.js';
import { encodeGb18030 } from '../../tools/generate/encode-gb18030.js';

const TEXT = '<p>青杉镇人民政府二〇二一年政府信息公开工作年度报告：规章〇件，“引号”</p>';
const meta = (charset: string): string =>
  `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
const utf8 = (text: string): Buffer => Buffer.from(text);
const gbk = (text: string): Buffer => Buffer.from(encodeGb18030(text));
const read = (bytes: Buffer, served: string | null = null): string => {
  const { text, charset } = decode(bytes, served);
  return `${charset} ${text.replace(/<meta[^>]*>/, '')}`;
};

test.each([
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(TEXT)]), 'utf-8'],
  ['UTF-16 LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), 'utf-16be'],
])('%s', (_, bytes, charset) => {
  expect(read(bytes)).toBe(`${charset} ${TEXT}`);
});

describe('declared and true', () => {
  test.each([
    [null, utf8(TEXT), 'utf-8'],
    [null, gbk(TEXT), 'gb18030'],
    [null, utf8(meta('utf-8') + TEXT), 'utf-8'],
    [null, gbk(meta('gb2312') + TEXT), 'gb18030'],
    [null, gbk(meta('GBK') + TEXT), 'gb18030'],
    ['text/html; charset=gbk', gbk(TEXT), 'gb18030'],
    ['text/html;charset="UTF-8"', utf8(TEXT), 'utf-8'],
  ])('served as %s', (served, bytes, charset) => {
    expect(read(bytes, served)).toBe(`${charset} ${TEXT}`);
    expect(decode(bytes, served).findings).toEqual([]);
  });
});

describe('a declaration that the bytes contradict does not win, and a finding says so', () => {
  test.each([
    ['UTF-8 said to be GBK', null, utf8(meta('gb2312') + TEXT), 'utf-8'],
    ['GBK said to be UTF-8', null, gbk(meta('utf-8') + TEXT), 'gb18030'],
    ['UTF-8 served as ISO-8859-1', 'text/html; charset=ISO-8859-1', utf8(TEXT), 'utf-8'],
    ['GBK served as ISO-8859-1', 'text/html; charset=iso-8859-1', gbk(TEXT), 'gb18030'],
    ['UTF-8 said to be Big5', null, utf8(meta('big5') + TEXT), 'utf-8'],
    [
      'HTTP says GBK, the page UTF-8, the bytes are UTF-8',
      'text/html; charset=gbk',
      utf8(meta('utf-8') + TEXT),
      'utf-8',
    ],
  ])('%s', (_, served, bytes, charset) => {
    expect(read(bytes, served)).toBe(`${charset} ${TEXT}`);
    expect(decode(bytes, served).findings.map(({ check }) => check)).toContain('read/charset');
  });

  test('an unknown or impossible name is no declaration', () => {
    expect(read(utf8(meta('utf-16') + TEXT))).toBe(`utf-8 ${TEXT}`);
    expect(read(gbk(meta('klingon') + TEXT))).toBe(`gb18030 ${TEXT}`);
  });
});

test('UTF-8 cut off inside a character stays UTF-8, and says that it is damaged', () => {
  const long = TEXT.repeat(20);
  const cut = utf8(`${long}规`).subarray(0, -1);
  const { text, charset, findings } = decode(cut, null);
  expect([charset, text.startsWith(long)]).toEqual(['utf-8', true]);
  expect(findings).toHaveLength(1);
});

test('Big5 is read where it is declared and fits', () => {
  expect(
    decode(Buffer.concat([utf8(meta('big5')), Buffer.from([0xac, 0x46, 0xa9, 0xb2])]), null).text,
  ).toContain('政府');
});

test('any Chinese text comes back as it was written, whatever charset is declared of it', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  const declared = fc.constantFrom('utf-8', 'gb2312', 'gbk', 'GB18030', 'iso-8859-1', 'nonsense');
  fc.assert(
    fc.property(
      fc.array(han, { maxLength: 120 }),
      fc.constantFrom(utf8, gbk),
      declared,
      declared,
      (characters, encode, inMeta, served) => {
        const text = `${TEXT}${characters.join('')}`;
        const page = encode(`${meta(inMeta)}${text}`);
        expect(decode(page, `text/html; charset=${served}`).text).toContain(text);
      },
    ),
  );
});
