import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { dense, firstTable, html, shown } from './blocks.js';

const cellsOf = (row: string): string[] =>
  firstTable(html(`<table><tr>${row}</table>`)).rows[0]!.map((c) => c.text.trim());
const gridOf = (table: string): string[] => dense(firstTable(html(`<table>${table}</table>`)));

describe('spans are those of the HTML standard', () => {
  test.each([
    ['0', 1],
    ['-3', 1],
    ['x', 1],
    ['', 1],
    ['2.9', 2],
    ['3', 3],
    ['99999', 1000],
  ])('colspan=%j covers %i columns', (value, columns) => {
    expect(firstTable(html(`<table><tr><td colspan="${value}">a</table>`)).rows[0]![0]!.columnSpan).toBe(
      columns,
    );
  });

  test('rowspan=0 reaches to the end of its row group, not of the table', () => {
    const rows = '<tbody><tr><td rowspan="0">a<td>1<tr><td>2<tbody><tr><td>b<td>3';
    expect(gridOf(rows)).toEqual(['a 1', 'a 2', 'b 3']);
  });

  test('a rowspan beyond the last row ends with the table', () => {
    expect(gridOf('<tr><td rowspan="9">a<td>1<tr><td>2')).toEqual(['a 1', 'a 2']);
  });

  test('cells flow around what covers their row from above', () => {
    expect(gridOf('<tr><td>a<td rowspan="2" colspan="2">b<td>c<tr><td>d<td>e')).toEqual([
      'a b b c',
      'd b b e',
    ]);
  });
});

describe('which tables are data', () => {
  test('of nested tables the innermost is data, and what stands around it is text', () => {
    const inner = '<table><tr><td>规章<td>5</table>';
    expect(shown(html(`<table><tr><td>左<td><p>前</p>${inner}后</table>`))).toEqual([
      '左',
      '前',
      '[规章 | 5]',
      '后',
    ]);
  });

  test('a table of one cell inside a cell is that cell’s text', () => {
    expect(shown(html('<table><tr><td>规章<td><table><tr><td>5</table></table>'))).toEqual(['[规章 | 5]']);
  });

  test('layout tables dissolve at any depth', () => {
    let body = '<table><tr><td>规章<td>5</table>';
    for (let depth = 0; depth < 30; depth++) body = `<table><tr><td>${body}<td></table>`;
    expect(shown(html(body))).toEqual(['[规章 | 5]']);
  });

  test('text that stands between rows is put before the table, as browsers do', () => {
    expect(shown(html('<table>漏出的字<tr><td>a<td>1</table>'))).toEqual(['漏出的字', '[a | 1]']);
  });
});

