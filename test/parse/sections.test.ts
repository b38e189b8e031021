import { describe, expect, test } from 'vitest';
import { numberLevel } from '../../src/parse/sections/headings.js';
import { cutSections } from '../../src/parse/sections/sections.js';
import { html } from './blocks.js';

/** Codes of the sections that the lines are cut into, with their text. */
function cut(...lines: string[]): string[] {
  const { sections } = cutSections(
    html(lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('')).blocks,
  );
  return sections.map(({ code, text }) => `${code}: ${text.replaceAll('\n', ' / ')}`);
}

test.each([
  ['一、总体情况', 1],
  ['一、 总体公开工作情况概述', 1],
  ['二．主动公开', 1],
  ['十一、其他', 1],
  ['第一部分 概述', 1],
  ['（一）主动公开', 2],
  ['(二)依申请', 2],
  ['㈠主动公开', 2],
  ['1.主动公开', 3],
  ['1、主动公开', 3],
  ['（1）主动公开', 3],
  ['一是加强领导', 3],
  ['①主动公开', 4],
  ['总体情况', 0],
  ['2021年', 0],
])('%s is numbered on level %i', (text, level) => {
  expect(numberLevel(text)).toBe(level);
});

test('the six parts of the form', () => {
  expect(
    cut(
      '本报告依照条例编制。',
      '一、总体情况',
      'a',
      '二、主动公开政府信息情况',
      '<table><tr><td>规章<td>1</table>',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      'b',
      '六、其他需要报告的事项',
      'c',
    ),
  ).toEqual([
    'preamble: 本报告依照条例编制。',
    'overview: a',
    'proactive: ',
    'applications: ',
    'review_litigation: ',
    'problems: b',
    'other: c',
  ]);
});

test.each([
  ['一、工作基本情况', 'overview'],
  ['一、政府信息公开工作的基本情况', 'overview'],
  ['一、信息公开工作概述', 'overview'],
  ['一、工作总体推进情况', 'overview'],
  ['一、 总体公开工作情况概述', 'overview'],
  ['二、行政机关主动公开政府信息情况', 'proactive'],
  ['二、主动公开政府信息的情况', 'proactive'],
  ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'review_litigation'],
  ['四、复议和诉讼情况', 'review_litigation'],
  ['五、政府信息公开工作存在的主要问题及改进情况', 'problems'],
  ['五、存在的主要问题及整改措施', 'problems'],
  ['五、存在问题及改进情况', 'problems'],
  ['六、其他报告的事项', 'other'],
  ['六、其他需要报告事项', 'other'],
])('%s is %s', (heading, code) => {
  expect(cut(heading, 'x')).toEqual([`${code}: x`]);
});

describe('the parts of reports of 2008–2018', () => {
  test.each([
    ['一、概述', 'overview'],
    ['一、主要工作概述', 'overview'],
    ['一、工作概况', 'overview'],
    ['一、政府信息公开工作开展情况', 'overview'],
    ['二、主动公开政府信息情况', 'proactive'],
    ['二、重点领域信息主动公开情况', 'proactive'],
    ['三、政府信息依申请公开办理情况', 'applications'],
    ['三、依申请公开和不予公开政府信息情况', 'applications'],
    ['三、政府信息公开申请情况', 'applications'],
    ['四、不予公开政府信息的情况', 'applications'],
    ['四、政府信息公开的收费及减免情况', 'applications'],
    ['四、政府信息公开收费情况', 'applications'],
    ['二、主动公开情况统计', 'proactive'],
    ['四、依申请公开政府信息的费用收取及减免情况', 'applications'],
    ['五、因政府信息公开申请行政复议和提起行政诉讼的情况', 'review_litigation'],
    ['五、复议、诉讼和申诉情况', 'review_litigation'],
    ['五、行政复议、行政诉讼情况', 'review_litigation'],
    ['六、政府信息公开工作存在的主要问题及改进措施', 'problems'],
    ['六、存在的不足和改进措施', 'problems'],
    ['七、存在问题及工作打算', 'problems'],
    ['七、需要说明的事项与附表', 'other'],
    ['七、附表', 'other'],
    ['八、政府信息公开情况统计表', 'other'],
  ])('%s is %s', (heading, code) => {
    expect(cut(heading, 'x')).toEqual([`${code}: x`]);
  });

  test.each([
    '三、回应解读情况',
    '三、政策解读和回应社会关切情况',
    '七、机构设置、保障经费和培训会议情况',
    '七、政府信息公开会议和培训情况',
    '四、咨询处理情况',
    '五、人员与经费情况',
    '六、举报投诉情况',
    '六、人大建议和政协提案办理情况',
  ])('%s has no code of the form', (heading) => {
    const parts = ['一、概述', 'a', '二、主动公开情况', 'b', '三、依申请公开情况', 'c'];
    expect(cut(...parts, heading, 'd').at(-1)).toBe('extra: d');
  });

  test('a report of 2016 in seven parts', () => {
    const headings = [
      ...['一、基本工作情况', '二、主动公开政府信息情况', '三、回应解读情况', '四、依申请公开政府信息情况'],
      ...['五、行政复议和行政诉讼情况', '六、机构设置、保障经费和培训会议情况', '七、存在问题及工作打算'],
    ];
    expect(cut(...headings.flatMap((heading) => [heading, 'x']))).toEqual(
      ['overview', 'proactive', 'extra', 'applications', 'review_litigation', 'extra', 'problems'].map(
        (code) => `${code}: x`,
      ),
    );
  });
});

