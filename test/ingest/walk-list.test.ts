import { afterEach, describe, expect, test } from 'vitest';
import { listGeneric } from '../../src/ingest/families/generic.js';
import { listTrs } from '../../src/ingest/families/trs.js';
import { listUcap } from '../../src/ingest/families/ucap.js';
import { listVsb } from '../../src/ingest/families/vsb.js';
import type { ListPage } from '../../src/ingest/lists/list-family.js';
import { SOURCE, site } from './site.js';

let open: Awaited<ReturnType<typeof site>> | undefined;
afterEach(() => open?.close());

const entry = (href: string, year = 2022) =>
  `<li><a href="${href}">甲镇${year}年政府信息公开工作年度报告</a><i>${year + 1}-01-20</i></li>`;
const next = (href: string) => `<a href="${href}">下一页</a>`;
const nb = { url: 'http://list.example/nb.htm' };
const ends = (pages: readonly ListPage[]) => pages.map(({ ended }) => ended);

describe('a list ends', () => {
  test('at its last page', async () => {
    open = await site({ '/nb.htm': entry('a.htm') + next('2.htm'), '/2.htm': entry('b.htm') });
    expect(ends(await open.list(listGeneric, nb))).toEqual([null, 'end']);
  });

  test('at max_pages, and says that there is more', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`/${n}.htm`, entry(`r${n}.htm`) + next(`${n + 1}.htm`)]),
    );
    open = await site(pages);
    const read = await open.list(listGeneric, { url: 'http://list.example/0.htm', maxPages: 3 });
    expect(ends(read)).toEqual([null, null, 'cap']);
    expect(read.at(-1)?.pagesLeft).toBe(1);
    expect(open.asked).toHaveLength(3);
  });

  test('where pages lead in a circle', async () => {
    open = await site({
      '/nb.htm': entry('a.htm') + next('2.htm'),
      '/2.htm': entry('b.htm') + next('nb.htm'),
    });
    expect(ends(await open.list(listGeneric, nb))).toEqual([null, 'repeat']);
  });

  test('where every number serves the same page', async () => {
    const page = (n: number) => `${entry('/a.htm')}${next(`/nb/${n}.htm`)}`;
    open = await site({ '/nb.htm': page(8), '/nb/8.htm': page(7), '/nb/7.htm': page(6) });
    // Their pagers differ; the entries are what counts.
    expect(ends(await open.list(listVsb, nb))).toEqual(['repeat']);
    expect(open.asked).toEqual(['/nb.htm', '/nb/8.htm', '/nb.htm']);
  });

  test('at a page without links, and at one that is gone', async () => {
    open = await site({ '/nb.htm': entry('a.htm') + next('2.htm'), '/2.htm': '<p>暂无相关信息</p>' });
    expect(ends(await open.list(listGeneric, nb))).toEqual(['end']);
    await open.close();
    open = await site({ '/nb.htm': entry('a.htm') + next('2.htm') });
    expect(ends(await open.list(listGeneric, nb))).toEqual(['gone']);
  });

  test('not for certain at an announced page without entries, or one that says nothing of an end', async () => {
    const lost = '<p>哎呀，迷路了（代码 A-17）</p>';
    open = await site({ '/nb.htm': entry('a.htm') + next('2.htm'), '/2.htm': lost });
    expect(ends(await open.list(listGeneric, nb))).toEqual(['gone']);
    await open.close();
    const paged = `${entry('/a.htm')}<script>createPageHTML(2, 0, "index", "html");</script>`;
    open = await site({ '/nb/index.html': paged, '/nb/index_1.html': '<p>暂无相关信息</p>' });
    expect(ends(await open.list(listTrs, {}))).toEqual(['gone']);
  });

  test('with an error at an error page, whatever its status', async () => {
    const down =
      '<html><head><title>系统维护中</title></head><body>网站系统维护中，请稍后再访问</body></html>';
    open = await site({ '/nb.htm': entry('a.htm') + next('2.htm'), '/2.htm': down });
    const told: ListPage[] = [];
    await expect(open.read(listGeneric, nb, told)).rejects.toThrow('maintenance');
    expect(ends(told)).toEqual(['failed']);
  });

  test('not for certain where a page was cut off, though its entries are read', async () => {
    open = await site({ '/nb.htm': `<html><body>${entry('a.htm')}` });
    const [only] = await open.list(listGeneric, nb);
    expect(only).toMatchObject({ ended: 'gone', items: [{ url: 'http://list.example/a.htm' }] });
  });

  test('not for certain where it begins with another entry than before', async () => {
    const pages = { '/nb.htm': entry('a.htm') + next('2.htm'), '/2.htm': entry('b.htm') };
    open = await site(pages);
    const told: ListPage[] = [];
    const list = listGeneric({ ...SOURCE, ...nb }, (url) => {
      if (url.endsWith('/2.htm')) pages['/nb.htm'] = entry('new.htm') + next('2.htm');
      return open!.fetch(url);
    });
    for await (const page of list) told.push(page);
    expect(ends(told)).toEqual([null, 'moved']);
  });

  test('not for certain where it says at its end that it has fewer entries than it said before', async () => {
    const first = (total: number) =>
      `${entry('a.htm')}<script>createPageHTML('page_div',2, 1,'list','shtml',${total});</script>`;
    const pages = { '/list.shtml': first(3), '/list_2.shtml': entry('b.htm') };
    open = await site(pages);
    const told: ListPage[] = [];
    const list = listUcap({ ...SOURCE, url: 'http://list.example/list.shtml' }, (url) => {
      if (url.endsWith('/list_2.shtml')) pages['/list.shtml'] = first(2);
      return open!.fetch(url);
    });
    for await (const page of list) told.push(page);
    expect(ends(told)).toEqual([null, 'moved']);
  });

  test('with the error of a page that fails, after telling what was read', async () => {
    open = await site({
      '/nb.htm': entry('a.htm') + next('2.htm'),
      '/2.htm': { body: '', status: 500 },
    });
    const told: ListPage[] = [];
    const list = open.read(listGeneric, nb, told);
    await expect(list).rejects.toThrow('answered 500');
    expect(ends(told)).toEqual(['failed']);
    expect(told[0]?.items).toHaveLength(1);
  });
});

