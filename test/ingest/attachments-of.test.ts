import { expect, test } from 'vitest';
import type { FetchResult } from '../../src/ingest/http/http-client.js';
import { attachmentsOf } from '../../src/ingest/lists/attachments-of.js';
import { loadListPage } from '../../src/ingest/lists/list-page.js';
import { unwrapDetail } from '../../src/parse/readers/html/unwrap-detail.js';
import { gkmlptArticle } from '../../tools/sites/gkmlpt.js';

const ADDRESS = 'http://www.example.gov.cn/zwgk/202401/t20240120_1.html';

function attached(html: string) {
  const fetched: FetchResult = {
    ...{ url: ADDRESS, finalUrl: ADDRESS, status: 200, fetchedAt: new Date(0), notModified: false },
    ...{ body: Buffer.from(html), contentType: 'text/html; charset=utf-8', etag: null, lastModified: null },
  };
  return attachmentsOf(loadListPage(fetched, unwrapDetail), 2023).map(({ url, title }) => ({ url, title }));
}

const NAME = '甲镇2023年政府信息公开工作年度报告';
const COVER = `<h1>${NAME}</h1><p>现将${NAME}予以公布，详见附件。</p>`;
const MENU = '<a href="/files/申请表.doc">政府信息公开申请表</a><a href="/index.html">首页</a>';

test.each([
  [
    'beside the page',
    `<a href="./P020240120.docx">${NAME}.docx</a>`,
    'http://www.example.gov.cn/zwgk/202401/P020240120.docx',
  ],
  [
    'behind downfile.jsp',
    '<a href="/module/download/downfile.jsp?classid=0&filename=0a1b2c.doc">附件：年报</a>',
    'http://www.example.gov.cn/module/download/downfile.jsp?classid=0&filename=0a1b2c.doc',
  ],
  [
    'of gkmlpt',
    `<a class="nfw-cms-attachment" href="/attachment/0/88/88389/963149.pdf">${NAME}.pdf</a>`,
    'http://www.example.gov.cn/attachment/0/88/88389/963149.pdf',
  ],
  [
    'named by its text alone',
    `<a href="/download?id=7">${NAME}.wps</a>`,
    'http://www.example.gov.cn/download?id=7',
  ],
])('a cover leads to the report %s', (_, link, url) => {
  expect(attached(MENU + COVER + link).map((found) => found.url)).toEqual([url]);
});

test('an article in a script is a cover too', () => {
  const link = '<a class="nfw-cms-attachment" href="/attachment/0/88/963149.pdf">年报.pdf</a>';
  expect(attached(gkmlptArticle(NAME, '2024-01-20', `<p>见附件</p>${link}`))).toHaveLength(1);
});

test('of several documents those that are called the report, each in the format that is read best', () => {
  const html = `${COVER}<a href="a.pdf">${NAME}.pdf</a><a href="a.docx" title="${NAME}.docx">下载</a>
    <a href="b.docx">乙镇2023年政府信息公开工作年度报告</a><a href="c.xls">统计表.xls</a><a href="d.docx">其他材料</a>`;
  expect(attached(html)).toEqual([
    { url: 'http://www.example.gov.cn/zwgk/202401/a.docx', title: `${NAME}.docx` },
    { url: 'http://www.example.gov.cn/zwgk/202401/b.docx', title: '乙镇2023年政府信息公开工作年度报告' },
  ]);
});

test.each([
  [
    'holds the statutory tables',
    `<table><tr><td>第二十条第（一）项</td></tr></table><a href="a.docx">${NAME}</a>`,
  ],
  [
    'holds the report in prose, as before 2019',
    `<p>一、概述</p><p>二、主动公开政府信息情况</p><p>三、依申请公开情况</p><a href="a.doc">附件：统计表</a>`,
  ],
  [
    'has several documents and none is called the report',
    `${COVER}<a href="a.doc">材料一</a><a href="b.doc">材料二</a>`,
  ],
  ['links the document of another year', `${COVER}<a href="b.doc">甲镇2015年政府信息公开年度报告.doc</a>`],
  ['has no document but the forms of every page', MENU + COVER],
])('a page that %s is no cover', (_, html) => {
  expect(attached(html)).toEqual([]);
});
