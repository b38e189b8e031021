import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { dense, firstTable, html } from './blocks.js';

const cells = (sheet: string, row: string) =>
  firstTable(html(`<style>${sheet}</style><table><tr>${row}</table>`)).rows[0]!;
const texts = (sheet: string, row: string): string[] => cells(sheet, row).map(({ text }) => text.trim());

describe('a rule of a style sheet is heard where it selects', () => {
  const shown = '<td>1<b class="x y" data-n="2">7</b>';
  test.each([
    ['td .x', '1'],
    ['table td > b', '1'],
    ['.x.y', '1'],
    ['[data-n]', '1'],
    ['b[data-n="2"]', '1'],
    ['td b:last-child', '1'],
    ['b:nth-child(1)', '1'],
    ['.\\78 ', '1'],
    ['td .\\x', '1'],
    ['[data-n="2" s]', '1'],
    ["b[data-n='2']", '1'],
    ['.other .x', '17'],
    ['.x.z', '17'],
    ['b[data-n="3"]', '17'],
    ['td + td .x', '17'],
    ['td:hover .x', '17'],
    ['b:nth-child(2)', '17'],
  ])('%s', (selector, expected) => {
    expect(texts(`${selector}{display:none}`, shown)).toEqual([expected]);
  });

  test('the later, the more specific, the own and the important one wins', () => {
    expect(texts('.x{display:none}.x{display:inline}', shown)).toEqual(['17']);
    expect(texts('td .x{display:inline}.x{display:none}', shown)).toEqual(['17']);
    expect(texts('.x{display:none}', '<td>1<b class="x" style="display:inline">7</b>')).toEqual(['17']);
    expect(texts('.x{display:none!important}', '<td>1<b class="x" style="display:inline">7</b>')).toEqual([
      '1',
    ]);
  });

  test('rules for a desktop’s screen hold, rules for print and telephones don’t', () => {
    expect(texts('@media screen{.x{display:none}}', shown)).toEqual(['1']);
    expect(texts('@media (min-width:600px){.x{display:none}}', shown)).toEqual(['1']);
    expect(texts('@media print{.x{display:none}}', shown)).toEqual(['17']);
    expect(texts('@media (max-width:600px){.x{display:none}}', shown)).toEqual(['17']);
    expect(texts('.x{display:none}@media (max-width:600px){.x{display:inline}}', shown)).toEqual(['1']);
  });

  test('a hidden cell takes no place, a hidden row isn’t there', () => {
    expect(texts('td.x{display:none}', '<td>a<td class="x">7<td>1')).toEqual(['a', '1']);
    const rows = '<tr class="x"><td>a<td>7<tr><td>a<td>1';
    expect(dense(firstTable(html(`<style>.x{display:none}</style><table>${rows}</table>`)))).toEqual(['a 1']);
  });
});

describe('what is out of sight passes on to what stands within', () => {
  test.each([
    ['<td><div style="font-size:0"><p>7</p></div>', ''],
    ['<td><div style="font-size:0"><b style="font-size:12px">7</b></div>', '7'],
    ['<td><div style="color:transparent"><b>7</b></div>', ''],
    ['<td><div style="color:transparent"><b style="color:red">7</b></div>', '7'],
    ['<td><div style="opacity:0"><b style="opacity:1">7</b></div>', ''],
    ['<td>1<span style="position:absolute;left:-9999px"><b>7</b></span>', '1'],
    ['<td>1<span style="display:inline-block;transform:scale(0)">7</span>', '1'],
    ['<td>1<span style="color:rgba(0,0,0,0)">7</span>', '1'],
    ['<td>1<span style="color:#eee;background:#eee">7</span>', '1'],
    ['<td>1<span style="color:#fdfdfd"><b>7</b></span>', '1'],
    ['<td>1<span style="font-size:1px">7</span>', '1'],
  ])('%s', (row, expected) => {
    expect(texts('', row)).toEqual([expected]);
    expect(cells('', row)[0]!.doubt).toBeUndefined();
  });

  test('a row’s style is its cells’', () => {
    const row = '<tr style="font-size:0"><td>a<td>7';
    expect(firstTable(html(`<table>${row}</table>`)).rows[0]!.map(({ text }) => text)).toEqual(['', '']);
  });
});

