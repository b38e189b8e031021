import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { pageOf, printRow, statisticsPage } from './statistics-table.js';

const read = (html: string) => parse(Buffer.from(html));
const lines = (html: string) =>
  (read(html).localCells ?? []).map(({ label, heading, raw }) => `${label} | ${heading} | ${raw}`);

const OWN_TABLE = [
  ['指标名称', '计量单位', '代码', '本年', '历年累计'],
  ['主动公开信息数', '条', '01', '120', '1300'],
  ['网站专栏页面访问量', '人次', '02', '88', '990'],
  ['申请总数', '条', '10', '3', '41'],
];

test('a table of a place’s own is kept whole, named in a finding, and gives no figures', () => {
  const extraction = read(pageOf(OWN_TABLE));
  expect(extraction.figures).toEqual([]);
  expect(extraction.findings).toContainEqual(
    expect.objectContaining({ check: 'recognise/local-table', severity: 'info', table: 0 }),
  );
  expect(lines(pageOf(OWN_TABLE))).toEqual([
    '主动公开信息数 / 条 | 代码 | 01',
    '主动公开信息数 / 条 | 本年 | 120',
    '主动公开信息数 / 条 | 历年累计 | 1300',
    '网站专栏页面访问量 / 人次 | 代码 | 02',
    '网站专栏页面访问量 / 人次 | 本年 | 88',
    '网站专栏页面访问量 / 人次 | 历年累计 | 990',
    '申请总数 / 条 | 代码 | 10',
    '申请总数 / 条 | 本年 | 3',
    '申请总数 / 条 | 历年累计 | 41',
  ]);
});

test('of a table of the form, what is beside the form is kept', () => {
  const page = statisticsPage([['序号', '统计指标', '单位', '统计数', '历年累计']], (row, place) => [
    ...printRow(row, place).map((cells) => [
      String(place + 1),
      ...cells,
      row.key === 'stats.review.total' ? '77' : '',
    ]),
    ...(row.key === 'stats.training.courses' ? [['', '其中：区级', '次', '5', '']] : []),
  ]);
  expect(lines(page)).toEqual(['四、行政复议数量 / 件 | 历年累计 | 77', '其中：区级 / 次 | 统计数 | 5']);
});

test.each([
  [
    'page furniture',
    [
      ['索引号', '11370321004221441C'],
      ['浏览次数', '128'],
      ['文号', '2016'],
    ],
  ],
  [
    'two rows',
    [
      ['申请总数', '3'],
      ['答复总数', '3'],
    ],
  ],
  [
    'a table of other things',
    [
      ['一班', '3'],
      ['二班', '4'],
      ['三班', '5'],
      ['四班', '6'],
    ],
  ],
])('%s is no table of statistics', (_, rows) => {
  expect(lines(pageOf(rows))).toEqual([]);
});
