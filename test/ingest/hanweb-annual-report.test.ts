import { afterEach, expect, test } from 'vitest';
import { listHanwebAnnualReports } from '../../src/ingest/families/hanweb-annual-report.js';
import { site } from './site.js';

let open: Awaited<ReturnType<typeof site>>;
afterEach(() => open.close());

const PATH = '/module/xxgk/xxgkAnnualReport.jsp';
const at = (year: number) => `${PATH}?fbtime=${year}&area=370784`;
const source = (from: number, to: number) => ({
  url: `http://list.example${PATH}?fbtime={year}&area=370784`,
  years: { from, to },
});
const CHROME = `<div>${'网站首页 政府信息公开 政府信息公开年报 联系我们 '.repeat(5)}</div>`;
const html = (title: string, body: string) =>
  `<html><head><title>安丘市人民政府</title><meta charset="utf-8"></head><body>${CHROME}<h1>${title}</h1>${body}</body></html>`;
const REPORT =
  '<p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>六、其他需要报告的事项</p><p>暂无相关信息</p>';

test('each year that the site has is one report, and its page is handed on, not fetched again', async () => {
  open = await site({
    [at(2019)]: { body: 'gone', status: 410 },
    [at(2020)]: html('安丘市2020年政府信息公开工作年度报告', REPORT),
    [at(2022)]: html('安丘市2022年政府信息公开工作年度报告', REPORT),
  });
  const pages = await open.list(listHanwebAnnualReports, source(2019, 2022));
  expect(pages.flatMap(({ items }) => items)).toMatchObject([
    {
      url: `http://list.example${at(2020)}`,
      title: '安丘市2020年政府信息公开工作年度报告',
      reportYear: 2020,
    },
    {
      url: `http://list.example${at(2022)}`,
      title: '安丘市2022年政府信息公开工作年度报告',
      reportYear: 2022,
    },
  ]);
  expect(pages[0]?.items[0]?.fetched?.body?.toString()).toContain('总体情况');
  expect(open.asked).toEqual([at(2019), at(2020), at(2021), at(2022)]);
});

test.each([
  ['暂无', html('', '<p>暂无相关信息！</p>')],
  ['没有', html('政府信息公开年报', '<p>没有找到相关的信息</p>')],
  [
    'an empty body',
    '<html><head><title>安丘市2021年政府信息公开工作年度报告</title></head><body> &nbsp; <script>var a = "a long script, which is no text of the page";</script></body></html>',
  ],
  ['nothing at all', ''],
])('a page with %s lists no report for its year', async (_, body) => {
  open = await site({ [at(2021)]: body });
  const pages = await open.list(listHanwebAnnualReports, source(2021, 2021));
  expect(pages).toMatchObject([{ url: `http://list.example${at(2021)}`, items: [] }]);
});

test('a page that only links an attachment is there', async () => {
  open = await site({
    [at(2021)]: '<body><a href="/module/download/downfile.jsp?classid=0&filename=ab.doc">年报</a></body>',
  });
  const [page] = await open.list(listHanwebAnnualReports, source(2021, 2021));
  expect(page?.items).toHaveLength(1);
});

test('where a site serves the report of another year, the year stays open', async () => {
  open = await site({ [at(2021)]: html('安丘市2022年政府信息公开工作年度报告', REPORT) });
  const [page] = await open.list(listHanwebAnnualReports, source(2021, 2021));
  expect(page?.items[0]).toMatchObject({ reportYear: null, title: '安丘市2022年政府信息公开工作年度报告' });
});

test('title and date come from the page’s metas where it has them', async () => {
  const metas =
    '<meta name="ArticleTitle" content="安丘市2021年政府信息公开年报"><meta name="pubdate" content="2022-01-28 09:00">';
  open = await site({ [at(2021)]: `<head>${metas}</head><body>${REPORT}</body>` });
  const [page] = await open.list(listHanwebAnnualReports, source(2021, 2021));
  expect(page?.items[0]).toMatchObject({ title: '安丘市2021年政府信息公开年报', listedOn: '2022-01-28' });
});

test('a site that is down is an error, not a missing year', async () => {
  open = await site({ [at(2021)]: { body: '', status: 500 } });
  await expect(open.list(listHanwebAnnualReports, source(2021, 2021))).rejects.toThrow('answered 500');
});
