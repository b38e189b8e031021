import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.js';
import { parse } from '../../src/parse/parse.js';
import type { LayoutCell, LayoutTable } from '../../tools/generate/layout.js';
import { keyOf } from './compare-figures.js';
import { judgeLayout } from './judge-layout.js';
import { cell, layoutOf, truthOf } from './layouts.js';

/** `规章 | 1 | 0`, a row a line; `x<2` covers two columns, `x^2` two rows. */
function table(...rows: string[]): string {
  const cells = (row: string): string =>
    row
      .split('|')
      .map((text) => {
        const { words, columns, deep } = /^\s*(?<words>.*?)(?:<(?<columns>\d+))?(?:\^(?<deep>\d+))?\s*$/.exec(
          text,
        )!.groups!;
        return `<td colspan="${columns ?? 1}" rowspan="${deep ?? 1}">${words}</td>`;
      })
      .join('');
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

const read = (...tables: string[]): Extraction =>
  parse(Buffer.from(`<meta charset="utf-8"><body>${tables.join('<p>文字</p>')}`));

/** `rules.issued 1`; a state stands where there is no value. */
const figures = (extraction: Extraction): string[] =>
  extraction.figures.map((f) => `${keyOf(f).replace(/^proactive\.|@$/g, '')} ${f.value ?? f.state}`).sort();
const checks = (extraction: Extraction): string[] => [
  ...new Set(extraction.findings.map(({ check }) => check)),
];

const HEADER = '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数';
const RULES = '规章 | 1 | 2 | 3';
const RULES_READ = ['rules.in_force 3', 'rules.issued 1', 'rules.repealed 2'];

test('a row is what its label and the labels over its cells say', () => {
  expect(figures(read(table(HEADER, RULES)))).toEqual(RULES_READ);
});

test('cells that the form has and the table doesn’t are named one by one', () => {
  const missing = read(table(HEADER, RULES)).findings.filter(({ check }) => check === 'extract/missing-cell');
  expect(missing).toHaveLength(7);
  expect(missing[0]).toMatchObject({
    indicator: 'proactive.normative.issued',
    applicant: null,
    severity: 'warning',
  });
});

describe('a header in a table of its own', () => {
  const COURT = ['维持', '纠正', '其他结果', '尚未审结', '总计']
    .map((word) => word.replace(/^(?=[维纠])/, '结果'))
    .join(' | ');
  const courtHeader = [
    '行政复议<5 | 行政诉讼<10',
    `${COURT.replaceAll(' |', '^2 |')}^2 | 未经复议直接起诉<5 | 复议后起诉<5`,
    `${COURT} | ${COURT}`,
  ];
  const values = Array.from({ length: 15 }, (_, place) => place * 2 + 1).join(' | ');

  test('is that of the table right after it', () => {
    const extraction = read(table(...courtHeader), table(values));
    expect(figures(extraction)).toContain('litigation.after_review.total 29');
    expect(extraction.figures).toHaveLength(15);
    expect(checks(extraction)).toContain('extract/continued-table');
    expect(checks(extraction)).not.toContain('recognise/unread-table');
  });

  test('and of no other', () => {
    const extraction = read(table(...courtHeader), table('序号 | 单位', '1 | 街道'), table(values));
    expect(extraction.figures).toEqual([]);
    expect(checks(extraction)).toContain('recognise/unread-table');
  });

  test('says nothing of a table with more cells or fewer', () => {
    expect(read(table(...courtHeader), table(`${values} | 31`)).figures).toEqual([]);
    expect(read(table(...courtHeader), table(values.replace('| 7 ', ''))).figures).toEqual([]);
  });
});

test('a blank row beside numbers without a label is not read: they may be its own', () => {
  const label = '行政规范性文件 | | | ';
  expect(figures(read(table(HEADER, RULES, label, ' | 4 | 5 | 6')))).toEqual(RULES_READ);
  expect(figures(read(table(HEADER, RULES, label, '性文件 | 4 | 5 | 6')))).toEqual(RULES_READ);
  expect(figures(read(table(HEADER, RULES, ' | 4 | 5 | 6', label)))).toEqual(RULES_READ);
  const blank = ['normative.in_force blank', 'normative.issued blank', 'normative.repealed blank'];
  for (const other of ['党内文件 | 4 | 5 | 6', ' | | | ', ' | 5 | | ', '第二十条第（五）项 | | | ']) {
    expect(figures(read(table(HEADER, RULES, label, other)))).toEqual([...blank, ...RULES_READ]);
  }
});

test('a label torn over two rows is one, where one of them has the values', () => {
  const rows = ['行政规范 | 4 | 5 | 6', '性文件 | | | '];
  const found = ['normative.in_force 6', 'normative.issued 4', 'normative.repealed 5', ...RULES_READ];
  expect(figures(read(table(HEADER, RULES, ...rows)))).toEqual(found);
  const both = ['行政规范 | 4 | 5 | 6', '性文件 | 7 | 8 | 9'];
  expect(figures(read(table(HEADER, RULES, ...both)))).toEqual(RULES_READ);
});

test('a row that names another year than the report’s is not read as its figures', () => {
  const outcomes = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  const head = [
    '年度^3 | 行政复议<5 | 行政诉讼<10',
    '结果维持^2 | 结果纠正^2 | 其他结果^2 | 尚未审结^2 | 总计^2 | 未经复议直接起诉<5 | 复议后起诉<5',
    `${outcomes} | ${outcomes}`,
  ];
  const row = (year: number) => `${year} | ${Array.from({ length: 15 }, (_, n) => n).join(' | ')}`;
  const title = '<h1>某镇人民政府2023年政府信息公开工作年度报告</h1>';
  const values = (year: number) => read(title + table(...head, row(year))).figures.map(({ value }) => value);
  expect(values(2023)).toEqual(Array.from({ length: 15 }, (_, n) => n));
  expect(values(2022)).toEqual(Array.from({ length: 15 }, () => null));
});

test('a total of all years that looks like a year is none; under 年度 it is, wherever it stands', () => {
  const title = '<h1>某镇人民政府2023年政府信息公开工作年度报告</h1>';
  const states = (head: string, cell: string) =>
    figures(read(title + table(`${HEADER} | ${head}`, `${RULES} | ${cell}`)));
  expect(states('历年累计', '2019')).toEqual(RULES_READ);
  const withheld = RULES_READ.map((line) => line.replace(/\d$/, 'withheld'));
  expect(states('年度', '2019')).toEqual(withheld);
  expect(states('备注', '2019年')).toEqual(withheld);
});

test('a picture in the place of a label tells no more than a blank, one in the place of a number is no number', () => {
  const picture = '<img src=a.png>';
  expect(figures(read(table(`${picture} | ${HEADER}`, `${picture} | ${RULES}`)))).toEqual(RULES_READ);
  const shown = ['rules.in_force withheld', 'rules.issued 1', 'rules.repealed 2'];
  expect(figures(read(table(HEADER, `规章 | 1 | 2 | ${picture}`)))).toEqual(shown);
});

describe('table four', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const values = (head: string, cells: string) => read(table(head, cells)).figures.map(({ raw }) => raw);
  const labels = (names: readonly string[]) =>
    groups.flatMap((group) => names.map((name) => group + name)).join(' | ');

  test('a row without numbers is its row beside a column more, too', () => {
    const cells = Array.from({ length: 15 }, () => '不适用');
    expect(values(`${labels(outcomes)} | 全部案件`, `${cells.join(' | ')} | 不适用`)).toEqual(cells);
  });

  test('the outcomes in fewer words, behind their group in one label', () => {
    const numbers = Array.from({ length: 15 }, (_, n) => `${n}`);
    const head = labels(['维持', '纠正', '其他结果', '未审结', '合计']);
    expect(values(head, numbers.join(' | '))).toEqual(numbers);
  });
});

