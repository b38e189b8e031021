import { expect, test } from 'vitest';
import { decodePage } from '../../../src/parse/control/decode-page.js';
import { readPageAgain } from '../../../src/parse/control/html-control-reader.js';
import { markupEvents } from '../../../src/parse/control/markup-events.js';
import { encodeGb18030 } from '../../../tools/generate/encode-gb18030.js';

/** A cell as its text, with its spans where they aren't 1. */
const rows = (html: string): string[][][] =>
  readPageAgain(html).blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) =>
          row.map(
            ({ text, columnSpan, rowSpan }) =>
              text + (columnSpan * rowSpan > 1 ? `:${columnSpan}x${rowSpan}` : ''),
          ),
        )
      : [],
  );

test.each<[string, string, string[][][]]>([
  [
    'spans, clamped',
    '<table><tr><td colspan=0 rowspan=" 2x">a<td colspan="9999">b',
    [[['a:1x2', 'b:1000x1']]],
  ],
  [
    'rowspan 0, to the end of the group',
    '<table><tbody><tr><td rowspan=0>a<tr><td>b<tbody><tr><td>c',
    [[['a:1x2'], ['b'], ['c']]],
  ],
  ['lines of a cell', '<table><tr><td><p> 1 <br>2</p><div>3</div><td>\n 4\n</table>', [[['1\n2\n3', '4']]]],
  [
    'a layout table is dissolved',
    '<table><tr><td>x<td><table><tr><td>1<td>2</table>y</table>',
    [[['1', '2']]],
  ],
  [
    'a table of one cell is its text',
    '<table><tr><td>a<table><tr><td>1</table>b<td>c</table>',
    [[['a\n1\nb', 'c']]],
  ],
  [
    'invisible text keeps its cell',
    '<table><tr><td style="visibility:hidden">1<td>2<td style="display:none">3',
    [[['', '2']]],
  ],
  ['raised and struck', '<table><tr><td>5<sup>1</sup><td><s>5</s>6', [[['5¹', '5\u03366']]]],
  ['text outside cells is none of theirs', '<table>a<tr>b<td>c</td>d</tr></table>', [[['c']]]],
])('%s', (_, html, expected) => {
  expect(rows(html)).toEqual(expected);
});

test('the first encoding that decodes without a fault is taken', () => {
  const words = '政府信息公开';
  const [utf8, gb] = [Buffer.from(words), Buffer.from(encodeGb18030(words))];
  const says = (label: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<meta charset="${label}">`), bytes]);
  expect(decodePage(gb, null)).toBe(words);
  expect(decodePage(gb, 'text/html; charset=utf-8')).toBe(words);
  expect(decodePage(utf8, 'text/html; charset=ISO-8859-1')).toBe(words);
  expect(decodePage(says('utf-8', gb), null)).toContain(words);
  expect(decodePage(says('x-nonsense', utf8), null)).toContain(words);
  expect(decodePage(Buffer.from(`\ufeff${words}`, 'utf16le'), null)).toContain(words);
});

test.each([
  ['<div><table><tr><td>1</div></td></tr></table></div>', ['crossing-end-tag']],
  ['<b><table><tr><td>1</b><td>2</table>', ['crossing-end-tag']],
  ['<table><tr><td>1<table><tr><td>2</table></table>', []],
  ['<table><tr><td>1</td></tr><table><tr><td>2</table>', ['table-outside-cell']],
  ['<p>a<table><tr><td>1</p><!-- </div> --><td title="</table>"><div><b>2</div></table>', []],
  ['<div><script>"<table><tr></div>"</script><table><tr><td><p>1<td>2<tr><td></span>3</table></div>', []],
])('%s shows %j', (html, events) => {
  expect([...markupEvents(html)]).toEqual(events);
});
