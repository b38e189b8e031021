import { describe, expect, test } from 'vitest';
import { families } from '../../src/ingest/families/families.js';
import { SIGNATURES } from '../../src/ingest/probe/signatures.js';
import { genericSite } from '../../tools/sites/generic.js';
import { gkmlptSite } from '../../tools/sites/gkmlpt.js';
import { hanwebAnnualReportSite } from '../../tools/sites/hanweb-annual-report.js';
import { hanwebColumnSite } from '../../tools/sites/hanweb-column.js';
import { hanwebSearchSite } from '../../tools/sites/hanweb-search.js';
import { jpaasSite } from '../../tools/sites/jpaas.js';
import { lonxinSite } from '../../tools/sites/lonxin.js';
import type { PublisherSite, ReportToPublish, SiteOptions } from '../../tools/sites/publisher-site.js';
import { trsSite } from '../../tools/sites/trs.js';
import { ucapSite } from '../../tools/sites/ucap.js';
import { vsbSite } from '../../tools/sites/vsb.js';
import { visit } from './sites/visit.js';

const reports = (count: number): ReportToPublish[] =>
  Array.from({ length: count }, (_, place) => {
    const title = `第${place + 1}镇人民政府2023年政府信息公开工作年度报告`;
    const date = `2024-01-${String((place % 28) + 1).padStart(2, '0')}`;
    return { title, date, bytes: Buffer.from(`<h1>${title}</h1>`) };
  });

type MakeSite = (reports: readonly ReportToPublish[], options: SiteOptions) => PublisherSite;

const SITES: readonly (readonly [name: string, make: MakeSite, total: 'declared' | 'pages only'])[] = [
  ['trs', trsSite, 'pages only'],
  ['trs with countPage', (r, o) => trsSite(r, { ...o, pager: 'countPage' }), 'pages only'],
  ['ucap', ucapSite, 'declared'],
  ['ucap with xlist', (r, o) => ucapSite(r, { ...o, prefix: 'xxgk_list' }), 'declared'],
  ['vsb', vsbSite, 'pages only'],
  ['vsb whose pager is a script', (r, o) => vsbSite(r, { ...o, pager: 'script' }), 'pages only'],
  ['hanweb-column, form A', hanwebColumnSite, 'declared'],
  ['hanweb-column, form B', (r, o) => hanwebColumnSite(r, { ...o, form: 'B' }), 'pages only'],
  ['hanweb-column in table rows', (r, o) => hanwebColumnSite(r, { ...o, record: 'tr' }), 'declared'],
  ['hanweb-search', hanwebSearchSite, 'pages only'],
  ['jpaas', jpaasSite, 'declared'],
  ['jpaas of its own page size', (r, o) => jpaasSite(r, { ...o, ownSize: true }), 'declared'],
  ['gkmlpt', gkmlptSite, 'declared'],
  ['gkmlpt of a department', (r, o) => gkmlptSite(r, { ...o, folder: '/gmbs' }), 'declared'],
  ['gkmlpt without totals', (r, o) => gkmlptSite(r, { ...o, quirk: 'no-total' }), 'declared'],
  ['gkmlpt that gives all at once', (r, o) => gkmlptSite(r, { ...o, quirk: 'all-at-once' }), 'declared'],
  ['lonxin', lonxinSite, 'pages only'],
  ['lonxin without a count', (r, o) => lonxinSite(r, { ...o, counted: false }), 'pages only'],
  ['generic', genericSite, 'pages only'],
  ['generic with selectors', (r, o) => genericSite(r, { ...o, select: true }), 'pages only'],
  ['generic with a hidden pager', (r, o) => genericSite(r, { ...o, pager: 'hidden' }), 'pages only'],
];

test('every family is known by a signature and tried on a site that imitates it', () => {
  // One page is no list; of the page a year there is a test of its own below; what no signature fits is generic.
  const tried = ['page', 'hanweb-annual-report', ...SITES.map(([name]) => /^[\w-]+/.exec(name)![0])];
  const seen = ['page', 'generic', ...SIGNATURES.map(({ family }) => family)];
  const names = [...families.keys()];
  expect(names.filter((name) => !tried.includes(name))).toEqual([]);
  expect(names.filter((name) => !seen.includes(name))).toEqual([]);
});

