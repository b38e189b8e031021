import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { STATISTICS_2014 } from '../../src/catalogue/form-statistics.js';
import type { Extraction } from '../../src/model/extraction.js';
import { parse } from '../../src/parse/parse.js';
import {
  pageOf,
  printRow,
  type RowEdit,
  statisticsPage,
  statisticsRows,
  valueAt,
} from './statistics-table.js';

const read = (html: string): Extraction => parse(Buffer.from(html));
const checks = ({ findings }: Extraction): string[] => [...new Set(findings.map(({ check }) => check))];

/** Figures that are not what their row prints; a figure is also wrong where it is missing. */
function wrong(extraction: Extraction): string[] {
  const byIndicator = new Map(extraction.figures.map((figure) => [figure.indicator, figure]));
  return STATISTICS_2014.rows
    .map(({ key }) => ({ key, figure: byIndicator.get(key) }))
    .filter(({ key, figure }) => figure?.value !== valueAt(key))
    .map(({ key, figure }) => `${key} ${figure ? `${figure.state} ${figure.value}` : 'missing'}`);
}

/** Figures that have a value which their row doesn't print. */
const silently = (extraction: Extraction): string[] =>
  wrong(extraction).filter((line) => !/missing|null$/.test(line));

test('a table of the form is read whole, and is the template', () => {
  const extraction = read(statisticsPage());
  expect(wrong(extraction)).toEqual([]);
  expect(extraction.template).toBe('t2014');
  expect(extraction.findings.filter(({ check }) => /^(extract|recognise)/.test(check))).toEqual([]);
});

describe('read whole', () => {
  const beside = (value: string, other: number): string => (value === '——' ? value : String(other));
  const cells =
    (print: (label: string, unit: string, value: string, place: number) => readonly string[]): RowEdit =>
    (row, place) =>
      printRow(row, place).map(([label, unit, value]) => print(label!, unit!, value!, place));
  test.each<[string, string[][], RowEdit]>([
    [
      'running numbers',
      [['序号', '统计指标', '单位', '统计数']],
      cells((l, u, v, n) => [String(n + 1), l, u, v]),
    ],
    ['no unit column', [['统计指标', '统计数']], cells((l, _, v) => [l, v])],
    ['the unit behind', [['统计指标', '统计数', '单位']], cells((l, u, v) => [l, v, u])],
    [
      '累计 behind',
      [['统计指标', '单位', '本年', '历年累计']],
      cells((l, u, v, n) => [l, u, v, beside(v, 9000 + n)]),
    ],
    [
      '累计 before',
      [['统计指标', '单位', '历年累计', '本年']],
      cells((l, u, v, n) => [l, u, beside(v, 9000 + n), v]),
    ],
    [
      '上年 and 同比',
      [['统计指标', '单位', '上年数', '本年数', '同比增减']],
      cells((l, u, v, n) => [l, u, beside(v, 9000 + n), v, beside(v, n)]),
    ],
    [
      'a column of nobody’s form',
      [['统计指标', '单位', '统计数', '其中：区直']],
      cells((l, u, v, n) => [l, u, v, beside(v, 9000 + n)]),
    ],
    ['the year over the count', [['统计指标', '单位', '2016年统计数']], cells((l, u, v) => [l, u, v])],
    [
      'numbers lost',
      [['统计指标', '单位', '统计数']],
      cells((l, u, v) => [l.replace(/^(?:其中：)?(?:[一二三四五六七八九]、|（.）|\d\.)/, ''), u, v]),
    ],
    [
      'notes lost',
      [['统计指标', '单位', '统计数']],
      cells((l, u, v) => [l.replace(/（[^）]{4,}）/, ''), u, v]),
    ],
    [
      'heading rows without dashes',
      [['统计指标', '单位', '统计数']],
      cells((l, u, v) => [l, u.replace('——', ''), v.replace('——', '')]),
    ],
    [
      'heading rows of one cell',
      [['统计指标', '单位', '统计数']],
      cells((l, u, v) => (u === '——' ? [l] : [l, u, v])),
    ],
    [
      'a code column',
      [['指标名称', '计量单位', '代码', '数量']],
      cells((l, u, v, n) => [l, u, beside(v, n), v]),
    ],
  ])('%s', (_, header, edit) => {
    const extraction = read(statisticsPage(header, edit));
    expect(wrong(extraction)).toEqual([]);
    expect(
      checks(extraction)
        .filter((check) => !/unknown-column/.test(check))
        .filter((c) => /^extract|^recog/.test(c)),
    ).toEqual([]);
  });
});

