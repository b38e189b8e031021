import type { Draft } from './draft.js';
import { insertAfter, paragraph, paragraphsOf, sectionHeading } from './edit-draft.js';
import { HTML, type Variation, vary } from './variation.js';

export const SIGNATURES: readonly Variation[] = [
  vary(
    'signature-in-chinese-numerals',
    '落款日期用汉字，页面没有日期',
    (draft) => {
      const last = paragraphsOf(draft).at(-1);
      if (last) last.text = chineseDate(draft.truth.publishedOn);
      Object.assign(draft.html, { page: 'bare', dated: false });
    },
    { slot: 'signature' },
  ),
  vary(
    'signature-absent',
    '没有落款',
    (draft) => {
      draft.blocks.splice(-2, 2);
      if (draft.format !== 'html') draft.expected.publishedOn = null;
    },
    { slot: 'signature' },
  ),
  vary(
    'signature-date-first',
    '落款日期在单位前',
    (draft) => {
      draft.blocks.push(...draft.blocks.splice(-2, 1));
    },
    { slot: 'signature' },
  ),
  vary(
    'signature-with-dots',
    '落款日期印作 2022.1.18',
    (draft) => {
      const last = paragraphsOf(draft).at(-1);
      if (last) last.text = draft.truth.publishedOn.split('-').map(Number).join('.');
    },
    { slot: 'signature' },
  ),
  vary(
    'signature-on-one-line',
    '落款单位与日期在一行，页面没有日期',
    (draft) => {
      const [unit, date] = paragraphsOf(draft).slice(-2);
      if (unit && date) unit.text = `${unit.text}　${date.text}`;
      draft.blocks.pop();
      Object.assign(draft.html, { page: 'bare', dated: false });
    },
    { slot: 'signature' },
  ),
  vary(
    'signature-with-letter-for-zero',
    '落款日期汉字夹字母 O：二O二二年',
    (draft) => {
      const last = paragraphsOf(draft).at(-1);
      if (last) last.text = chineseDate(draft.truth.publishedOn).replaceAll('〇', 'O');
      Object.assign(draft.html, { page: 'bare', dated: false });
    },
    { slot: 'signature' },
  ),
  vary(
    'published-again-years-later',
    '网站改版后重新发布，页面日期晚几年',
    (draft) => {
      const again = `${draft.truth.year + 5}-06-01`;
      draft.html.whole.push((page) => page.replaceAll(draft.truth.publishedOn, again));
      if (draft.html.dated) draft.expected.publishedOn = again;
    },
    { formats: HTML, slot: 'signature' },
  ),
  vary(
    'empty-date-labels',
    '发文日期、成文日期为空，后面是别的日期',
    (draft) => {
      draft.html.beforeArticle.push(
        '<table><tr><td>成文日期：</td><td></td><td>废止日期：</td><td>2030-01-01</td></tr></table>',
        '<p>发文日期： 失效日期：2031-02-03</p>',
      );
      Object.assign(draft.html, { page: 'bare', dated: false });
    },
    { formats: HTML, slot: 'signature' },
  ),
  vary('wrong-year-in-prose', '正文里有别的年份', (draft) => {
    const heading = sectionHeading(draft, 'problems');
    if (heading)
      insertAfter(
        draft,
        heading,
        paragraph(`${draft.truth.year - 2}年，我单位政府信息公开工作还存在一些不足。`),
      );
  }),
  vary(
    'publisher-is-the-county',
    '信息来源是县政府',
    (draft) => {
      draft.html.publisher = `${draft.truth.unit.county}人民政府`;
    },
    { formats: HTML },
  ),
  vary('unit-nowhere', '全文只说“我镇”，没有单位名称', (draft) => unitNowhere(draft), { slot: 'title' }),
];

function unitNowhere(draft: Draft): void {
  const { unit, year } = draft.truth;
  draft.title = `${year}年政府信息公开工作年度报告`;
  const names = new RegExp(`(${unit.county})?${unit.name}`, 'g');
  for (const block of paragraphsOf(draft)) block.text = block.text.replace(names, '我单位');
  draft.expected.units = [];
  Object.assign(draft.html, { page: 'bare', dated: false, publisher: '' });
}

const DIGITS = '〇一二三四五六七八九';
const chineseYear = (year: number): string =>
  [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');

function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${chineseYear(year!)}年${upTo31(month!)}月${upTo31(day!)}日`;
}

function upTo31(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : DIGITS[value % 10]!;
  return tens === 0 ? ones : `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}
