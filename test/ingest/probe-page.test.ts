import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entryText } from '../../src/commands/entry-text.js';
import { probePage } from '../../src/ingest/probe/probe-page.js';
import { genericSite } from '../../tools/sites/generic.js';
import { gkmlptSite } from '../../tools/sites/gkmlpt.js';
import { hanwebAnnualReportSite } from '../../tools/sites/hanweb-annual-report.js';
import { hanwebColumnSite } from '../../tools/sites/hanweb-column.js';
import { hanwebSearchSite } from '../../tools/sites/hanweb-search.js';
import { jpaasSite } from '../../tools/sites/jpaas.js';
import { lonxinSite } from '../../tools/sites/lonxin.js';
import { type PublisherSite, serveWith, shell } from '../../tools/sites/publisher-site.js';
import { trsSite } from '../../tools/sites/trs.js';
import { ucapSite } from '../../tools/sites/ucap.js';
import { vsbSite } from '../../tools/sites/vsb.js';
import { withSite } from './sites/visit.js';

const BODY =
  '<p>一、总体情况</p><p>二、主动公开</p><p>三、收到申请</p><table><tr><td>第二十条第（一）项</td></tr></table>';
const reports = ['甲镇', '乙镇', '丙街道'].map((unit, place) => {
  const title = `${unit}2023年政府信息公开工作年度报告`;
  return {
    title,
    date: `2024-01-1${place}`,
    bytes: Buffer.from(shell(`<h1>${title}</h1>${BODY}`)),
    year: 2021 + place,
  };
});
const probe = (site: Pick<PublisherSite, 'host' | 'handler'>, url: string) =>
  withSite(site, (fetch) => probePage(url, fetch, 2023));

const SITES: readonly PublisherSite[] = [
  trsSite(reports, { pageSize: 2 }),
  { ...trsSite(reports, { pager: 'countPage' }) },
  ucapSite(reports, { pageSize: 2 }),
  vsbSite(reports, { pageSize: 2 }),
  hanwebColumnSite(reports, { pageSize: 2 }),
  hanwebColumnSite(reports, { form: 'B' }),
  jpaasSite(reports),
  gkmlptSite(reports),
  lonxinSite(reports),
  genericSite(reports, { pageSize: 2 }),
];

describe.each(
  SITES.map((site) => [site.entry.family, site] as const),
)('a list page of %s', (family, site) => {
  test('is known by what stands in it, and its entry lists reports', async () => {
    const found = await probe(site, site.entry.url);
    expect(found.family).toBe(family);
    expect(found.listed?.items.length).toBeGreaterThan(0);
    const text = entryText(found, '2024-02-01');
    const [entry] = parse(text) as Record<string, unknown>[];
    expect(entry).toMatchObject({ family, url: site.entry.url, unit: 'unit-id', verified: '2024-02-01' });
    expect(text).toContain(`lists ${found.listed?.items.length} reports`);
  });
});

test('the entry of hanweb-column names the column and the list that the page asks for', async () => {
  const site = hanwebColumnSite(reports);
  expect((await probe(site, site.entry.url)).entry.params).toEqual({
    columnid: '282',
    webid: '3',
    unitid: '423656',
  });
});

test('the search of a unit is known by its address, or by the page that asks it, with the code of the unit', async () => {
  const site = hanwebSearchSite(reports);
  const page = shell(
    `<script>$.post('/module/xxgk/search.jsp', { infotypeId: '0', area: '370784' })</script>`,
  );
  const withPage = serveWith(site.host, () => ({ body: page }));
  const handler: PublisherSite['handler'] = (request, response) =>
    (request.url === '/zwgk.html' ? withPage : site.handler)(request, response);
  for (const path of ['module/xxgk/search.jsp?area=370784', 'zwgk.html']) {
    const found = await probe({ host: site.host, handler }, `http://${site.host}/${path}`);
    expect(found).toMatchObject({
      family: 'hanweb-search',
      entry: { url: site.entry.url, params: { area: '370784' } },
    });
    expect(found.listed?.items).toHaveLength(3);
  }
});

test('the entry of an address with a year has the year as a place to fill', async () => {
  const site = hanwebAnnualReportSite(reports);
  const found = await probe(site, site.entry.url.replace('{year}', '2022'));
  expect(found).toMatchObject({
    family: 'hanweb-annual-report',
    entry: { url: site.entry.url, years: { from: 2019, to: 2023 } },
  });
});

test('a site of no family gets selectors that find its reports', async () => {
  const site = genericSite(reports);
  expect((await probe(site, site.entry.url)).entry.select).toMatchObject({ item: 'ul.list li' });
});

test('a report is told from a list, and where its list may be', async () => {
  const site = trsSite(reports);
  const found = await probe(site, site.reports[0]!.url);
  expect(found).toMatchObject({ family: 'page', entry: { url: site.reports[0]!.url } });
  expect(found.seen.join('\n')).toContain('its list may be http://publisher.example/nb/');
});

test('a page that shows nothing is answered with what to do, and no entry', async () => {
  const host = 'publisher.example';
  const handler = serveWith(host, () => ({ body: shell('<div id="app"></div>') }));
  const found = await probe({ host, handler }, `http://${host}/`);
  expect(found).toMatchObject({ family: null, listed: null });
  const text = entryText(found, '2024-02-01');
  expect(parse(text)).toBeNull();
  expect(text).toContain('family: generic');
});

test('a family whose list can’t be read is told as a guess that is not verified', async () => {
  const host = 'publisher.example';
  const page = shell('<script>createPageHTML("page_div",8, 1,"list","shtml",118);</script>');
  const found = await probe(
    { host, handler: serveWith(host, () => ({ body: page })) },
    `http://${host}/list.shtml`,
  );
  expect(found).toMatchObject({ family: 'ucap', listed: null });
  expect(entryText(found, '2024-02-01')).toMatch(/verified: never/);
});