test('one label under two parents is the one of its own parent', () => {
  const { figures } = read(statisticsPage());
  const value = (indicator: string) => figures.find((f) => f.indicator === indicator)!.value;
  expect([value('stats.review.other'), value('stats.litigation.other')]).toEqual([
    valueAt('stats.review.other'),
    valueAt('stats.litigation.other'),
  ]);
});

describe('a parent that nobody knows', () => {
  const unknown = (ownLabel: boolean) =>
    read(
      statisticsPage(undefined, (row, place) => {
        if (row.key === 'stats.litigation.total') return [['五、应诉案件', '件', '7']];
        return row.key === 'stats.litigation.upheld' && !ownLabel
          ? [['（一）维持数', '件', '8']]
          : printRow(row, place);
      }),
    );
  test('takes its children with it: they are not the ones of the parent before', () => {
    const extraction = unknown(false);
    expect(silently(extraction)).toEqual([]);
    expect(wrong(extraction)).toEqual([
      'stats.litigation.total missing',
      'stats.litigation.upheld missing',
      'stats.litigation.corrected missing',
      'stats.litigation.other missing',
    ]);
    expect(checks(extraction)).toContain('recognise/unknown-row');
  });
  test('is known again by a row that only it has', () => {
    expect(wrong(unknown(true))).toEqual(['stats.litigation.total missing']);
  });
});

test('rows that a place adds are named and change nothing', () => {
  const edit: RowEdit = (row, place) => [
    ...printRow(row, place),
    ...(row.key === 'stats.proactive.normative_issued' ? [['主动公开行政执法信息', '条', '55']] : []),
    ...(row.key === 'stats.review.corrected' ? [['（四）撤回申请数', '件', '66']] : []),
    ...(row.key === 'stats.replies.denied.total' ? [['其中：市本级', '件', '77']] : []),
  ];
  const extraction = read(statisticsPage(undefined, edit));
  expect(wrong(extraction)).toEqual([]);
  expect(extraction.findings.filter(({ check }) => check === 'recognise/unknown-row')).toHaveLength(3);
});

describe('the value column is proven by its header', () => {
  const own = (...headers: string[]) => [['统计指标', '单位', ...headers]];
  const three: RowEdit = ({ label, unit, key }) => [
    key ? [label, unit, '1', '2', '3'] : [label, '——', '——', '——', '——'],
  ];
  test.each([
    ['three counts of others', own('区政府统计数', '区直单位统计数', '乡镇街道统计数'), three],
    ['no header at all', [], printRow],
    ['历年累计 alone', own('历年累计'), printRow],
    ['上年 alone', own('上年数'), printRow],
    ['half a year', own('上半年统计数'), printRow],
    ['another year', own('2015年统计数'), printRow],
    ['two columns of the same name', own('统计数', '统计数', '本年'), three],
  ] as [string, string[][], RowEdit][])('%s: no figures', (_, header, edit) => {
    const extraction = read(statisticsPage(header, edit));
    expect(extraction.figures.filter(({ value }) => value !== null)).toEqual([]);
    expect(extraction.findings.filter(({ severity }) => severity === 'warning').length).toBeGreaterThan(0);
  });
  test('three counts and their sum: the sum', () => {
    const four: RowEdit = (row, place) =>
      printRow(row, place).map(([label, unit, value]) => [label!, unit!, '1', '2', '3', value!]);
    expect(wrong(read(statisticsPage(own('区政府', '区直单位', '乡镇街道', '合计'), four)))).toEqual([]);
  });
});

