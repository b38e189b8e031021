import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readHtmlAgain } from '../../src/parse/control/html-control-reader.js';
import { parse } from '../../src/parse/parse.js';
import { unwrapScript } from '../../src/parse/readers/html/unwrap-script.js';

const TITLE = '公明街道办事处2021年政府信息公开工作年度报告';
const PROSE = '一年来全街道深入贯彻落实政府信息公开条例，主动公开各类信息，办理依申请公开事项。'.repeat(6);
const ARTICLE = `<p class="x">一、总体情况</p><p>${PROSE}</p><p>二、主动公开政府信息情况</p><table>
<tr><td colspan="2">信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td colspan="2">规章</td><td>0</td><td>0</td><td>1</td></tr>
<tr><td colspan="2">行政规范性文件</td><td>3</td><td>2</td><td>41</td></tr></table>`;
const DATA = { code: 200, data: { id: 7, title: TITLE, content: ARTICLE, note: '<table><tr><td>x</table>' } };
const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

describe('an article that stands only in a string is read as the page that shows it', () => {
  const shown = parse(Buffer.from(`<h1>${TITLE}</h1>${ARTICLE}`));

  test.each([
    ['an answer in JSON', JSON.stringify(DATA)],
    ['an answer in JSON, all escaped', escaped(DATA)],
    ['a call with JSON', `callback(${JSON.stringify(DATA)});`],
    [
      'a page drawn by a script',
      `<title>年报</title><div id="app"></div><script>var data = ${escaped(DATA)};</script>`,
    ],
    [
      'a page drawn by a script, slashes escaped',
      `<body><div id="app"></div><script>window.__DATA__=${JSON.stringify(DATA).replaceAll('</', '<\\/')}</script></body>`,
    ],
  ])('%s', (_, text) => {
    const read = parse(Buffer.from(text));
    expect(read.identity).toMatchObject({ title: TITLE, year: 2021 });
    expect(read.figures).toEqual(shown.figures);
    expect(read.figures).toHaveLength(6);
    expect(readHtmlAgain(Buffer.from(text), null).blocks).toHaveLength(1);
  });
});

test.each([
  ['a page that shows a table', `<table><tr><td>1</table><script>var data = ${escaped(DATA)};</script>`],
  ['a widget’s table', '<script>var row = "<table><tr><td>合计</td></tr></table>";</script>'],
  ['a template that is no JSON', `<script>var a = '${ARTICLE.replaceAll('\n', '')}';</script>`],
  ['no table at all', '<p>一、总体情况</p>'],
  ['JSON without an article', '{"code":200,"html":"<table></table>"}'],
])('%s stays as it is', (_, html) => {
  expect(unwrapScript(html)).toBe(html);
});
