import { describe, expect, test } from 'vitest';
import { numberLevel } from '../../src/parse/headings.js';
import { cutSections } from '../../src/parse/sections.js';
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
