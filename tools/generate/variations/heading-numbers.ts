/** How headings are numbered in real reports (number lost, restarted, in other signs). */
import type { Draft, DraftHeading } from './draft.js';
import { headingsOf, insertBefore, paragraph } from './edit-draft.js';
import { DOCX, type Variation, vary } from './variation.js';

const SLOT = { slot: 'heading-numbers' };

/** Sub-headings count anew under every section. */
function renumber(draft: Draft, level: 1 | 2, number: (place: number) => string): void {
  let place = 0;
  for (const block of draft.blocks) {
    if (block.kind !== 'heading') continue;
    if (block.level < level) place = 0;
    if (block.level === level) block.number = number(place++);
  }
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];
const subs = (name: string, zh: string, number: (place: number) => string): Variation =>
  vary(name, zh, (draft) => renumber(draft, 2, number), SLOT);
const tops = (name: string, zh: string, number: (place: number) => string): Variation =>
  vary(name, zh, (draft) => renumber(draft, 1, number), SLOT);

const both = (name: string, zh: string, top: (n: number) => string, sub: (n: number) => string): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      renumber(draft, 1, top);
      renumber(draft, 2, sub);
    },
    SLOT,
  );

export const HEADING_NUMBERS: readonly Variation[] = [
  subs('sub-half-width-brackets', '小标题用半角括号 (一)', (n) => `(${NUMERALS[n]})`),
  subs('sub-arabic-dot', '小标题用 1.', (n) => `${n + 1}.`),
  subs('sub-arabic-comma', '小标题用 1、', (n) => `${n + 1}、`),
  subs('sub-arabic-brackets', '小标题用（1）', (n) => `（${n + 1}）`),
  subs('sub-enclosed', '小标题用 ㈠㈡㈢', (n) => '㈠㈡㈢㈣㈤㈥㈦㈧'[n]!),
  subs('sub-circled', '小标题用 ①②③', (n) => '①②③④⑤⑥⑦⑧'[n]!),
  subs('sub-brackets-and-comma', '小标题用 (一)、', (n) => `(${NUMERALS[n]})、`),
  subs('sub-numerals-like-sections', '小标题也用 一是', (n) => `${NUMERALS[n]}是`),
  tops('section-dot', '一级标题用 一.', (n) => `${NUMERALS[n]}.`),
  tops('section-full-width-comma', '一级标题用 一，', (n) => `${NUMERALS[n]}，`),
  tops('section-blank-after-number', '一级标题在顿号后空一格', (n) => `${NUMERALS[n]}、 `),
  tops('section-blank-before-comma', '一级标题在顿号前空一格', (n) => `${NUMERALS[n]} 、`),
  tops('section-full-width-blank', '一级标题以全角空格开头', (n) => `　　${NUMERALS[n]}、`),
  tops('section-part-numbers', '一级标题用 第一部分', (n) => `第${NUMERALS[n]}部分 `),
  vary(
    'levels-shifted-down',
    '一级标题用（一），小标题用 1.',
    (draft) => {
      renumber(draft, 1, (n) => `（${NUMERALS[n]}）`);
      renumber(draft, 2, (n) => `${n + 1}.`);
    },
    SLOT,
  ),
  tops('section-numeral-alone', '一级标题用 一 总体情况，没有顿号', (n) => `${NUMERALS[n]} `),
  tops('section-numeral-at-once', '一级标题用 一总体情况', (n) => NUMERALS[n]!),
  both(
    'levels-enclosed',
    '一级标题用 ㈠，小标题用 1.',
    (n) => '㈠㈡㈢㈣㈤㈥㈦㈧'[n]!,
    (n) => `${n + 1}.`,
  ),
  both(
    'levels-brackets-and-comma',
    '一级标题用 (一)、，小标题用 1、',
    (n) => `(${NUMERALS[n]})、`,
    (n) => `${n + 1}、`,
  ),
  both(
    'levels-arabic',
    '一级标题用 1.，小标题用 ①',
    (n) => `${n + 1}.`,
    (n) => '①②③④⑤⑥⑦⑧'[n]!,
  ),
  vary(
    'numbers-lost',
    '自动编号丢失，所有标题没有序号',
    (draft) => {
      renumber(draft, 1, () => '');
      renumber(draft, 2, () => '');
    },
    SLOT,
  ),
  tops('section-numbers-lost', '一级标题没有序号，小标题仍有', () => ''),
  subs('sub-numbers-lost', '小标题没有序号', () => ''),
  tops('first-section-number-lost', '只有第一个标题丢了序号', (n) => (n === 0 ? '' : `${NUMERALS[n]}、`)),
  tops('numbers-repeat', '序号重复：一、一、三', (n) => `${NUMERALS[n === 1 ? 0 : n]}、`),
  tops('numbers-restart', '第二部分起重新从一编号', (n) => `${NUMERALS[n === 0 ? 0 : n - 1]}、`),
  tops('numbers-skip', '跳号：一、三、四……', (n) => `${NUMERALS[n === 0 ? 0 : n + 1]}、`),
  vary(
    'numbers-by-word-processor',
    '标题序号由 Word 自动编号生成，正文里没有',
    (draft) => {
      draft.docx.headingNumbers = 'automatic';
    },
    { ...SLOT, formats: DOCX },
  ),
  vary(
    'sub-headings-repeat-section-names',
    '第一部分里的小标题与一级标题同名',
    (draft) => overviewSubs(draft, (n) => `（${NUMERALS[n]}）`),
    { slot: 'sub-words' },
  ),
  vary(
    'sub-headings-repeat-section-names-arabic',
    '第一部分里用 1. 2. 的小标题与一级标题同名',
    (draft) => overviewSubs(draft, (n) => `${n + 1}. `),
    { slot: 'sub-words' },
  ),
  vary(
    'table-of-contents',
    '正文前有目录，逐条列出标题',
    (draft) => {
      const headings = headingsOf(draft, 1);
      const lines = headings.map(({ number, words }) => paragraph(number + words));
      insertBefore(draft, draft.blocks[0]!, paragraph('目 录'), ...lines);
    },
    { slot: 'contents' },
  ),
  vary(
    'table-of-contents-with-pages',
    '正文前有带页码的目录',
    (draft) => {
      const headings = headingsOf(draft, 1);
      const lines = headings.map(({ number, words }, place) =>
        paragraph(`${number}${words}……………………${place + 1}`),
      );
      insertBefore(draft, draft.blocks[0]!, paragraph('目录'), ...lines);
    },
    { slot: 'contents' },
  ),
];

function overviewSubs(draft: Draft, number: (place: number) => string): void {
  const subs = overviewHeadings(draft);
  REPEATED.forEach((words, place) => {
    const heading = subs[place];
    if (heading) Object.assign(heading, { number: number(place), words });
  });
}

function overviewHeadings(draft: Draft): DraftHeading[] {
  const [first, second] = headingsOf(draft, 1).map((heading) => draft.blocks.indexOf(heading));
  return headingsOf(draft, 2).filter((heading) => {
    const at = draft.blocks.indexOf(heading);
    return at > first! && at < second!;
  });
}

const REPEATED = [
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息管理情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
];
