import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { readText } from '../../src/parse/text-reader.js';
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