describe('a label with one character wrong', () => {
  test('is read, and said', () => {
    const extraction = read(table(HEADER.replace('废止', '废正'), '规幸 | 9 | 9 | 9', RULES));
    expect(figures(extraction)).toEqual(RULES_READ);
    expect(extraction.findings).toContainEqual(
      expect.objectContaining({ check: 'recognise/misspelt-label', table: 0, column: 2 }),
    );
  });

  test('is none beside the right one', () => {
    const header = `${HEADER} | 现行有数件数`;
    expect(figures(read(table(header, `${RULES} | 9`)))).toEqual(RULES_READ);
    const rows = ['信息内容 | 本年处理决定数量', '行政处罚 | 5', '行政处理 | 9'];
    expect(figures(read(table(HEADER, RULES, ...rows)))).toEqual(
      [...RULES_READ, 'penalty.decisions 5'].sort(),
    );
  });
});

describe('headers', () => {
  test.each([
    ['columns in another order', '信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数', '规章 | 3 | 1 | 2'],
    ['years in the labels', '信息内容 | 本年（2023）制发件数 | 本年(2023年)废止件数 | 现行有效件数', RULES],
    ['labels that begin with the year', '信息内容 | 2023年制发件数 | 2023年废止件数 | 现行有效件数', RULES],
    [
      'a foreign column between',
      '信息内容 | 单位 | 本年制发件数 | 历年累计 | 本年废止件数 | 现行有效件数',
      '规章 | 件 | 1 | 99 | 2 | 3',
    ],
    ['no cell over the labels', '本年制发件数 | 本年废止件数 | 现行有效件数', RULES],
    [
      'data merged otherwise than the header',
      '信息内容 | 本年制发件数 | 本年废止件数<2 | 现行有效件数',
      '规章 | 1<2 | 2 | 3',
    ],
  ])('%s', (_, header, row) => {
    expect(figures(read(table(header, row)))).toEqual(RULES_READ);
  });

  test('a row of column numbers under the header is no row of figures', () => {
    const header = '行政复议<5 | 行政诉讼<10';
    const second =
      '结果维持^2 | 结果纠正^2 | 其他结果^2 | 尚未审结^2 | 总计^2 | 未经复议直接起诉<5 | 复议后起诉<5';
    const third =
      '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    const numbers = Array.from({ length: 15 }, (_, n) => n + 1).join(' | ');
    const values = Array.from({ length: 15 }, () => 0).join(' | ');
    const extraction = read(table(header, second, third, numbers, values));
    expect(extraction.figures.map(({ value }) => value)).toEqual(Array(15).fill(0));
  });

  test.each([
    ['cut to the same words', '信息内容 | 本年新 | 本年新 | 对外公开总数量', ['rules.disclosed_total 3']],
    [
      'two columns of one name',
      '信息内容 | 本年制发件数 | 本年制发件数 | 现行有效件数',
      ['rules.in_force 3'],
    ],
    [
      'another year’s quantity in a note',
      '信息内容 | 本年制发件数（历年累计） | 本年废止件数 | 现行有效件数',
      ['rules.in_force 3', 'rules.repealed 2'],
    ],
    ['years under the columns', '信息内容^2 | 本年制发件数<3 @ 本年 | 上年 | 历年', []],
  ])('%s: what isn’t proven isn’t read, and the column is named', (_, header, expected) => {
    const extraction = read(table(...header.split('@'), RULES));
    expect(figures(extraction)).toEqual(expected);
    if (expected.length > 0) expect(checks(extraction)).toContain('recognise/unknown-column');
  });

  test('an unreadable header ends the one before', () => {
    const extraction = read(table(HEADER, RULES, '信息内容 | 甲 | 乙 | 丙', '行政规范性文件 | 7 | 8 | 9'));
    expect(figures(extraction)).toEqual(RULES_READ);
  });
});

