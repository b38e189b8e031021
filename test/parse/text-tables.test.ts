import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { keyOf } from './compare-figures.js';

/** `规章 | 1 | 0`, a row a line, as a text prints it: cells set apart by TABs, without positions. */
const read = (...rows: string[]): string[] =>
  parse(
    Buffer.from(`表前\n${rows.map((row) => row.replace(/ ?\| ?/g, '\t')).join('\n')}\n\n表后\n`),
  ).figures.map((figure) => `${keyOf(figure)} ${figure.value ?? figure.state}`);

const RULES = ['proactive.rules.issued@ 1', 'proactive.rules.repealed@ 2', 'proactive.rules.in_force@ 3'];
const COLUMNS = '本年制发件数 | 本年废止件数 | 现行有效件数';

test('what is headed before 信息内容 stands before the labels of the rows and is no column of values', () => {
  expect(read(`序号 | 信息内容 | ${COLUMNS}`, '1 | 规章 | 1 | 2 | 3')).toEqual(RULES);
  expect(read(`类别 | 信息内容 | ${COLUMNS}`, '规章 | 1 | 2 | 3')).toEqual(RULES);
  expect(read(`序号 | | ${COLUMNS}`, '1 | 规章 | 1 | 2 | 3')).toEqual(RULES);
});

test('a row with a number more than columns behind its label is still not read', () => {
  expect(read(`序号 | 信息内容 | ${COLUMNS}`, '规章 | 1 | 1 | 2 | 3')).toEqual([]);
  expect(read(`信息内容 | 序号 | ${COLUMNS}`, '规章 | 1 | 2 | 3')).toEqual([]);
});

const OUTCOMES = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
const COURT = Array.from({ length: 15 }, (_, n) => n);

test('a group takes its columns from the lowest row where those of another group stand between', () => {
  const figures = read(
    '行政复议 | 行政诉讼',
    ' | | | | | 未经复议直接起诉 | 复议后起诉',
    `${OUTCOMES} | ${OUTCOMES} | ${OUTCOMES}`,
    COURT.join(' | '),
  );
  expect(figures.map((line) => Number(line.split(' ')[1]))).toEqual(COURT);
});

test('columns of one group lost from the lowest row: no order is proven', () => {
  const head = ['行政复议 | 行政诉讼', '未经复议直接起诉 | 复议后起诉', `${OUTCOMES} | ${OUTCOMES}`];
  expect(read(...head, COURT.join(' | '))).toEqual([]);
  expect(read(...head, COURT.slice(0, 10).join(' | '))).toEqual([]);
});

test('（七）总计 is its row whatever stands before it; 总计 alone may be a column’s', () => {
  const head = ['自然人 | 法人或其他组织 | 总计', '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他'];
  const received = '一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1';
  const totals = (label: string) =>
    read(...head, received, `${label} | 2 | 0 | 0 | 0 | 0 | 0 | 2`).filter((line) =>
      line.startsWith('results.total@'),
    );
  expect(totals('（七）总计')).toContain('results.total@natural_person 2');
  expect(totals('总计')).toEqual([]);
});
