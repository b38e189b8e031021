import { expect, test } from 'vitest';
import { loadListPage } from '../../src/ingest/lists/list-page.js';

/** C4 A3 is 模 in GBK, and valid UTF-8 too (ģ): only a declaration can tell. */
const BYTES = [0xc4, 0xa3];
const load = (head: string, contentType: string | null = null, mark: number[] = []) => {
  const body = Buffer.from([...mark, ...Buffer.from(`<html><head>${head}</head><body><p>`), ...BYTES]);
  return read(body, contentType);
};
const read = (body: Buffer, contentType: string | null) => {
  const { $, baseUrl } = loadListPage({
    url: 'http://a.example/nb/',
    finalUrl: 'http://a.example/nb/index.html',
    status: 200,
    fetchedAt: new Date(0),
    notModified: false,
    body,
    contentType,
    etag: null,
    lastModified: null,
  });
  return { text: $('p').text(), baseUrl };
};

test('a charset that is declared of Chinese in UTF-8 is wrong', () => {
  const text = '甲镇2022年政府信息公开工作年度报告';
  for (const charset of ['iso-8859-1', 'gb2312', 'big5']) {
    const body = Buffer.from(`<html><body><p>${text}</p></body></html>`);
    expect(read(body, `text/html; charset=${charset}`).text).toBe(text);
  }
});

test('a server that says ISO-8859-1 knows nothing of the page', () => {
  expect(load('', 'text/html; charset=iso-8859-1').text).toBe('ģ');
  expect(read(Buffer.from([0x3c, 0x70, 0x3e, 0xd6, 0xd0]), 'text/html; charset=iso-8859-1').text).toBe('中');
});

test('the charset is that of the mark, else of the header, else of the meta, else UTF-8', () => {
  expect(load('').text).toBe('ģ');
  expect(load('<meta charset="gb2312">').text).toBe('模');
  expect(load('<META http-equiv=Content-Type content="text/html; charset=GBK">').text).toBe('模');
  expect(load('<meta charset="gbk">', 'text/html; charset=utf-8').text).toBe('ģ');
  expect(load('<meta charset="utf-8">', 'text/html;charset="GB18030"').text).toBe('模');
  expect(load('<meta charset="gbk">', 'text/html; charset=gbk', [0xef, 0xbb, 0xbf]).text).toBe('ģ');
  expect(load('<meta charset="gbk">', 'text/html; charset=nonsense').text).toBe('模');
});

test('relative links are relative to the base, else to the address after redirects', () => {
  expect(load('').baseUrl).toBe('http://a.example/nb/index.html');
  expect(load('<base href="/other/">').baseUrl).toBe('http://a.example/other/');
});