describe('rows', () => {
  const broken = [
    ['a cell too few', '规章 | 1 | 2'],
    ['a cell too many', '规章 | 1 | 2 | 3 | 4'],
    ['a label for the group and none for the row', '| 1 | 2 | 3'],
    ['another year', '上年规章 | 1 | 2 | 3'],
    ['a label that only resembles the row’s', '规章制度汇编 | 1 | 2 | 3'],
    ['two labels', '规章 | 行政规范性文件 | 2 | 3'],
  ] as const;

  test.each(broken)('%s: not read, and the row is named', (_, row) => {
    const extraction = read(table(HEADER, '行政规范性文件 | 4 | 5 | 6', row));
    expect(figures(extraction)).toEqual([
      'normative.in_force 6',
      'normative.issued 4',
      'normative.repealed 5',
    ]);
    expect(extraction.findings).toContainEqual(
      expect.objectContaining({ table: 0, row: 2, severity: 'warning' }),
    );
  });

  test('the row whose label is the form’s word for word outdoes one that holds a part of it', () => {
    const extraction = read(table(HEADER, '党内规范性文件 | 7 | 8 | 9', '行政规范性文件 | 4 | 5 | 6'));
    expect(figures(extraction)).toEqual([
      'normative.in_force 6',
      'normative.issued 4',
      'normative.repealed 5',
    ]);
    expect(checks(extraction)).toContain('recognise/unknown-row');
  });

  test('a number where the form has no cell is named', () => {
    const extraction = read(table(HEADER, RULES, '行政许可 | 7 | 8 | 9'));
    expect(figures(extraction)).toEqual(RULES_READ);
    expect(extraction.findings.filter(({ check }) => check === 'extract/stray-cell')).toHaveLength(3);
  });

  test('a value over two rows belongs to neither for certain', () => {
    const extraction = read(table(HEADER, '规章 | 1^2 | 2 | 3', '行政规范性文件 | 5 | 6'));
    expect(figures(extraction)).toEqual([
      'normative.in_force 6',
      'normative.issued withheld',
      'normative.repealed 5',
      'rules.in_force 3',
      'rules.issued withheld',
      'rules.repealed 2',
    ]);
  });
});