describe('one document is listed once', () => {
  test('though its phone page, its http and https addresses and its mirror are listed too', async () => {
    const page = [
      entry('/nb/t1_wap.html'),
      entry('/nb/t1.html'),
      entry('https://www.list.example/nb/t1.html'),
      entry('http://other.example/gate/big5/list.example/nb/t1.html'),
      entry('/nb/t2.html', 2021),
    ].join('');
    open = await site({ '/nb.htm': page });
    const [only] = await open.list(listGeneric, nb);
    expect(only?.items.map(({ url }) => url)).toEqual([
      'http://list.example/nb/t1.html',
      'http://list.example/nb/t2.html',
    ]);
    expect(only?.duplicates.map(({ url, of }) => [url, of])).toEqual([
      ['https://www.list.example/nb/t1.html', 'http://list.example/nb/t1.html'],
      ['http://list.example/nb/t1_wap.html', 'http://list.example/nb/t1.html'],
      ['http://other.example/gate/big5/list.example/nb/t1.html', 'http://list.example/nb/t1.html'],
    ]);
  });

  test('and a phone page that is alone is a report', async () => {
    open = await site({ '/nb.htm': entry('/nb/t1_wap.html') });
    const [only] = await open.list(listGeneric, nb);
    expect(only?.items.map(({ url }) => url)).toEqual(['http://list.example/nb/t1_wap.html']);
  });
});

describe('a list page that is a report itself', () => {
  const report = `<h1>洪雅县教育和体育局2023年政府信息公开工作年度报告</h1>
    <table><tr><td>第二十条第（一）项</td></tr><tr><td>规章</td><td>0</td></tr></table>`;

  test('is listed with what it links', async () => {
    open = await site({ '/nb.htm': report + entry('2022.htm') });
    const [only] = await open.list(listVsb, nb);
    expect(only?.items).toMatchObject([
      { url: 'http://list.example/nb.htm', reportYear: 2023 },
      { url: 'http://list.example/2022.htm', reportYear: 2022 },
    ]);
    expect(only?.items[0]?.fetched?.body?.toString()).toContain('第二十条');
  });

  test('is not any list that speaks of reports', async () => {
    const menu = '<p>政府信息公开指南</p><p>主动公开</p><p>依申请公开</p><p>行政复议</p>';
    open = await site({ '/nb/index.html': menu + entry('2022.htm') });
    const [only] = await open.list(listTrs, {});
    expect(only?.items.map(({ url }) => url)).toEqual(['http://list.example/nb/2022.htm']);
  });
});