describe('what is printed', () => {
  test.each([
    ['<td style="display:none">7<td>1', ['1']],
    ['<td hidden>7<td>1', ['1']],
    ['<td>1<span style="color:red; DISPLAY : none">7</span>', ['1']],
    ['<td>1<del>7</del>', ['1']],
    ['<td>1<script>7</script><style>8</style><!-- 9 -->', ['1']],
  ])('%s', (row, expected) => {
    expect(cellsOf(row)).toEqual(expected);
  });

  test('an invisible cell keeps its place', () => {
    expect(cellsOf('<td>a<td style="visibility:hidden">7<td>1')).toEqual(['a', '', '1']);
    expect(cellsOf('<td>a<td style="mso-hide:all">7<td>1')).toEqual(['a', '', '1']);
    expect(cellsOf('<td style="visibility:hidden">7<b style="visibility:visible">8</b>')).toEqual(['8']);
  });

  test('a number cut into spans is one, in two paragraphs or lines it is two', () => {
    expect(cellsOf('<td><span>1</span><font>2</font><b><i>3</i></b>')).toEqual(['123']);
    expect(cellsOf('<td>1<br>2')).toEqual(['1\n2']);
    expect(cellsOf('<td><p>1</p><p>2</p>')).toEqual(['1\n2']);
    expect(cellsOf('<td><span style="display:block">1</span><span style="display:block">2</span>')).toEqual([
      '1\n2',
    ]);
    expect(cellsOf('<td><span>1</span> <span>2</span>')).toEqual(['1 2']);
  });

  test('a raised or struck digit does not become part of the number beside it', () => {
    expect(cellsOf('<td>5<sup>1</sup>')).toEqual(['5¹']);
    expect(cellsOf('<td>5<span style="vertical-align: super">1</span>')).toEqual(['5¹']);
    expect(cellsOf('<td><s>5</s>6')).toEqual(['5\u03366']);
    expect(cellsOf('<td><span style="text-decoration:underline line-through">5</span>6')).toEqual([
      '5\u03366',
    ]);
  });

  test('text too small, too clear or too far away to be seen is not read', () => {
    expect(cellsOf('<td><span style="font-size:0">7</span>1')).toEqual(['1']);
    expect(cellsOf('<td><span style="color:red;opacity: 0 ">7</span>1')).toEqual(['1']);
    expect(cellsOf('<td><span style="position:absolute;left:-999px">7</span>1')).toEqual(['1']);
    expect(cellsOf('<td><span style="font-size:0.8em">7</span>1')).toEqual(['71']);
    expect(cellsOf('<td><span style="display:inline-block;width:0;overflow:hidden">7</span>1')).toEqual([
      '1',
    ]);
    // A container without size sets its children's otherwise.
    expect(cellsOf('<td><div style="font-size:0"><b style="font-size:14px">7</b></div>')).toEqual(['7']);
  });

  test('white text beside other text of a cell without a ground is not read', () => {
    expect(cellsOf('<td>1<font color="#FFFFFF">00</font>')).toEqual(['1']);
    expect(cellsOf('<td><span style="color:white">0</span>1')).toEqual(['1']);
    expect(cellsOf('<td style="background:#0a5"><b style="color:#fff">一</b>1')).toEqual(['一1']);
    expect(cellsOf('<td><font color="#ffffff">12</font>')).toEqual(['12']);
  });

  test('a cell that shows a picture or a control, and no text, is not blank', () => {
    const shown =
      '<td><img src="5.png"><td><input type="checkbox"><td><math><mfrac><mn>5</mn><mn>6</mn></mfrac></math>';
    expect(cellsOf(shown)).toEqual(['\ufffc', '\ufffc', '\ufffc']);
    expect(cellsOf('<td><input type="hidden" value="5"><td><img width="1" height="1"><td>5<img>')).toEqual([
      '',
      '',
      '5',
    ]);
  });

  test.each([
    '<input value="5">',
    '<input type="number" value=" 5 " disabled>',
    '<textarea>5</textarea>',
    '<select><option>7<option selected>5</select>',
    '<select><option>5<option>7</select>',
    '<button>5</button>',
    '<math><mrow><mn>5</mn></mrow></math>',
  ])('what is filled in is printed: %s', (control) => {
    expect(cellsOf(`<td>${control}`)).toEqual(['5']);
    expect(cellsOf(`<td>1${control}`)).toEqual(['1 5']);
  });

  test('what is empty, hidden or a password is not', () => {
    expect(
      cellsOf('<td><input value=""><td><input type="hidden" value="5"><td><input type="password" value="5">'),
    ).toEqual(['\ufffc', '', '\ufffc']);
  });

  test('a reading beside its characters, and a dialog that is closed', () => {
    expect(cellsOf('<td><ruby>5<rp>(</rp><rt>1</rt><rp>)</rp></ruby>')).toEqual(['5¹']);
    expect(cellsOf('<td>5<dialog>7</dialog><td><dialog open>7</dialog>')).toEqual(['5', '7']);
  });

  test('what a style sheet hides, strikes or raises inside a cell is read so', () => {
    const sheet =
      '<style>/* .a{} */ .h,td .no{display:none} b.x{visibility:hidden}@media print{.p{display:none}} #s{text-decoration:line-through}</style>';
    const styled = (row: string) =>
      firstTable(html(`${sheet}<table><tr>${row}</table>`)).rows[0]!.map((c) => c.text);
    expect(styled('<td><i class="big h">7</i>1<td><b class="x">7</b>2')).toEqual(['1', '2']);
    expect(styled('<td><i class="p">7</i>1<td><i class="no">7</i>1<td><i id="s">7</i>1')).toEqual([
      '71',
      '1',
      '7\u03361',
    ]);
  });

  test('what a style sheet hides outside of cells stays: scripts show it', () => {
    expect(shown(html('<style>.tab{display:none}</style><div class="tab">一、总体情况</div>'))).toEqual([
      '一、总体情况',
    ]);
  });

  test('unknown elements lose no text', () => {
    expect(cellsOf('<td><constructor>5</constructor>')).toEqual(['5']);
    expect(shown(html('<ucapcontent><p>2<o:p>0</o:p><foo>21</foo>年</p></ucapcontent>'))).toEqual(['2021年']);
  });

  test('no-break and full-width spaces stay, ASCII white space is one space', () => {
    expect(shown(html('<p>a \n\t b\u00a0\u00a0c\u3000d</p>'))).toEqual(['a b\u00a0\u00a0c\u3000d']);
  });
});

test('unclosed cells, rows and paragraphs are closed as browsers do', () => {
  expect(shown(html('<p>一<p>二<table><tr><td><p>a<td>1<tr><td>b<td>2</table>三'))).toEqual([
    '一',
    '二',
    '[a | 1] [b | 2]',
    '三',
  ]);
});

test('headings have their level, title and metas their names', () => {
  const document = html('<h2>一、总体情况</h2><p>x</p>');
  expect(document.blocks[0]).toMatchObject({ headingLevel: 2, text: '一、总体情况' });
  const page = '<title>某镇 年报</title><meta name="PubDate" content=" 2021-01-25 "><p>x';
  expect(html(page).metadata).toContainEqual({ name: 'pubdate', value: '2021-01-25' });
});

describe('hostile pages end soon', () => {
  /** Of the processor, so that a busy machine doesn't fail the test. */
  const seconds = (run: () => void): number => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const page = (body: string): Buffer => Buffer.from(`<meta charset="utf-8"><body>${body}`);

  test.each([
    ['nested divs', '<div>x'.repeat(20_000)],
    ['nested spans', '<span>x'.repeat(20_000)],
    ['nested tables', '<table><tr><td>x'.repeat(3_000)],
    ['cells in one row', `<table><tr>${'<td>1'.repeat(100_000)}</table>`],
    ['rows that reach to the end', `<table>${'<tr><td rowspan="0">1'.repeat(600)}</table>`],
    [
      'paragraphs in a layout table',
      `<table><tr><td><table><tr><td>1<td>2</table>${'<p>x'.repeat(150_000)}</table>`,
    ],
    [
      'headings at the ends of deep boxes',
      `${'<div>'.repeat(5_000)}<h1>一、总体情况</h1>${'<p>x</p>'.repeat(5_000)}`,
    ],
  ])('%s', (_, body) => {
    expect(seconds(() => parse(page(body)))).toBeLessThan(8);
  });
});
