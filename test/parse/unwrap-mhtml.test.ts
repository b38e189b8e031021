import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/parse/readers/html/html-reader.js';
import { isMhtml, unwrapMhtml } from '../../src/parse/readers/html/unwrap-mhtml.js';
import { sniff } from '../../src/parse/readers/sniff.js';
import { firstTable, shown } from './blocks.js';

const PAGE = '<html><body><p>规章</p><table><tr><td colspan=2>规章<td>12</table></body></html>';
const saved = (head: string, body: string): Buffer =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_b"\r\n\r\nThis is a multi-part message.\r\n\r\n` +
      `------=_b\r\nContent-Location: file:///C:/x.htm\r\n${head}\r\n\r\n${body}\r\n\r\n------=_b\r\nContent-Type: image/gif\r\n\r\nR0lG\r\n------=_b--\r\n`,
    'latin1',
  );
const quoted = (text: string, lineEnd = '\r\n'): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace('12', `1=${lineEnd}2`)
    .replace('<td colspan', `<td =${lineEnd}colspan`);

describe('a page that was saved as one file', () => {
  test.each([
    ['quoted-printable', quoted(PAGE)],
    ['base64', Buffer.from(PAGE).toString('base64').replace(/.{20}/g, '$&\r\n')],
    ['8bit', Buffer.from(PAGE).toString('latin1')],
  ])('in %s', (encoding, body) => {
    const bytes = saved(
      `Content-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html;\r\n\tcharset="utf-8"`,
      body,
    );
    expect(sniff(bytes)).toBe('text/html');
    expect(shown(readHtml(bytes, null))).toEqual(['规章', '[规章 | 12]']);
    expect(firstTable(readHtml(bytes, null)).rows[0]![0]).toMatchObject({ columnSpan: 2 });
  });

  test('any other bytes come back as they are', () => {
    for (const text of [PAGE, 'Content-Type: text/plain\r\n\r\nx', '统计期限：multipart/related', '']) {
      const bytes = Buffer.from(text);
      expect(isMhtml(bytes)).toBe(false);
      expect(unwrapMhtml(bytes)).toBe(bytes);
    }
  });

  test('without a page in it nothing is taken out', () => {
    const bytes = saved('Content-Type: text/plain', 'x');
    expect(unwrapMhtml(bytes)).toBe(bytes);
  });
});