describe('units', () => {
  const only = (key: string, unit: string, raw: string): Extraction =>
    read(
      statisticsPage(undefined, (row, place) =>
        row.key === key ? [[row.label, unit, raw]] : printRow(row, place),
      ),
    );
  const figure = (extraction: Extraction, key: string) => {
    const { value, unit, state } = extraction.figures.find(({ indicator }) => indicator === key)!;
    return [value, unit, state];
  };
  const BUDGET = 'stats.capacity.budget';
  const ITEMS = 'stats.proactive.items';
  test.each([
    [BUDGET, '元', '43788', [4.3788, '万元', 'number'], 'extract/unit-converted'],
    [BUDGET, '万元', '4.5', [4.5, '万元', 'number'], null],
    [BUDGET, '', '4.5', [4.5, '万元', 'number'], null],
    [BUDGET, '万元', '45000元', [4.5, '万元', 'annotated'], 'extract/unit-converted'],
    [BUDGET, '件', '4', [null, '万元', 'withheld'], 'extract/uncertain-number'],
    [ITEMS, '（条）', '12', [12, '条', 'number'], null],
    [ITEMS, '件', '12', [12, '条', 'number'], 'extract/unit-differs'],
    [ITEMS, '万条', '1.2', [null, '条', 'withheld'], 'extract/uncertain-number'],
    [ITEMS, '万条', '12', [null, '条', 'withheld'], 'extract/unit-differs'],
    [ITEMS, '条', '', [null, '条', 'blank'], null],
  ])('%s in “%s”: “%s”', (key, unit, raw, expected, check) => {
    const extraction = only(key, unit, raw);
    expect(figure(extraction, key)).toEqual(expected);
    if (check) expect(checks(extraction)).toContain(check);
  });
});

describe('a table over two pages', () => {
  const [header, rows] = [['统计指标', '单位', '统计数'], statisticsRows().flatMap(printRow)];
  test.each([5, 20, 44, 47, 48, 50])('goes on without a header after row %i', (at) => {
    const extraction = read(pageOf([header, ...rows.slice(0, at)], rows.slice(at)));
    expect(wrong(extraction)).toEqual([]);
  });
  test('goes on under its name and header, printed again', () => {
    const head = [['政府信息公开情况统计表'], header];
    expect(wrong(read(pageOf([...head, ...rows.slice(0, 46)], [...head, ...rows.slice(46)])))).toEqual([]);
  });
});

// 合计 is a column of 表三 too, and 部分公开 a row of it.
test.each([
  '数量',
  '合计',
])('a table of 2008–2013 that shares labels, counted under %s, is another table', (head) => {
  const labels = [
    '当面申请数',
    '传真申请数',
    '信函申请数',
    '同意公开答复数',
    '同意部分公开答复数',
    '行政复议数',
    '行政诉讼数',
  ];
  const extraction = read(pageOf([['指标名称', '单位', head], ...labels.map((label) => [label, '条', '3'])]));
  expect(extraction.figures).toEqual([]);
  expect(extraction.template).toBeNull();
});

test('a local table beside last year’s of the form gives no figure by a row that they share', () => {
  const lastYears = [['统计指标', '单位', '上年统计数'], ...statisticsRows().flatMap(printRow)];
  const shared = '主动公开政府信息数';
  const other = ['网站专栏页面访问量', '电子邮件申请数', '行政申诉数', '新增文件电子化数', '查阅点接待数'];
  const local = [['指标名称', '单位', '本年'], ...[shared, ...other].map((label) => [label, '条', '82'])];
  const extraction = read(pageOf(lastYears, local));
  expect(extraction.figures).toEqual([]);
  expect(checks(extraction)).toContain('recognise/unread-table');
  // Nor where nothing stands between the two tables.
  expect(read(pageOf([...lastYears, ...local])).figures).toEqual([]);
});

test('a blank form is no report', () => {
  const page = statisticsPage(undefined, ({ label, unit }) => [[label, unit, '']]).replace(
    /<h1>.*<\/h1>/,
    '',
  );
  expect(checks(read(page))).toContain('recognise/not-a-report');
});
