import { afterEach, expect, test } from 'vitest';
import { listTrs } from '../../src/ingest/families/trs.js';
import type { ListPage } from '../../src/ingest/lists/list-family.js';
import { site } from './site.js';

let open: Awaited<ReturnType<typeof site>> | undefined;
afterEach(() => open?.close());
async function list(
  pages: Parameters<typeof site>[0],
  source: Parameters<Awaited<ReturnType<typeof site>>['list']>[1] = {},
) {
  open = await site(pages);
  return open.list(listTrs, source);
}

const NB = 'http://list.example/nb/';
const entry = (href: string, title: string, date: string) =>
  `<li><a href="${href}" title="${title}">${title.slice(0, 6)}…</a><span>${date}</span></li>`;
const report = (unit: string, year: number) =>
  entry(
    `./${year + 1}01/t${year + 1}0125_${unit.length}${year}.html`,
    `${unit}${year}年政府信息公开工作年度报告`,
    `${year + 1}-01-25`,
  );
const page = (list: string, count = 1, current = 0) =>
  `<html><head><meta charset="utf-8"></head><body>
   <div class="nav"><a href="/">首页</a><a href="/nb/">政府信息公开年报</a><a href="javascript:void(0)">2020年政府信息公开年报</a></div>
   <ul>${list}</ul><script>//createPageHTML(${count}, ${current}, "index", "html");</script></body></html>`;
const titles = (pages: ListPage[]) => pages.map(({ items }) => items.map(({ title }) => title));

test('a list over several pages is read page by page, each report with address, full title, date and year', async () => {
  const pages = await list({
    '/nb/index.html': page(report('辉渠镇', 2022) + report('景芝镇', 2022), 3),
    '/nb/index_1.html': page(report('辉渠镇', 2021), 3, 1),
    '/nb/index_2.html': page(report('辉渠镇', 2020), 3, 2),
  });
  const asked = ['/nb/index.html', '/nb/index_1.html', '/nb/index_2.html'];
  // At the end the first once more: has the list moved meanwhile?
  expect(open?.asked).toEqual([...asked, asked[0]]);
  expect(pages.map(({ url }) => url)).toEqual([`${NB}index.html`, `${NB}index_1.html`, `${NB}index_2.html`]);
  expect(pages[1]?.items).toEqual([
    {
      url: `${NB}202201/t20220125_32021.html`,
      title: '辉渠镇2021年政府信息公开工作年度报告',
      listedOn: '2022-01-25',
      reportYear: 2021,
    },
  ]);
  expect(pages.map(({ pagesLeft }) => pagesLeft)).toEqual([0, 0, 0]);
});

test('the page count may stand in a variable', async () => {
  const html = page(report('辉渠镇', 2022)).replace(
    /\/\/createPageHTML.*;/,
    'var currentPage = 0;//所在页从0开始\nvar countPage = 2//共多少页',
  );
  const pages = await list({ '/nb/index.html': html, '/nb/index_1.html': page(report('辉渠镇', 2021)) });
  expect(pages).toHaveLength(2);
});

test('reading stops at a page that repeats an earlier one', async () => {
  const first = page(report('辉渠镇', 2022), 9);
  const pages = await list({
    '/nb/index.html': first,
    '/nb/index_1.html': page(report('辉渠镇', 2021), 9),
    '/nb/index_2.html': first,
    '/nb/index_3.html': first,
  });
  expect(pages).toHaveLength(2);
  expect(open?.asked).not.toContain('/nb/index_3.html');
});

test('reading stops at a page that is not there, but a missing first page or a broken later one is an error', async () => {
  expect(await list({ '/nb/index.html': page(report('辉渠镇', 2022), 9) })).toHaveLength(1);
  await open?.close();
  await expect(list({})).rejects.toThrow('answered 404');
  await open?.close();
  const broken = {
    '/nb/index.html': page(report('辉渠镇', 2022), 9),
    '/nb/index_1.html': { body: '', status: 500 },
  };
  await expect(list(broken)).rejects.toThrow('answered 500');
});

test('no more than max_pages are read, and the rest is told', async () => {
  const pages = await list(
    { '/nb/index.html': page(report('甲镇', 2022), 3), '/nb/index_1.html': page(report('甲镇', 2021), 3, 1) },
    { maxPages: 2 },
  );
  expect(pages.map(({ pagesLeft }) => pagesLeft)).toEqual([0, 1]);
  expect(open?.asked).toHaveLength(2);
});