describe('a cell that a person may read otherwise is doubtful, its text kept', () => {
  test.each([
    ['td.x::before{content:"1"}', '<td class="x">7', '7'],
    ['.x::after{content:attr(data-n)}', '<td><b class="x" data-n="12"></b>', ''],
    ['', '<td><span style="color:#fff">7</span>', '7'],
    ['', '<td><bdo dir="rtl">12</bdo>', '12'],
    ['b:not(.k){display:none}', '<td><b>7</b>', '7'],
    ['b:not(:nth-child(2)){display:none}', '<td><b>7</b>', '7'],
    ['b[data-n="A" i]{display:none}', '<td><b data-n="a">7</b>', '7'],
    ['', '<td><span style="display:var(--x)">7</span>', '7'],
    ['', '<td><ol><li>7</ol>', '7'],
    ['', '<td><del>7</del>', ''],
    ['.x{visibility:hidden}', '<td><b class="x">7</b>', ''],
    ['', '<td><span style="float:right">1</span><span style="float:right">2</span>', '12'],
  ])('%s %s', (sheet, row, text) => {
    const [cell] = cells(sheet, row);
    expect(cell!.text.trim()).toBe(text);
    expect(cell!.doubt).toBeTypeOf('string');
  });

  test.each([
    ['.x::before{content:""}', '<td class="x">7'],
    ['.x::before{content:"\\e601"}', '<td class="x">7'],
    ['@media print{.x::before{content:"1"}}', '<td class="x">7'],
    ['.x{color:#fff;background:#069}', '<td class="x">7'],
    ['', '<td bgcolor="#006699"><font color="white">7</font>'],
    ['.x{opacity:0;animation:in 1s forwards}', '<td class="x">7'],
    ['td:hover{color:#fff}', '<td>7'],
  ])('but not %s %s', (sheet, row) => {
    expect(cells(sheet, row)).toEqual([expect.objectContaining({ text: '7' })]);
    expect(cells(sheet, row)[0]!.doubt).toBeUndefined();
  });
});

describe('row groups are those of the page as shown', () => {
  test('the head stands on top and the foot at the end, wherever they are written', () => {
    const groups = '<tfoot><tr><td>c<tbody><tr><td>b<thead><tr><td>a';
    expect(dense(firstTable(html(`<table>${groups}</table>`)))).toEqual(['a', 'b', 'c']);
  });

  test('no cell reaches over its row group', () => {
    const groups = '<thead><tr><td rowspan="9">a<td>1<tbody><tr><td>b<td>2';
    expect(dense(firstTable(html(`<table>${groups}</table>`)))).toEqual(['a 1', 'b 2']);
  });
});

test('a cell that reaches over its row group does so where the next one leaves it room', () => {
  const groups = '<thead><tr><td rowspan="2">a<td>1<tbody><tr><td>2<tr><td>b<td>3';
  expect(dense(firstTable(html(`<table>${groups}</table>`)))).toEqual(['a 1', 'a 2', 'b 3']);
});

describe('a table that isn’t seen as the page stands', () => {
  const table = (count: string) =>
    `<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>${count}<td>0<td>0
     <tr><td>行政规范性文件<td>1<td>2<td>3</table>`;
  const issued = (page: string) =>
    parse(Buffer.from(page)).figures.find(({ indicator }) => indicator === 'proactive.rules.issued');

  test.each([
    ['<style>.p{display:none}</style>', '<div class="p">'],
    ['<style>.p{display:none}@media print{.p{display:block}}</style>', '<div class="p">'],
    ['', '<div style="height:0;overflow:hidden">'],
    ['', '<div style="position:absolute;left:-9999px">'],
    ['', '<details>'],
  ])('says nothing against one that is: %s%s', (sheet, open) => {
    const close = open === '<details>' ? '</details>' : '</div>';
    expect(issued(`${sheet}${open}${table('7')}${close}${table('5')}`)).toMatchObject({ value: 5 });
    expect(issued(`${sheet}${table('5')}${open}${table('7')}${close}`)).toMatchObject({ value: 5 });
    expect(issued(`${sheet}${open}${table('7')}${close}`)).toMatchObject({ value: 7 });
  });

  test('is read where no other is, and its rows are named', () => {
    const findings = (page: string) =>
      parse(Buffer.from(page)).findings.filter(({ check }) => check === 'extract/hidden-table');
    const hidden = `<details>${table('7')}</details>`;
    expect(findings(hidden).map(({ table: at, row }) => [at, row])).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(findings(hidden + table('5'))).toEqual([]);
  });

  test('two that are seen and differ are both withheld', () => {
    expect(issued(table('7') + table('5'))).toMatchObject({ state: 'withheld' });
  });
});

test('a doubtful figure is withheld, and the finding says why', () => {
  const page = `<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数
    <tr><td>规章<td><bdo dir="rtl">12</bdo><td>0<td>0<tr><td>行政规范性文件<td>1<td>2<td>3</table>`;
  const { figures, findings } = parse(Buffer.from(page));
  expect(figures[0]).toMatchObject({ raw: '12', value: null, state: 'withheld' });
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'extract/uncertain-number',
      indicator: 'proactive.rules.issued',
      message: '单元格“12”的文字方向是反的，未采用',
    }),
  );
});

test.each([
  ['fifty thousand white words beside each other', `<td>1${'<font color="white">x</font>'.repeat(50_000)}`],
  [
    'a rule that asks for the place of each',
    `<style>a ~ b, b:nth-child(3n){display:none}</style><td>${'<b>x</b>'.repeat(50_000)}`,
  ],
  ['row groups that each reach into the next', '<tbody><tr><td rowspan="5">a<td>1'.repeat(20_000)],
  ['a control that is nested without end', `<td><button>${'<b>'.repeat(20_000)}5`],
])('a page of %s is read', (_, rows) => {
  expect(html(`<table><tr>${rows}</table>`).blocks).toHaveLength(1);
});
