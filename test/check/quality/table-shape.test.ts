import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readOnce } from '../../../src/jobs/read-document.js';

const REST = [
  ...['信息内容|本年处理决定数量', '行政许可|4', '信息内容|本年处理决定数量', '行政处罚|5', '行政强制|6'],
  ...['信息内容|本年收费金额（单位：万元）', '行政事业性收费|7'],
];
const TITLE = '青杉镇人民政府2023年政府信息公开工作年度报告';
const before = [
  '一、总体情况',
  '2023年，我镇主动公开政府信息162条，工作平稳有序。',
  '二、主动公开政府信息情况',
];
const after = ['三、收到和处理政府信息公开申请情况', '全年收到申请0件。', '六、其他需要报告的事项', '无。'];

function page(rows: readonly string[]): string {
  const cells = (row: string): string =>
    row
      .split('|')
      .map((cell) => `<td>${cell}</td>`)
      .join('');
  const table = `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
  const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
  return `<meta charset="utf-8"><h1>${TITLE}</h1>${paragraphs(before)}${table}${paragraphs(after)}`;
}

const text = (rows: readonly string[]): string =>
  [TITLE, ...before, ...rows.map((row) => row.replaceAll('|', '\t')), '', ...after].join('\n');

/** What table-shape says of table 二 with these rows for its first block. */
function judged(print: typeof page, rows: readonly string[]): string {
  const { outcomes, findings } = readOnce(Buffer.from(print([...rows, ...REST])), null);
  const severities = findings.filter(({ check }) => check === 'table-shape').map(({ severity }) => severity);
  return [outcomes['table-shape'], ...new Set(severities)].join(' ');
}

const HEADER = '信息内容|本年制发件数|本年废止件数|现行有效件数';
const ROWS = ['规章|1|2|3', '行政规范性文件|1|2|3'];
const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ['the form’s table', [HEADER, ...ROWS], 'pass'],
  [
    'a column left out',
    ['信息内容|本年制发件数|现行有效件数', '规章|1|3', '行政规范性文件|1|3'],
    'fail error',
  ],
  ['a row left out', [HEADER, ROWS[1]!], 'fail error'],
  ['a column more', [`${HEADER}|经办科室件数`, '规章|1|2|3|4', '行政规范性文件|1|2|3|4'], 'fail warning'],
  ['a label without its end', ['信息内容|本年制发件数|本年废止件数|现行', ...ROWS], 'uncertain info'],
  ['a label that was lost', ['信息内容|本年制发件数||现行有效件数', ...ROWS], 'uncertain info'],
  [
    'a label that was lost over blanks',
    ['信息内容|本年制发件数||现行有效件数', '规章|1||3', '行政规范性文件|1||3'],
    'uncertain info',
  ],
  ['a label of signs', ['信息内容|本年制发件数|??|现行有效件数', ...ROWS], 'uncertain info'],
  ['a label printed twice', ['信息内容|本年制发件数|本年制发件数|现行有效件数', ...ROWS], 'uncertain info'],
  ['no header', ROWS, 'uncertain info'],
  ['a row’s label cut short', [HEADER, '规|1|2|3', ROWS[1]!], 'uncertain info'],
  ['a row’s label lost, and no numbers', [HEADER, '|||', ROWS[1]!], 'uncertain info'],
];

describe.each([
  ['page', page],
  ['text', text],
])('what can’t be read is not called missing: %s', (_, print) => {
  test.each(CASES)('%s', (_name, rows, said) => {
    expect(judged(print, rows)).toBe(said);
  });
});

test('numbers of the form’s rows in a piece without a header are named', () => {
  const { findings } = readOnce(Buffer.from(text([...ROWS, '', ...REST])), null);
  const lines = findings.filter(({ check }) => check === 'extract/row-not-placed');
  expect(lines).toHaveLength(2);
});
