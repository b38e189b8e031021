/** What search and lists bring beside reports, and reports that look like something else. */
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';

function refusal(body: string, head = ''): string | null {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  return (
    parse(Buffer.from(page)).findings.find(({ check }) => check === 'recognise/not-a-report')?.message ?? null
  );
}

const TITLE = '<h1>青杉镇人民政府2021年政府信息公开工作年度报告</h1>';
const SIX = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]
  .map((name, n) => `<p>${'一二三四五六'[n]}、${name}</p><p>全年公开信息三十条。</p>`)
  .join('');
const table = (value: (n: number) => string): string =>
  `<table><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>${['规章', '行政规范性文件'].map((row) => `<tr><td>${row}</td><td>${value(1)}</td><td>${value(2)}</td><td>${value(3)}</td></tr>`).join('')}</table>`;
const PROSE =
  '2009年，我乡认真贯彻《条例》，主动公开政府信息三十五条，内容包括机构、财政、救灾等方面。'.repeat(8);

describe('no reports', () => {
  test.each([
    [
      'an interpretation with the six headings',
      `<h1>莘县2020年政府信息公开工作年度报告解读</h1>${SIX}`,
      '解读',
    ],
    [
      'its title in the metadata alone',
      `<p>一、背景</p>${SIX}`,
      '解读',
      '<title>莘县2020年政府信息公开工作年度报告政策解读_莘县人民政府</title>',
    ],
    ['a picture story', `<h1>一图读懂：青杉镇2021年政府信息公开工作年度报告</h1>${SIX}`, '解读'],
    [
      '【图解】',
      `<h1>【图解】青杉镇2021年政府信息公开工作年度报告</h1><p><img src="a.png" width="800" height="900"></p>`,
      '解读',
    ],
    [
      'rules with an empty form',
      `<h1>青杉镇政府信息公开工作年度报告制度</h1><p>第一条 为了规范……</p>${table(() => '')}`,
      '解读',
    ],
    [
      'rules on disclosure with an empty form',
      `<h1>青杉镇政府信息公开工作规定</h1><p>第一条 为了……</p>${table(() => '')}`,
      '制度',
    ],
    ['a blank form', `${SIX.replaceAll('全年公开信息三十条。', '')}${table(() => '')}`, '空白表格'],
    [
      'a guide',
      `<h1>青杉镇政府信息公开指南</h1><p>一、主动公开</p><p>范围。</p><p>二、依申请公开</p><p>受理机构。</p><p>三、行政复议、诉讼</p><p>途径。</p>`,
      '指南',
    ],
    ['a summary', `<h1>青杉镇2021年政务公开工作总结</h1>${SIX}`, '总结'],
    ['key tasks', `<h1>2021年政务公开工作要点</h1>${SIX}`, '要点'],
    ['a plan', `<h1>青杉镇2022年政府信息公开工作计划</h1>${SIX}`, '计划'],
    ['a notice', `<h1>关于做好2021年政府信息公开工作年度报告编制发布工作的通知</h1>${SIX}`, '通知'],
    ['a list of duties', `<h1>青杉镇政务公开责任清单</h1>${SIX}`, '清单'],
    [
      'a list page',
      [2018, 2019, 2020, 2021]
        .map((year) => `<li><a>青杉镇${year}年政府信息公开工作年度报告</a> ${year + 1}-01-20</li>`)
        .join(''),
      '列表页',
    ],
    [
      'a list page under the site’s columns',
      `<ul><li>主动公开</li><li>依申请公开</li><li>政府信息公开指南</li></ul>${[2018, 2019, 2020, 2021].map((year) => `<li><a>青杉镇${year}年政府信息公开工作年度报告</a> ${year + 1}-01-20</li>`).join('')}${'<li><a>某栏目的一条很长的链接文字，占位而已</a></li>'.repeat(30)}`,
      '列表页',
    ],
    ['a model essay', `<h1>2021年政府信息公开工作年度报告范文（精选5篇）</h1>${SIX}`, '模板'],
    ['a model with XX', `<h1>XX镇人民政府2021年政府信息公开工作年度报告</h1>${SIX}`, '占位符'],
    [
      'a model with ×× in its prose',
      `<h1>2021年政府信息公开工作年度报告</h1>${SIX.replaceAll('三十', '××')}`,
      '××',
    ],
    ['something else', '<h1>青杉镇概况</h1><p>青杉镇位于北部。</p>', '没有法定表格'],
  ] as [string, string, string, string?][])('%s', (_, body, reason, head = '') => {
    expect(refusal(body, head)).toContain(reason);
  });
});

describe('reports', () => {
  test.each([
    [
      'of prose with old headings, without tables (连岛 2019)',
      `<h1>连岛街道2019年政府信息公开工作报告</h1><p>一、概述</p><p>${PROSE}</p><p>二、主动公开情况</p><p>a</p><p>三、依申请公开情况</p><p>b</p>`,
    ],
    ['of prose alone', `<p>金乡2009年政府信息公开年度报告</p><p>${PROSE}全年收到公开申请0件。</p>`],
    [
      'all in one paragraph',
      `<p>谢塘镇2013年政府信息公开年度报告</p><p>一、概述2013年，我镇开展工作。二、主动公开情况公开三十条。三、依申请公开情况没有申请。四、复议和诉讼情况无。</p>`,
    ],
    ['whose figures are all blank (佳县 2022)', `${TITLE}${SIX}${table(() => '')}`],
    ['with a table and no headings', `${TITLE}${table((n) => String(n))}`],
    ['without a unit or a year in the title', `<h1>政府信息公开工作年度报告</h1>${SIX}${table(() => '0')}`],
    [
      'beside links to guides and interpretations',
      `<ul><li><a>政府信息公开指南</a></li><li><a>政府信息公开制度</a></li><li><a>政府信息公开年报</a></li></ul><div>${TITLE}${SIX}</div><ul><li><a>【图解】青杉镇2021年政府信息公开工作年度报告</a></li><li><a>青杉镇2020年政府信息公开工作年度报告解读</a></li></ul>`,
    ],
    [
      'of prose beside links to other years',
      `<h1>金乡2009年政府信息公开年度报告</h1><p>${PROSE}全年收到公开申请0件。</p>${[2005, 2006, 2007, 2008].map((year) => `<li><a>金乡${year}年政府信息公开年度报告</a></li>`).join('')}`,
    ],
    [
      'of prose beside links to guides',
      `<ul><li><a>政府信息公开指南</a></li><li><a>政府信息公开制度</a></li></ul><h2>金乡2009年政府信息公开年度报告</h2><p>${PROSE}全年收到公开申请0件。</p>`,
    ],
    ['that speak of interpretations', `${TITLE}${SIX}<p>全年发布政策解读十二篇，编制公开指南、目录。</p>`],
    [
      'in traditional characters',
      '<h1>青杉鎮2021年政府信息公開工作年度報告</h1><p>一、總體情況</p><p>x</p><p>二、主動公開政府信息情況</p><p>y</p><p>三、收到和處理政府信息公開申請情況</p><p>無</p>',
    ],
  ])('%s', (_, body) => {
    expect(refusal(body)).toBeNull();
  });
});
