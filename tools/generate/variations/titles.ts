/** Titles as pages print them, and reports of one form under another year. */
import type { FormTemplate } from '../form-rows.js';
import type { ReportTruth } from '../truth.js';
import { paragraph, paragraphsOf } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

const titled = (name: string, zh: string, title: (truth: ReportTruth) => string): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      draft.title = title(draft.truth);
    },
    { slot: 'title' },
  );

const forms = (
  name: string,
  zh: string,
  table2: FormTemplate,
  table3: FormTemplate,
  year: number,
): Variation =>
  vary(name, zh, () => {}, {
    slot: 'forms',
    // 套用旧格式 is an error from report year 2021 on.
    faulty: year >= 2021 && table2 === 't2019',
    options: (options) => ({
      ...options,
      table2,
      table3,
      year,
      publishedOn: `${year + 1}${options.publishedOn.slice(4)}`,
    }),
  });

export const TITLES: readonly Variation[] = [
  forms('form-2019-for-2022', '2022 年度仍用 2019 年格式', 't2019', 't2019', 2022),
  forms('form-2019-for-2023', '2023 年度仍用 2019 年格式', 't2019', 't2019', 2023),
  forms('form-2021-for-2020', '2020 年度已用 2021 年格式', 't2021', 't2021', 2020),
  forms('forms-mixed', '2021 年的表二配 2019 年的表三', 't2021', 't2019', 2023),
  forms('forms-mixed-otherwise', '2019 年的表二配 2021 年的表三', 't2019', 't2021', 2021),
  titled('title-short', '标题用“年报”', ({ unit, year }) => `${unit.name}${year}年政府信息公开年报`),
  titled(
    'title-year-first',
    '年度在单位前',
    ({ unit, year }) => `${year}年度${unit.name}政府信息公开工作年度报告`,
  ),
  titled(
    'title-without-annual',
    '标题是“政府信息公开工作报告”',
    ({ unit, year }) => `${unit.name}${year}年政府信息公开工作报告`,
  ),
  titled(
    'title-plain-report',
    '标题是“政府信息公开报告”',
    ({ unit, year }) => `${unit.name}${year}年政府信息公开报告`,
  ),
  titled(
    'title-year-inside',
    '标题年度在“公开”之后',
    ({ unit, year }) => `${unit.name}政府信息公开${year}年度报告`,
  ),
  titled(
    'title-year-in-brackets',
    '标题年度在末尾括号里',
    ({ unit, year }) => `${unit.name}信息公开工作年度报告（${year}年）`,
  ),
  titled(
    'title-letter-for-zero',
    '标题年份汉字夹字母 O：二O二一',
    ({ unit, year }) => `${unit.name}${chineseYear(year).replaceAll('〇', 'O')}年政府信息公开工作年度报告`,
  ),
  titled(
    'title-without-year',
    '标题没有年度，只有统计期限',
    ({ unit }) => `${unit.name}政府信息公开工作年度报告`,
  ),
  titled(
    'title-open-government',
    '标题用“政务公开”',
    ({ unit, year }) => `${unit.name}${year}年度政务公开年度报告`,
  ),
  titled(
    'title-year-twice',
    '标题“2021年度信息公开年度报告”',
    ({ unit, year }) => `${unit.name}${year}年度信息公开年度报告`,
  ),
  titled(
    'title-without-year-word',
    '标题丢了“年”字',
    ({ unit, year }) => `${unit.name}${year}政府信息公开工作年度报告`,
  ),
  titled(
    'title-chinese-year',
    '标题年份用汉字',
    ({ unit, year }) => `${unit.name}${chineseYear(year)}年政府信息公开工作年度报告`,
  ),
  titled(
    'title-misprinted',
    '标题“工作告年度报”',
    ({ unit, year }) => `${unit.name}${year}年政府信息公开工作告年度报`,
  ),
  titled(
    'title-with-county',
    '标题带县名与“关于”',
    ({ unit, year }) => `${unit.county}${unit.name}关于${year}年政府信息公开工作的年度报告`,
  ),
  titled(
    'title-in-book-marks',
    '标题带书名号',
    ({ unit, year }) => `《${unit.name}${year}年政府信息公开工作年度报告》`,
  ),
  titled(
    'title-with-blanks',
    '标题字间有空格',
    ({ unit, year }) => `${unit.name} ${year} 年 政府信息公开工作年度报告`,
  ),
  vary(
    'title-repeated-without-unit',
    '正文里又有一行没有单位的标题',
    (draft) => {
      draft.blocks.unshift(paragraph(`${draft.truth.year}年政府信息公开工作年度报告`));
    },
    { slot: 'title' },
  ),
  vary(
    'title-over-two-lines',
    '正文标题分两行',
    (draft) => {
      const { unit, year } = draft.truth;
      draft.blocks.unshift(paragraph(unit.name), paragraph(`${year}年政府信息公开工作年度报告`));
      draft.title = '政府信息公开年报';
    },
    { slot: 'title' },
  ),
  vary(
    'title-only-in-first-sentence',
    '没有单独的标题，标题与首句连成一段',
    (draft) => {
      const first = paragraphsOf(draft)[0];
      if (first) first.text = `${draft.title}${first.text}`;
      draft.title = '政府信息公开';
      Object.assign(draft.html, { page: 'bare', dated: false });
    },
    { slot: 'title' },
  ),
  vary('title-runs-into-text', '标题与正文首句连成一段', (draft) => {
    const first = paragraphsOf(draft)[0];
    if (first) first.text = draft.title + first.text;
  }),
];

const DIGITS = '〇一二三四五六七八九';
const chineseYear = (year: number): string =>
  [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');