test('entries that are no reports are passed over and counted; menus are neither', async () => {
  const [only] = await list({
    '/nb/index.html': page(
      [
        entry('a.html', '《安丘市2022年政府信息公开工作年度报告》解读', '2023-02-01'),
        entry('b.html', '安丘市政府信息公开指南', '2023-02-01'),
        entry('c.html', '关于报送2022年政府信息公开工作年度报告的通知', '2023-01-02'),
        entry('d.html', '辉渠镇政务公开工作2022年度报告', '2023-01-25'),
        entry('e.html', '辉渠镇2022年信息公开年报', '2023-01-25'),
        entry('f.html', '2022年政府工作报告', '2023-01-25'),
      ].join(''),
    ),
  });
  expect(titles([only!])).toEqual([['辉渠镇政务公开工作2022年度报告', '辉渠镇2022年信息公开年报']]);
  expect(only?.otherItems).toBe(4);
});

test('each address is listed once, whatever its fragment, over all pages', async () => {
  const twice = report('甲镇', 2022);
  const pages = await list({
    '/nb/index.html': page(twice + twice.replace('.html"', '.html#top"'), 2),
    '/nb/index_1.html': page(twice + report('乙镇', 2022).replace('_2', '_9'), 2, 1),
  });
  expect(titles(pages)).toEqual([
    ['甲镇2022年政府信息公开工作年度报告'],
    ['乙镇2022年政府信息公开工作年度报告'],
  ]);
});

test('a list in GB2312 that says so in its meta reads well, and one that says nothing too', async () => {
  const gbk = Buffer.from(
    'bbd4c7fed5f232303230c4eab6c8d5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e6',
    'hex',
  );
  const html = (meta: string) =>
    Buffer.concat([
      Buffer.from(`<html><head>${meta}</head><body><li><a href="t1.html">`),
      gbk,
      Buffer.from('</a>[2021-01-20]</li>'),
    ]);
  for (const meta of ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', '']) {
    const [only] = await list({ '/nb/index.html': { body: html(meta) } });
    expect(only?.items).toEqual([
      {
        url: `${NB}t1.html`,
        title: '辉渠镇2020年度政府信息公开工作年度报告',
        listedOn: '2021-01-20',
        reportYear: 2020,
      },
    ]);
    await open?.close();
  }
  const [declared] = await list({
    '/nb/index.html': { body: html('<meta charset="utf-8">'), type: 'text/html; charset=GBK' },
  });
  expect(declared?.items[0]?.reportYear).toBe(2020);
});

test.each([
  [
    'in a table row',
    '<table><tr><td><a href="x.docx">甲镇2020年政府信息公开年报</a></td><td>2021年1月5日</td></tr><tr><td><a href="/">首页</a></td></tr></table>',
  ],
  [
    'before the link',
    '<p><i>2021/01/05</i> <a href="x.docx">甲镇2020年政府信息公开年报</a></p><p><a href="/">首页</a></p>',
  ],
  [
    'inside the link',
    '<li><a href="x.docx"><b>甲镇2020年政府信息公开年报</b> <span>2021.01.05</span></a></li><a href="/">首页</a>',
  ],
  [
    'in the next element',
    '<dl><dt><a href="x.docx">甲镇2020年政府信息公开年报</a></dt><dd>2021-01-05</dd><dt><a href="/">首页</a></dt><dd>2022-02-02</dd></dl>',
  ],
])('the date may stand %s, and the link may be the .docx itself', async (_, html) => {
  const [only] = await list({ '/nb/index.html': html });
  expect(only?.items).toEqual([
    { url: `${NB}x.docx`, title: '甲镇2020年政府信息公开年报', listedOn: '2021-01-05', reportYear: 2020 },
  ]);
});

test('each entry has the date of its own line', async () => {
  const [only] = await list({
    '/nb/index.html': `<ul>${entry('a.html', '甲镇2020年政府信息公开年报', '2021-01-05')}${entry('b.html', '乙镇2020年政府信息公开年报', '2021-03-09')}</ul>`,
  });
  expect(only?.items.map(({ listedOn }) => listedOn)).toEqual(['2021-01-05', '2021-03-09']);
});

test('years are read from numerals, beside other years, or not at all', async () => {
  const [only] = await list({
    '/nb/index.html': page(
      [
        entry('a.html', '甲镇二〇二〇年政府信息公开工作报告', '2021-01-05'),
        entry('b.html', '2021年1月发布的乙镇2020年度政府信息公开报告', '2021-01-05'),
        entry('c.html', '丙镇政府信息公开年度报告', '2021-01-05'),
      ].join(''),
    ),
  });
  expect(only?.items.map(({ reportYear }) => reportYear)).toEqual([2020, 2020, null]);
});