describe('sub-headings that repeat the names of sections stay inside 一', () => {
  test.each([
    ['（一）主动公开政府信息情况', '（二）依申请公开情况'],
    ['2. 主动公开政府信息情况。', '4. 因政府信息公开申请行政复议、提起行政诉讼情况'],
    ['㈠主动公开', '㈡依申请公开'],
  ])('%s', (first, second) => {
    const sections = cut('一、总体情况', first, 'a', second, 'b', '二、主动公开政府信息情况', 'c');
    expect(sections).toEqual([`overview: ${first} / a / ${second} / b`, 'proactive: c']);
  });
});

test('a heading whose number was lost counts where its section has no numbered one', () => {
  expect(cut('总体情况', 'a', '二、主动公开政府信息情况', 'b', '存在的主要问题及改进情况', 'c')).toEqual([
    'overview: a',
    'proactive: b',
    'problems: c',
  ]);
});

test('a table of contents is not the sections', () => {
  const headings = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
  expect(cut(...headings, headings[0]!, 'a', headings[1]!, 'b', headings[2]!, 'c')).toEqual([
    `preamble: ${headings.join(' / ')}`,
    'overview: a',
    'proactive: b',
    'applications: c',
  ]);
});

test('a table of contents is not the sections, however the text prints their headings', () => {
  const names = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况'];
  const listed = names.map((name, n) => `${'一二三'[n]}、${name}`);
  const told = ['overview: 甲。', 'proactive: 乙。', 'applications: 丙。'];
  const inside = listed.map((heading, n) => `${heading} ${'甲乙丙'[n]}。`);
  expect(cut(...listed, '前言。', ...inside)).toEqual([`preamble: ${listed.join(' / ')} / 前言。`, ...told]);
  const paged = listed.map((heading, n) => `${heading}……………………${n + 1}`);
  expect(cut(...paged, '前言。', ...inside)).toEqual([`preamble: ${paged.join(' / ')} / 前言。`, ...told]);
  const bare = names.flatMap((name, n) => [name, `${'甲乙丙'[n]}。`]);
  expect(cut(...names, '前言。', ...bare)).toEqual([`preamble: ${names.join(' / ')} / 前言。`, ...told]);
});

test('a numbered part outside the form is a section of its own', () => {
  expect(
    cut(
      '一、总体情况',
      'a',
      '二、主动公开情况',
      'b',
      '三、依申请公开情况',
      'c',
      '四、人大政协提案办理',
      'd',
    ).at(-1),
  ).toBe('extra: d');
});

test('a sentence that begins like a heading is none', () => {
  expect(cut('一、总体情况', '二、主动公开方面。全年公开一百条；其中规章五件。')).toEqual([
    'overview: 二、主动公开方面。全年公开一百条；其中规章五件。',
  ]);
});
