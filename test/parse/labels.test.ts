import { describe, expect, test } from 'vitest';
import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { foldLabel } from '../../src/parse/labels/fold.js';
import { indexForm } from '../../src/parse/labels/form-index.js';
import { indexLabels } from '../../src/parse/labels/label-index.js';

const applications = indexForm(FORM_TABLE_BY_ID.get('t2021.applications')!);
const proactive2019 = indexForm(FORM_TABLE_BY_ID.get('t2019.proactive')!);
const proactive2021 = indexForm(FORM_TABLE_BY_ID.get('t2021.proactive')!);
const keys = (found: readonly { key: string }[]): string[] => found.map(({ key }) => key);

describe('labels that fold alike', () => {
  test.each([
    [
      '三、本年度办理结果',
      '三、\n本 年 度办理结果',
      '（三） 本年度办理结果',
      '㈢本年度办理结果',
      '3.本年度办理结果',
    ],
    ['危及“三安全一稳定”', '3.危及"三安全一稳定"', '危及「三安全一稳定」', '３．危及‘三安全一稳定’'],
    ['第二十条第（一）项', '第二十条 第(一)项', '第二十条第㈠项'],
    ['本年制发件数', '本年（2023）制发件数', '本年制发件数（件）', '本年制发件数¹'],
    ['民事', '⺠事'],
    [
      '自然人',
      '自然人 Natural Person',
      'Natural Person 自然人',
      '自然人（Natural Person）',
      '自然人①',
      '自然人※',
    ],
    [
      '1.属于国家秘密',
      '1.属于国家秘密\nརྒྱལ་ཁབ་ཀྱི་གསང་བ',
      'دۆلەت مەخپىيىتى 1.属于国家秘密',
      'ᠲᠥᠷᠥ 1.属于国家秘密',
    ],
    ['其他', '其它', '3、其他'],
    ['本年增/减', '本年增减', '本年增／减'],
  ])('%s', (...labels) => {
    expect(new Set(labels.map(foldLabel)).size).toBe(1);
  });
});

test.each([
  ['第二十条第（一）项', '第二十条第（五）项'],
  ['结果维持', '结果纠正'],
  ['上年结转', '本年结转'],
  ['A类', 'B类'],
])('%s and %s stay apart', (a, b) => {
  expect(foldLabel(a)).not.toBe(foldLabel(b));
});

describe('a label is the form’s exactly, or by a declared substring', () => {
  test.each([
    ['2.其他法律行政止公开', 'results.denied.law_prohibited'],
    ['2.其他法律、行政法规禁止公开', 'results.denied.law_prohibited'],
    ['二、上年结转政府信息公开数量', 'applications.carried_in'],
    ['4.无正当理由大量\n反复 申请', 'results.not_processed.excessive_repeated'],
    ['1.申请人无正当理由逾期不补正，行政机关不再处理', 'results.other.correction_overdue'],
  ])('row %s', (text, key) => {
    expect(keys(applications.rows.find(text))).toEqual([key]);
  });

  test.each([
    ['规范性文件', 'normative'],
    ['行政规范性文件（含规范性文件解释，共六类，均按印发日期统计，详见附件所列目录）', 'normative'],
    ['行政规章', 'rules'],
  ])('row %s of table two', (text, key) => {
    expect(keys(proactive2021.rows.find(text))).toEqual([key]);
  });

  test.each([
    ['本年制发数量', 'issued'],
    ['现行有效件', 'in_force'],
    ['本年处理绝对数量', 'decisions'],
    ['本年收费金额（元）', 'amount'],
  ])('column %s', (text, key) => {
    expect(keys(proactive2021.columns.find(text))).toEqual([key]);
  });

  test.each(['采购总金额(万元)', '采购 总金额'])('column %s of 2019', (text) => {
    expect(keys(proactive2019.columns.find(text))).toEqual(['amount']);
  });
});

test.each([
  ...[
    '历年累计制发件数',
    '上年制发件数',
    '制发件数同比增长',
    '累计废止',
    '其中：现行有效',
    '废止率',
    '计划制发',
  ],
  ...['本年制发件数（历年累计）', '本年废止件数（上年）', '现行有效件数（去年同期）'],
])('column %s is another quantity', (text) => {
  expect(proactive2021.columns.find(text)).toEqual([]);
});

test.each([
  '其中：属于国家秘密',
  '上年信访举报投诉类申请',
  '本年新收（同比）',
  '（一）予以公开（上年）',
])('row %s is another quantity', (text) => {
  expect(applications.rows.find(text)).toEqual([]);
});

test('上年结转 and 上一年项目数量 are the form’s own words', () => {
  expect(keys(applications.rows.find('二、上年结转政府信息公开申请数量'))).toEqual([
    'applications.carried_in',
  ]);
  expect(keys(proactive2019.columns.find('上一年项目数量'))).toEqual(['items_prev_year']);
});

test('prose that mentions a label is none', () => {
  const prose = `我镇严格落实行政规范性文件管理制度，${'坚持应公开尽公开，'.repeat(20)}`;
  expect(proactive2021.rows.find(prose)).toEqual([]);
});

describe('a label with one character wrong', () => {
  test.each([
    ['（四）无法供', '（四）无法提供'],
    ['三、本年度办理果', '三、本年度办理结果'],
  ])('group %s', (text, official) => {
    expect(applications.rowGroups.find(text)).toMatchObject([{ exact: false, misspelt: official }]);
  });

  test.each([
    ['7.属于行政执法案件', 'results.denied.enforcement_file'],
    ['（一）予以公公开', 'results.granted'],
  ])('row %s', (text, key) => {
    expect(applications.rows.find(text)).toMatchObject([{ key, exact: false }]);
  });

  test.each(['（一）予公', '商企', '上半年予以公开', '（一）准予公开了'])('%s is none', (text) => {
    expect(applications.rows.find(text)).toEqual([]);
  });

  test('two labels as near as each other: neither', () => {
    const index = indexLabels([
      ['a', { text: '甲类事项' }],
      ['b', { text: '乙类事项' }],
    ]);
    expect(index.find('丙类事项')).toEqual([]);
  });
});

test('a text that holds two labels’ substrings is both, so that no one takes it for one', () => {
  const index = indexLabels([
    ['a', { text: '甲类事项', distinctive: ['甲类'] }],
    ['b', { text: '乙类事项', distinctive: ['乙类'] }],
  ]);
  expect(index.find('甲类和乙类')).toEqual([
    { key: 'a', exact: false },
    { key: 'b', exact: false },
  ]);
  expect(index.find('甲类事项')).toMatchObject([{ key: 'a', exact: true }]);
});

test('其他 and 总计 occur at several places of table four, one in each group', () => {
  const court = indexForm(FORM_TABLE_BY_ID.get('review_litigation')!);
  expect(keys(court.columns.find('总计'))).toHaveLength(3);
});
