import type { SectionCode } from '../model/extraction.js';

/** One top-level part of a report: how its heading is worded, in the form and in real reports. */
export interface SectionForm {
  readonly code: Exclude<SectionCode, 'preamble' | 'extra'>;
  /** Place in the 2019 and 2021 forms, from 1; the pre-2019 parts keep their nearest code. */
  readonly ordinal: number;
  /** As the form prints it, then wordings seen (spec §2.1, and pre-2019 parts). Compared after folding. */
  readonly headings: readonly string[];
  /** Words that together make a heading this section's, whatever stands between them. */
  readonly keywords: readonly (readonly string[])[];
}

export const SECTION_FORMS: readonly SectionForm[] = [
  {
    code: 'overview',
    ordinal: 1,
    headings: [
      '总体情况',
      '概述',
      '基本情况',
      '工作概述',
      '总体工作情况',
      '总体公开工作情况概述',
      '工作总体推进情况',
      ...['基本工作情况', '主要工作情况', '政府信息公开工作开展情况'],
    ],
    keywords: [['总体', '情况'], ['基本情况'], ['概述'], ['总体', '推进'], ['工作概况']],
  },
  {
    code: 'proactive',
    ordinal: 2,
    headings: [
      '主动公开政府信息情况',
      '主动公开政府信息的情况',
      '行政机关主动公开政府信息情况',
      '主动公开情况',
      '政府信息主动公开情况',
    ],
    keywords: [['主动公开']],
  },
  {
    code: 'applications',
    ordinal: 3,
    headings: [
      '收到和处理政府信息公开申请情况',
      '依申请公开情况',
      '依申请公开政府信息情况',
      '依申请公开政府信息和不予公开政府信息的情况',
      // 2008–2018: what the 2007 条例 charged applicants for (第二十七条) was a part of its own.
      ...['政府信息公开的收费及减免情况', '政府信息公开收费情况', '收费及减免情况'],
    ],
    keywords: [
      ['收到', '申请'],
      ['处理', '申请', '情况'],
      ['依申请公开'],
      ['不予公开', '情况'],
      ['公开申请', '情况'],
      ['申请公开', '情况'],
      ['收费', '减免'],
      ['费用', '减免'],
      ['信息公开', '收费'],
    ],
  },
  {
    code: 'review_litigation',
    ordinal: 4,
    headings: [
      '政府信息公开行政复议、行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '复议和诉讼情况',
      '复议、诉讼和申诉情况',
    ],
    keywords: [['复议'], ['诉讼', '情况'], ['诉讼', '申诉']],
  },
  {
    code: 'problems',
    ordinal: 5,
    headings: [
      '存在的主要问题及改进情况',
      '存在问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题及整改措施',
    ],
    keywords: [
      ['问题', '改进'],
      ['问题', '整改'],
      ['问题', '措施'],
      ['问题', '打算'],
      ['存在', '问题'],
      ['不足', '改进'],
      ['不足', '措施'],
    ],
  },
  {
    code: 'other',
    ordinal: 6,
    headings: [
      ...['其他需要报告的事项', '其他需要报告事项', '其他报告的事项', '其他事项', '需要说明的其他事项'],
      // 2008–2018: the statistics table was an annex, with or without words of its own.
      '政府信息公开情况统计表',
    ],
    keywords: [
      ['其他', '事项'],
      ['需要', '报告', '事项'],
      ['需要说明'],
      ['附表'],
      ['附件'],
      ['附录'],
      ['政府信息公开情况统计'],
    ],
  },
];
