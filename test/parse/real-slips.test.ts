/** Slips of real tables, each read, withheld or said; none silently wrong. */
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';

const TITLE = '<h1>青杉镇人民政府2021年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p>';

/** Rows as lines, cells between `|`; `^2` spans rows, `<3` columns. */
function table(...lines: string[]): string {
  const cell = (text: string): string => {
    const [, words = '', rows, columns] = /^(.*?)(?:\^(\d))?(?:<(\d))?$/s.exec(text.trim())!;
    return `<td${rows ? ` rowspan="${rows}"` : ''}${columns ? ` colspan="${columns}"` : ''}>${words}</td>`;
  };
  return `<table>${lines.map((line) => `<tr>${line.split('|').map(cell).join('')}</tr>`).join('')}</table>`;
}

function read(...lines: string[]) {
  const { figures, findings } = parse(
    Buffer.from(`<!DOCTYPE html><meta charset="utf-8">${TITLE}${table(...lines)}`),
  );
  return {
    figures: figures.map(({ indicator, value, state, unit }) =>
      [
        indicator.replace('proactive.', ''),
        state === 'number' ? value : `${state} ${value ?? ''}`.trim(),
        unit === '万元' || unit === '元' ? unit : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
    checks: findings.map(({ check }) => check),
  };
}

describe('table two of 2021', () => {
  test.each([
    ['p106', '本年制发数量 | 本年废止数量 | 现行有效数量'],
    ['海滨街 p151', '本年发件 | 本年废止件 | 现行有效件'],
    ['香洲税务 p148', '本年度制发数 | 本年废止数 | 现行有效'],
  ])('header of %s', (_, header) => {
    expect(read(`信息内容 | ${header}`, '规章 | 0 | 0 | 0', '规范性文件 | 4 | 2 | 32').figures).toEqual([
      'rules.issued 0',
      'rules.repealed 0',
      'rules.in_force 0',
      'normative.issued 4',
      'normative.repealed 2',
      'normative.in_force 32',
    ]);
  });

  test('徐望镇 p71: 第（一）项 and the label 规章 lost, the row with numbers is read by no guess', () => {
    const { figures, checks } = read(
      '第二十条第<4',
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      ' | 1 | 2 | 3',
      '行政规范性文件 | 4 | 5 | 6',
    );
    expect(figures).toEqual(['normative.issued 4', 'normative.repealed 5', 'normative.in_force 6']);
    expect(checks).toContain('extract/missing-cell');
  });

  test('安化 p106, 武汉 p67: a further row and an explanation in the label', () => {
    const { figures } = read(
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      '规章（指省、设区的市人民政府制定并公布的规章） | - | - | -',
      '行政规范性文件 | 4 | 5 | 6',
      '其他主动公开文件 | 99 | 0 | 99',
    );
    expect(figures).toEqual([
      'rules.issued placeholder',
      'rules.repealed placeholder',
      'rules.in_force placeholder',
      'normative.issued 4',
      'normative.repealed 5',
      'normative.in_force 6',
    ]);
  });

  test('上海 2025: notes in value cells', () => {
    const { figures } = read(
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      '规章 | 22（其中修订 16 件） | 55（含自然失效 29 件） | 3',
    );
    expect(figures).toEqual(['rules.issued annotated 22', 'rules.repealed annotated 55', 'rules.in_force 3']);
  });

  test('收费 43.788万元 and 251000元 under 万元', () => {
    const fees = (cell: string) =>
      read('信息内容 | 本年收费金额（单位：万元）', `行政事业性收费 | ${cell}`).figures;
    expect(fees('43.788万元')).toEqual(['fees.amount annotated 43.788 万元']);
    expect(fees('251000元')).toEqual(['fees.amount annotated 25.1 万元']);
    expect(fees('96171.6')).toEqual(['fees.amount 96171.6 万元']);
  });

  test('the same in traditional characters, whose units count as much', () => {
    expect(read('信息內容 | 本年收費金額（單位：元）', '行政事業性收費 | 251000').figures).toEqual([
      'fees.amount 25.1 万元',
    ]);
    expect(read('信息內容 | 本年收費金額（單位：萬元）', '行政事業性收費 | 3.5萬元').figures).toEqual([
      'fees.amount annotated 3.5 万元',
    ]);
    expect(read('信息內容 | 本年製發件數（歷年累計）', '規章 | 9').figures).toEqual([]);
  });
});

describe('table two of 2019', () => {
  test('headers cut to 本年新 | 本年新 (p1, p8, p84) prove nothing; the rest is read', () => {
    expect(read('信息内容 | 本年新 | 本年新 | 对外公开总数量', '规章 | 1 | 2 | 3').figures).toEqual([
      'rules.disclosed_total 3',
    ]);
  });

  test('p91: columns in another order, over two header rows', () => {
    expect(
      read(
        '信息内容^2 | 本年新制作数量^2 | 对外公开总数量^2 | ',
        '本年新公开数量',
        '规章 | 1 | 3 | 2',
      ).figures.toSorted(),
    ).toEqual(['rules.disclosed_total 3', 'rules.newly_disclosed 2', 'rules.newly_made 1']);
  });

  test('a word over the columns that nobody knows leaves them unread, and that is said', () => {
    const { figures, checks } = read(
      '信息内容^2 | 上半年<3',
      '本年新制作数量 | 对外公开总数量 | 本年新公开数量',
      '规章 | 1 | 3 | 2',
    );
    expect(figures).toEqual([]);
    expect(checks).not.toEqual([]);
  });

  test('p135, p131: 处理绝对数量, 减3', () => {
    expect(
      read('信息内容 | 上一年项目数量 | 本年增/减 | 本年处理绝对数量', '行政许可 | 8 | 减3 | 14').figures,
    ).toEqual([
      'licensing.items_prev_year 8',
      'licensing.items_change annotated -3',
      'licensing.decisions 14',
    ]);
  });

  test('p11, 上海 2019, p131: money as header or cell say', () => {
    const purchase = (header: string, cell: string) =>
      read(`信息内容 | 采购项目数量 | ${header}`, `政府集中采购 | 2 | ${cell}`).figures[1];
    expect(purchase('采购总金额(万元)', '7730.28')).toBe('procurement.amount 7730.28 万元');
    expect(purchase('采购总金额', '251000元')).toBe('procurement.amount annotated 251000 元');
    expect(purchase('采购总金额', '1035000')).toBe('procurement.amount 1035000');
  });

  test('通州 p8: a row split into 行政检查 and 行政确认 is not the form’s row, and is said', () => {
    const { figures, checks } = read(
      '信息内容<2 | 上一年项目数量 | 本年增/减 | 处理决定数量',
      '行政许可<2 | 1 | 0 | 5',
      '其他对外管理服务事项^2 | 行政检查 | 2 | 0 | 6',
      '行政确认 | 3 | 0 | 7',
      '行政处罚<2 | 4 | 0 | 8',
    );
    const sure = figures.filter((figure) => !/withheld/.test(figure) && figure.startsWith('other_services'));
    expect(sure).toEqual([]);
    expect(figures).toContain('licensing.decisions 5');
    expect(figures).toContain('penalty.decisions 8');
    expect(checks.length).toBeGreaterThan(0);
  });
});

describe('a table that isn’t one', () => {
  const report = (body: string): string[] =>
    parse(
      Buffer.from(
        `<!DOCTYPE html><meta charset="utf-8">${TITLE}${body}<p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p>`,
      ),
    )
      .findings.filter(({ check }) => check === 'extract/table-missing')
      .map(({ message }) => message.slice(0, 4));

  test('规章555, 141414: run together (p144), nothing is read and it is said', () => {
    expect(
      report('<p>信息内容本年制发件数本年废止件数现行有效件数</p><p>规章555</p><p>行政规范性文件141414</p>'),
    ).toEqual(['“二、主', '“三、收', '“四、政']);
  });

  test('of 2018 and before nothing is missing', () => {
    const old = `<!DOCTYPE html><meta charset="utf-8"><h1>青杉镇2013年政府信息公开工作年度报告</h1><p>一、概述</p><p>x</p><p>二、主动公开情况</p><p>三、依申请公开情况</p>`;
    expect(parse(Buffer.from(old)).findings).toEqual([]);
  });
});
