/** How places word the labels of the statistics table of 2014–2018. */
import type { Random } from '../random.js';
import type { Draft, DraftTable } from './draft.js';
import { labelsOf, tablesOf } from './edit-draft.js';
import { type Extras, type Variation, vary } from './variation.js';

export const changeStatistics = (
  name: string,
  zh: string,
  apply: (table: DraftTable, draft: Draft, rng: Random) => void,
  extras: Extras = {},
): Variation =>
  vary(
    `statistics-${name}`,
    zh,
    (draft, rng) => {
      for (const table of tablesOf(draft, 'statistics')) apply(table, draft, rng);
    },
    { era: 'statistics', slot: `statistics-${name}`, ...extras },
  );

const reword = (
  name: string,
  zh: string,
  find: RegExp,
  replacement: string,
  extras: Extras = {},
): Variation =>
  changeStatistics(
    name,
    zh,
    (table) => {
      for (const cell of labelsOf({ ...table, rows: table.rows.slice(1) }))
        cell.text = cell.text.replace(find, replacement);
    },
    { slot: 'statistics-words', ...extras },
  );

export const STATISTICS_WORDS: readonly Variation[] = [
  reword('numbers-lost', '标签没有序号', /^(?:其中：)?(?:[一二三四五六七八九]、|（[一二三四]）|\d\.)/, ''),
  reword('notes-lost', '标签没有括注', /（[^）]{5,}）/, ''),
  reword('notes-without-brackets', '括注没有括号', /（([^）]{5,})）/, '$1'),
  reword('words-without-shu', '标签末尾没有“数”', /(?:总数|数量|(?<!次)数)(?=（|$)/, ''),
  reword('of-which-lost', '标签没有“其中”', /^其中：/, ''),
  reword('ascii-marks', '标签用半角括号与顿号', /（(.*?)）/g, '($1)'),
  reword('number-commas', '序号后用顿号', /^(\d)\./, '$1、'),
  reword('other-ways-short', '“其他方式”只写四字', /^5\.其他方式.*$/, '5.其他方式'),
  reword('other-outcomes-short', '“其他情形数”只写其他', /^（三）其他情形数$/, '（三）其他'),
  reword(
    'same-outcomes',
    '诉讼与复议的第一项写法相同',
    /^（一）维持具体行政行为或者驳回原告诉讼请求数$/,
    '（一）维持具体行政行为数',
  ),
  changeStatistics('spaces', '标签有缩进与空格', (table) => {
    for (const cell of labelsOf(table))
      cell.text = cell.text.replace(/^((?:其中|\d\.|（).*)/, '　　$1').replace('数', ' 数');
  }),
];
