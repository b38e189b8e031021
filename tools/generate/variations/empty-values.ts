import type { Draft, ExpectedFigure } from './draft.js';
import { emptyFigure, keysWhere, plainKeys } from './edit-draft.js';
import { some } from './some.js';
import { type Variation, vary } from './variation.js';

const zeros = (draft: Draft): string[] =>
  keysWhere(draft, ({ state, raw }) => state === 'number' && raw === '0');

/** Whatever stands in the cells that have nothing to say. */
const empty = (name: string, zh: string, raw: string, state: ExpectedFigure['state']): Variation =>
  vary(
    name,
    zh,
    (draft, rng) => {
      const keys = zeros(draft);
      const chosen = keys.length > 0 ? keys : some(plainKeys(draft), rng, 0.3);
      for (const key of chosen) emptyFigure(draft, key, raw, state);
    },
    { slot: 'zeros', faulty: true },
  );

export const EMPTY_VALUES: readonly Variation[] = [
  empty('zeros-blank', '零的格子留空', '', 'blank'),
  empty('zeros-full-width-blank', '零的格子只有全角空格', '　', 'blank'),
  empty('zeros-no-break-space', '零的格子只有不换行空格', '\u00a0', 'blank'),
  empty('zeros-slash', '未填的格子都是 /', '/', 'placeholder'),
  empty('zeros-backslash', '未填的格子都是 \\', '\\', 'placeholder'),
  empty('zeros-hyphen', '未填的格子都是 -', '-', 'placeholder'),
  empty('zeros-dash', '未填的格子都是 —', '—', 'placeholder'),
  empty('zeros-long-dash', '未填的格子都是 ——', '——', 'placeholder'),
  empty('zeros-none', '未填的格子写“无”', '无', 'placeholder'),
  empty('zeros-not-applicable', '未填的格子写“不适用”', '不适用', 'placeholder'),
  empty('zeros-question-marks', '不换行空格解码失败，印成 ??', '??', 'placeholder'),
  vary(
    'all-figures-blank',
    '整份报告的格子全空',
    (draft) => {
      for (const key of [...draft.expected.figures.keys()]) emptyFigure(draft, key, '', 'blank');
    },
    { slot: 'zeros', faulty: true },
  ),
  vary(
    'some-figures-blank',
    '随机若干格子漏填',
    (draft, rng) => {
      for (const key of some(plainKeys(draft), rng, 0.15)) emptyFigure(draft, key, '', 'blank');
    },
    { slot: 'zeros', faulty: true },
  ),
  vary(
    'row-totals-blank',
    '办理结果各行的总计列留空',
    (draft) => {
      for (const key of plainKeys(draft))
        if (/^results\..*@total$/.test(key)) emptyFigure(draft, key, '', 'blank');
    },
    { slot: 'zeros', faulty: true },
  ),
  vary(
    'last-total-blank',
    '右下角的总计留空',
    (draft) => emptyFigure(draft, 'applications.carried_out@total', '', 'blank'),
    { slot: 'zeros', faulty: true },
  ),
];