describe.each(SITES)('%s', (_, make, total) => {
  test('a list over several pages is read to its end: every report once, with address, title, date and year', async () => {
    const site = make(reports(23), { pageSize: 4, others: 9 });
    const { pages, items } = await visit(site);
    expect(
      items.map(({ url, title, listedOn, reportYear }) => ({ url, title, listedOn, reportYear })),
    ).toEqual(site.reports.map(({ url, title, date }) => ({ url, title, listedOn: date, reportYear: 2023 })));
    expect(pages.reduce((sum, { otherItems }) => sum + otherItems, 0)).toBe(9);
    expect(pages.map(({ ended }) => ended).filter((ended) => ended !== null)).toEqual(['end']);
    expect(pages.at(-1)?.ended).toBe('end');
    if (total === 'declared') expect(pages[0]?.declaredTotal).toBe(32);
  });

  test('a list of one page, and an empty one', async () => {
    expect((await visit(make(reports(2), { pageSize: 20 }))).items).toHaveLength(2);
    expect((await visit(make(reports(0), { pageSize: 20, others: 1 }))).items).toEqual([]);
  });
});

test('hanweb-annual-report: one report a year, none for the years that the site lacks', async () => {
  const [report] = reports(1);
  const site = hanwebAnnualReportSite([
    {
      ...report!,
      year: 2023,
      bytes: Buffer.from(`<h1>${report!.title}</h1><p>一、总体情况</p><p>二、主动公开</p>`),
    },
  ]);
  const { pages, items } = await visit(site);
  expect(items).toMatchObject([{ url: site.reports[0]?.url, title: report!.title, reportYear: 2023 }]);
  expect(pages.map(({ ended }) => ended)).toEqual([null, null, 'end']);
});

test('hanweb-search: of all that a unit discloses, the entries of one column', async () => {
  const site = hanwebSearchSite(reports(3), { pageSize: 2 });
  const { items } = await visit(site, { params: { area: '370784', column: '281' } });
  expect(items).toEqual([]);
  expect((await visit(site, { params: { area: '370784' } })).items).toHaveLength(3);
});

test('gkmlpt: the address or a parameter may name the column', async () => {
  const site = gkmlptSite(reports(3));
  const named = await visit(site, { url: `${site.entry.url}#722` });
  expect(named.items).toHaveLength(3);
  expect(named.asked).toContain('GET /gkmlpt/api/all/722?sid=662021&page=1');
  expect((await visit(site, { params: { column: '700' } })).items).toEqual([]);
});

test('lonxin: the label itself may be the address', async () => {
  const site = lonxinSite(reports(7), { pageSize: 3 });
  const url = `http://${site.host}/site/label/8888?labelName=publicInfoList&pageSize=3&catId=7065111&pageIndex=1`;
  expect((await visit(site, { url })).items).toHaveLength(7);
});

test.each([
  ['gkmlpt', gkmlptSite(reports(1)), '/gkmlpt/nothing', 'answered 404'],
  ['gkmlpt', gkmlptSite(reports(1)), '/gkmlpt/content/0/963/post_963000.html', 'no catalogue'],
  ['jpaas', trsSite(reports(1)), '/nb/index.html', 'names no list'],
  ['lonxin', trsSite(reports(1)), '/nb/index.html', 'names no list'],
])('%s: a page of another kind is an error that says what to do', async (family, site, path, message) => {
  const other = { ...site, entry: { id: 'x', family, url: `http://${site.host}${path}` } };
  await expect(visit(other)).rejects.toThrow(message);
});

test('hanweb-column, form A: records are asked for by number, three pages at once, with what the page’s script says', async () => {
  const { asked } = await visit(hanwebColumnSite(reports(30), { pageSize: 4 }));
  expect(asked).toEqual([
    'GET /robots.txt',
    'GET /col/col282/index.html',
    'POST /module/web/jpage/dataproxy.jsp?startrecord=13&endrecord=24&perpage=4',
    'POST /module/web/jpage/dataproxy.jsp?startrecord=25&endrecord=30&perpage=4',
    'GET /col/col282/index.html',
  ]);
});
