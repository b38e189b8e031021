import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/parse/readers/text/text-reader.js';
import { firstTable, shown } from './blocks.js';

const read = (text: string) => readText(Buffer.from(text), null);

test('a cell is a line after a TAB, a row ends with an empty line', () => {
  expect(shown(read('表前\n\t规章\n\t0\n\n\t规范性文件\n\t2\n\n表后\n'))).toEqual([
    '表前',
    '[规章 | 0] [规范性文件 | 2]',
    '表后',
  ]);
});

test('a line without TAB inside a row goes on with the cell before', () => {
  expect(shown(read('\t要求行政机关确认或重新\n出具已获取信息\n\t3\n\n'))).toEqual([
    '[要求行政机关确认或重新\n出具已获取信息 | 3]',
  ]);
});

test('empty cells keep their place', () => {
  expect(firstTable(read('\t规章\n\t\n\t0\n\n')).rows[0]!.map((c) => c.text)).toEqual(['规章', '', '0']);
});

test('lines with several TABs are rows', () => {
  expect(shown(read('规章\t1\t2\n规范性文件\t3\t4\n\n尾'))).toEqual([
    '[规章 | 1 | 2] [规范性文件 | 3 | 4]',
    '尾',
  ]);
});

test('columns have no positions', () => {
  expect(firstTable(read('\ta\n\t1\n')).positioned).toBe(false);
});

test('Windows and old Mac line ends are line ends', () => {
  expect(shown(read('一\r\n\ta\r\n\t1\r\n\r\n二\r三'))).toEqual(['一', '[a | 1]', '二', '三']);
});

test('a dash in a cell of its own line is a cell', () => {
  expect(shown(read('\t规章\n\t——\n\t---\n\n'))).toEqual(['[规章 | —— | ---]']);
});

describe('tables without TABs', () => {
  const RULES = '[信息内容 | 本年制发件数 | 本年废止件数] [规章 |  | 0]';

  test.each([
    ['bars around', '| 信息内容 | 本年制发件数 | 本年废止件数 |\n|---|---|---|\n| 规章 |  | 0 |'],
    ['bars between', '信息内容｜本年制发件数｜本年废止件数\n规章｜｜0'],
    ['drawn lines', '┌──┬──┬──┐\n│信息内容│本年制发件数│本年废止件数│\n├──┼──┼──┤\n│规章│ │0│\n└──┴──┴──┘'],
  ])('%s', (_, table) => {
    expect(shown(read(`前\n${table}\n后`))).toEqual(['前', RULES, '后']);
  });

  test('wide gaps set cells apart, and a title may stand between the rows', () => {
    const text =
      '  信息内容   本年制发件数  本年废止件数\n规章  1  0\n\n第二十条第（五）项\n行政许可    4\n后。';
    expect(shown(read(text))).toEqual([
      '[信息内容 | 本年制发件数 | 本年废止件数] [规章 | 1 | 0] [第二十条第（五）项] [行政许可 | 4]',
      '后。',
    ]);
  });

  test('a signature beside its date, a title with a bar, and indented prose are none', () => {
    const lines = [
      '一是加强领导，  二是抓好落实。',
      '年度报告 | 某某镇',
      '某某镇人民政府      2023年1月20日',
    ];
    expect(shown(read(lines.join('\n')))).toEqual(lines);
  });
});
