/** What the headings of the sections are worded like. */
import type { SectionCode } from '../../../src/model/extraction.js';
import { headingsOf } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

type Words = Partial<Record<SectionCode, string>>;

const reword = (name: string, zh: string, words: Words): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      for (const heading of headingsOf(draft, 1))
        heading.words = words[heading.code ?? 'extra'] ?? heading.words;
    },
    { slot: 'section-words' },
  );

/** Before headings are numbered. */
export const SECTION_WORDS: readonly Variation[] = [
  reword('old-names', '沿用旧栏目名', {
    overview: '概述',
    proactive: '主动公开政府信息情况',
    applications: '依申请公开政府信息和不予公开政府信息的情况',
    review_litigation: '因政府信息公开申请行政复议、提起行政诉讼的情况',
    problems: '政府信息公开工作存在的主要问题及改进措施',
    other: '需要说明的其他事项',
  }),
  reword('wordings-of-basics', '第一部分叫“工作基本情况”等', {
    overview: '工作基本情况',
    review_litigation: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    problems: '政府信息公开工作存在的主要问题及改进情况',
  }),
  reword('wordings-of-outline', '第一部分叫“总体公开工作情况概述”等', {
    overview: '总体公开工作情况概述',
    proactive: '行政机关主动公开政府信息情况',
    problems: '存在的主要问题及整改措施',
    other: '其他报告的事项',
  }),
  reword('wordings-of-progress', '第一部分叫“工作总体推进情况”等', {
    overview: '政府信息公开工作总体推进情况',
    problems: '存在问题及改进情况',
    other: '其他需要报告事项',
  }),
  reword('heading-with-de', '标题里多一个“的”', {
    overview: '政府信息公开工作的基本情况',
    proactive: '主动公开政府信息的情况',
    applications: '收到和处理政府信息公开申请的情况',
  }),
  reword('heading-with-blanks', '标题里夹空格', {
    overview: '总 体 情 况',
    applications: '收到和处理 政府信息公开申请情况',
    problems: '存在的主要问题 及改进情况',
  }),
  reword('heading-ends-in-colon', '标题以冒号或句号结尾', {
    overview: '总体情况：',
    proactive: '主动公开政府信息情况：',
    other: '其他需要报告的事项。',
  }),
];
