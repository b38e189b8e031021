/** Row and column labels: aliases, slips, blanks, line breaks, long notes. */
import type { DraftTable } from './draft.js';
import { labelsOf, relabel, tablesOf } from './edit-draft.js';
import { MARKUP, type Variation, vary } from './variation.js';

type Swap = readonly [subject: DraftTable['subject'], find: RegExp | string, replacement: string];

const swap = (
  name: string,
  zh: string,
  swaps: readonly Swap[],
  extras: Parameters<typeof vary>[3] = {},
): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      for (const [subject, find, replacement] of swaps) relabel(draft, subject, find, replacement);
    },
    extras,
  );

const T3 = 'applications';
const T4 = 'review_litigation';

/** One label of each table, long enough that a character's slip leaves it told from the others. */
const wrong = (name: string, zh: string, slip: (label: string, at: number) => string): Variation =>
  vary(
    name,
    zh,
    (draft, rng) => {
      for (const table of tablesOf(draft)) {
        const labels = labelsOf(table).filter(({ text }) => /^[^（(]{5,40}$/.test(text));
        const cell = labels.length > 0 ? rng.pick(labels) : null;
        if (cell) cell.text = slip(cell.text, rng.between(3, cell.text.length - 1));
      }
    },
    { formats: MARKUP, slot: 'slip' },
  );

export const LABELS: readonly Variation[] = [
  swap(
    'carried-in-cut-short',
    '“上年结转政府信息公开数量”',
    [[T3, '政府信息公开申请数量', '政府信息公开数量']],
    {
      slot: 'carried-label',
    },
  ),
  swap('law-prohibited-misprinted', '“2.其他法律行政止公开”', [
    [T3, '2.其他法律行政法规禁止公开', '2.其他法律行政止公开'],
  ]),
  swap('blanks-in-labels', '标签里夹空格', [
    [T3, '只计这一情形', '只计这一情 形'],
    [T3, '大量反复申请', '大量反复 申请'],
    [T3, '自然人', '自然 人'],
    [T3, '总计', '总 计'],
    [T3, '其他处理', '其他 处理'],
  ]),
  vary(
    'labels-in-two-languages',
    '标签用两种文字',
    (draft, rng) => {
      const other = rng.pick([
        ' སྲིད་གཞུང་ཆ་འཕྲིན',
        ' ھۆكۈمەت ئۇچۇرى',
        ' ᠵᠠᠰᠠᠭ ᠤᠨ ᠮᠡᠳᠡᠭᠡ',
        ' (Government information)',
      ]);
      for (const table of tablesOf(draft)) for (const cell of labelsOf(table)) cell.text += other;
    },
    { formats: MARKUP, slot: 'slip' },
  ),
  swap('other-spelt-otherwise', '“其他”写作“其它”', [
    [T3, /其他/g, '其它'],
    [T4, /其他/g, '其它'],
  ]),
  swap('totals-spelt-otherwise', '“总计”写作“合计”', [
    [T3, /总计/g, '合计'],
    [T4, /总计/g, '合计'],
  ]),
  swap('legal-persons-spelt-otherwise', '“法人及其他组织”', [[T3, '法人或其他组织', '法人及其他组织']]),
  swap('comma-numbers', '行标签用 1、2、3、', [[T3, /^(\d)\./, '$1、']], { slot: 'row-numbers' }),
  vary(
    'full-width-numbers',
    '行标签用全角数字 １．２．',
    (draft) => {
      for (const table of tablesOf(draft, T3))
        for (const cell of labelsOf(table))
          cell.text = cell.text.replace(
            /^(\d)\./,
            (_, digit: string) => `${'０１２３４５６７８９'[Number(digit)]}．`,
          );
    },
    { slot: 'row-numbers' },
  ),
  swap('row-numbers-lost', '行标签没有序号', [[T3, /^(?:\d\.|[一二三四]、|（[一二三四五六七]）)/, '']], {
    slot: 'row-numbers',
  }),
  swap('half-width-groups', '组标签用半角括号', [[T3, /^（([一二三四五六七])）/, '($1)']], {
    slot: 'row-numbers',
  }),
  swap('straight-quotes', '“三安全一稳定”用直引号', [[T3, /[“”]/g, '"']], { slot: 'quotes' }),
  swap(
    'corner-quotes',
    '“三安全一稳定”用直角引号',
    [
      [T3, '“', '「'],
      [T3, '”', '」'],
    ],
    { slot: 'quotes' },
  ),
  swap('quotes-lost', '三安全一稳定没有引号', [[T3, /[“”]/g, '']], { slot: 'quotes' }),
  swap('commas-for-enumeration', '顿号写作逗号', [[T3, '、行政机关', '，行政机关']], { table3: 't2021' }),
  vary(
    'label-one-character-a-line',
    '“本年度办理结果”一字一行',
    (draft) => {
      for (const table of tablesOf(draft, T3))
        for (const cell of labelsOf(table))
          if (/办理结果|不予公开|无法提供|不予处理/.test(cell.text)) cell.text = [...cell.text].join('\n');
    },
    { formats: MARKUP },
  ),
  wrong('one-character-left-out', '标签漏一个字', (label, at) => label.slice(0, at) + label.slice(at + 1)),
  wrong('one-character-too-many', '标签多一个字', (label, at) => `${label.slice(0, at)}的${label.slice(at)}`),
  wrong(
    'one-character-other',
    '标签错一个字',
    (label, at) => `${label.slice(0, at)}某${label.slice(at + 1)}`,
  ),
  vary('label-broken-over-lines', '长标签中间换行', (draft) => {
    for (const table of tablesOf(draft))
      for (const cell of labelsOf(table))
        if (cell.text.length > 9 && !cell.text.includes('\n'))
          cell.text = `${cell.text.slice(0, 8)}\n${cell.text.slice(8)}`;
  }),
  swap('court-outcomes-short', '“维持”“纠正”“未审结”', [
    [T4, /结果维持/g, '维持'],
    [T4, /结果纠正/g, '纠正'],
    [T4, /尚未审结/g, '未审结'],
  ]),
  swap('court-labels-broken', '表四表头一字一行', [
    [T4, /^结果(..)$/, '结果\n$1'],
    [T4, /^其他结果$/, '其他\n结果'],
    [T4, /^尚未审结$/, '尚未\n审结'],
  ]),
];
