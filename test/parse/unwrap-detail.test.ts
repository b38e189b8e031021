import { expect, test } from 'vitest';
import { readHtmlAgain } from '../../src/parse/control/html-control-reader.js';
import { parse } from '../../src/parse/parse.js';
import { unwrapDetail } from '../../src/parse/readers/html/unwrap-detail.js';
import { gkmlptArticle } from '../../tools/sites/gkmlpt.js';

const HEADINGS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
const TABLE = `<table><tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>1</td></tr><tr><td>行政规范性文件</td><td>3</td><td>2</td><td>41</td></tr></table>`;
const ARTICLE = `<p>${HEADINGS[0]}</p><p>本报告"依据"条例 \\ 编制&amp;发布。</p><p>${HEADINGS[1]}</p>${TABLE}<p>${HEADINGS[2]}</p>`;
const TITLE = '公明街道办事处2021年政府信息公开工作年度报告';
const page = gkmlptArticle(TITLE, '2022-01-20', ARTICLE);

test('a report whose article stands escaped in a script is read as the page that shows it', () => {
  const read = parse(Buffer.from(page));
  expect(read.identity).toMatchObject({ title: TITLE, year: 2021, publishedOn: '2022-01-20' });
  const sections = read.sections.filter(({ code }) => code !== 'preamble');
  expect(sections.map(({ heading }) => heading)).toEqual(HEADINGS);
  expect(sections[0]?.text).toContain('本报告"依据"条例 \\ 编制&发布。');
  const shown = parse(Buffer.from(`<title>${TITLE}</title><h1>${TITLE}</h1>${ARTICLE}`));
  expect(read.figures).toEqual(shown.figures);
  expect(read.figures.find(({ raw }) => raw === '41')).toMatchObject({
    value: 41,
    state: 'number',
    table: 0,
  });
});

test('the control reader reads the same table', () => {
  const tables = readHtmlAgain(Buffer.from(page), null).blocks;
  expect(tables).toHaveLength(1);
});

test('a page that shows its article too is not read twice', () => {
  const prose = `<p>${'一年来全街道深入贯彻落实政府信息公开条例主动公开各类信息办理依申请公开事项'.repeat(3)}</p>`;
  const both = gkmlptArticle(TITLE, '2022-01-20', prose + ARTICLE).replace(
    '<div id="app">',
    `<div id="app">${prose}${ARTICLE}`,
  );
  expect(unwrapDetail(both)).toBe(both);
});

test.each([
  ['no configuration', '<p>DETAIL: {"content":"\\u003Cp\\u003Ex"}</p>'],
  ['a catalogue page', "<script>window._CONFIG = { SID: '1', TREE: [] };</script>"],
  ['an empty article', gkmlptArticle(TITLE, '2022-01-20', '')],
  ['a script that is cut off', page.slice(0, page.indexOf('u003C') + 40)],
  ['a string that is no JSON', '<script>window._CONFIG = { DETAIL: {"content":"\\x41"} };</script>'],
])('a page with %s stays as it is', (_, html) => {
  expect(unwrapDetail(html)).toBe(html);
});