describe('the same table again', () => {
  test('alike: once', () => {
    expect(figures(read(table(HEADER, RULES), table(HEADER, RULES)))).toEqual(RULES_READ);
  });

  test('not alike: withheld, with both texts in the finding', () => {
    const extraction = read(table(HEADER, RULES), table(HEADER, '规章 | 1 | 2 | 9'));
    expect(figures(extraction)).toEqual(['rules.in_force withheld', 'rules.issued 1', 'rules.repealed 2']);
    expect(extraction.findings).toContainEqual(
      expect.objectContaining({ check: 'extract/conflict', indicator: 'proactive.rules.in_force' }),
    );
  });

  test('blank here and a number there is no agreement', () => {
    expect(figures(read(table(HEADER, RULES), table(HEADER, '规章 | 1 | 2 | ')))).toContain(
      'rules.in_force withheld',
    );
  });
});

test('a look-alike that counts penalties by department is no figure of the form', () => {
  const extraction = read(
    table('部门 | 行政许可 | 行政处罚 | 行政强制', '县公安局 | 5 | 6 | 7'),
    table('单位 | 行政处罚处理决定数量', '县公安局 | 12'),
  );
  expect(extraction.figures).toEqual([]);
});

test('money: the header’s unit, or the cell’s own', () => {
  const header = '信息内容 | 采购项目数量 | 采购总金额(万元)';
  const amount = (row: string) =>
    read(table(header, row)).figures.find(({ indicator }) => indicator.endsWith('amount'))!;
  expect(amount('政府集中采购 | 1 | 25.1')).toMatchObject({ value: 25.1, unit: '万元', state: 'number' });
  expect(amount('政府集中采购 | 1 | 251000元')).toMatchObject({
    value: 251000,
    unit: '元',
    state: 'annotated',
  });
});

describe('a whole report', () => {
  const FORMS = [
    ['t2019', 't2019'],
    ['t2021', 't2021'],
    ['t2021', 't2019'],
  ] as const;

  test.each(FORMS)('%s and %s: data merged otherwise than the header', (table2, table3) => {
    for (const format of ['html', 'docx', 'text'] as const) {
      const { exact, wrong, flagged } = judgeLayout(layoutOf(truthOf(3, table2, table3), 'shifted'), format);
      expect([wrong, flagged]).toEqual([[], []]);
      expect(exact).toBe(truthOf(3, table2, table3).figures.size);
    }
  });

  test.each(FORMS)('%s and %s: all in one table', (table2, table3) => {
    const layout = layoutOf(truthOf(4, table2, table3));
    const rows = layout.blocks.flatMap((block): (readonly LayoutCell[])[] => {
      if (block.kind === 'table') return [...block.rows];
      return [[cell(block.kind === 'heading' ? block.number + block.words : block.text, 15)]];
    });
    const whole: LayoutTable = { kind: 'table', subject: 'proactive', columns: 15, rows };
    const { wrong, silent, flagged } = judgeLayout({ title: layout.title, blocks: [whole] }, 'html');
    expect({ wrong, silent, flagged }).toEqual({ wrong: [], silent: [], flagged: [] });
  });

  test('table three of 2019 beside table two of 2021: each by its own words', () => {
    const layout = layoutOf(truthOf(5, 't2021', 't2019'));
    expect(judgeLayout(layout, 'html').wrong).toEqual([]);
  });
});
