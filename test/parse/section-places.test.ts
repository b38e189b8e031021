/** Where and how real reports print their headings; each case names what it imitates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/document.js';
import { cutSections } from '../../src/parse/sections/sections.js';
import { html } from './blocks.js';

const codesOf = (body: string): string[] => sectionsOf(body).map(({ code }) => code);
const sectionsOf = (body: string) => cutSections(html(body).blocks).sections;
const shown = (body: string): string[] =>
  sectionsOf(body).map(({ code, heading, text }) => `${code} [${heading}] ${text.replaceAll('\n', ' / ')}`);

const SIX = ['overview', 'proactive', 'applications', 'review_litigation', 'problems', 'other'];
const NAMES = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const NUMERALS = [...'一二三四五六'];

describe('the six headings are found under every numbering', () => {
  test.each<[string, (n: number) => string]>([
    ['一、', (n) => `${NUMERALS[n]}、`],
    ['一、 with a blank', (n) => `${NUMERALS[n]}、 `],
    ['一 without a sign', (n) => `${NUMERALS[n]} `],
    ['一 at once', (n) => NUMERALS[n]!],
    ['第一部分', (n) => `第${NUMERALS[n]}部分　`],
    ['第一、', (n) => `第${NUMERALS[n]}、`],
    ['（一）', (n) => `（${NUMERALS[n]}）`],
    ['(一)、', (n) => `(${NUMERALS[n]})、`],
    ['㈠', (n) => '㈠㈡㈢㈣㈤㈥'[n]!],
    ['1.', (n) => `${n + 1}.`],
    ['1、', (n) => `${n + 1}、`],
    ['none', () => ''],
    ['none, listed with -', () => '- '],
  ])('%s', (_, number) => {
    expect(codesOf(NAMES.map((name, n) => `<p>${number(n)}${name}</p><p>正文。</p>`).join(''))).toEqual(SIX);
    const runOn = NAMES.map((name, n) => `<p>${number(n)}${name}：正文。又一句。</p>`).join('');
    if (number(0).trim().length > 1 || number(0) === '㈠') expect(codesOf(runOn)).toEqual(SIX);
  });
});

describe('a heading shares its paragraph with the text', () => {
  test('all six in one paragraph', () => {
    const body = `<p>本报告如下。${NAMES.map((name, n) => `${NUMERALS[n]}、${name}${n === 0 ? '2013年，我乡' : ' '}做了工作。`).join('')}</p>`;
    expect(codesOf(body)).toEqual(['preamble', ...SIX]);
    expect(shown(body)[1]).toBe('overview [一、总体情况] 2013年，我乡做了工作。');
  });

  test.each([
    ['六、其他需要报告的事项。无。', 'other [六、其他需要报告的事项。] 无。'],
    ['六、其他需要报告的事项：本单位无。', 'other [六、其他需要报告的事项：] 本单位无。'],
    [
      '一、概述　根据《条例》，编制本报告；共六部分。',
      'overview [一、概述] 根据《条例》，编制本报告；共六部分。',
    ],
    ['一、总体情况2020年，我镇公开信息；共三条。', 'overview [一、总体情况] 2020年，我镇公开信息；共三条。'],
    [
      '三、收到和处理政府信息公开申请情况该部分以表格形式报告。表格如下:',
      'applications [三、收到和处理政府信息公开申请情况] 该部分以表格形式报告。表格如下:',
    ],
    ['三、收到和处理政府信息公开申请情况格式>', 'applications [三、收到和处理政府信息公开申请情况] 格式>'],
    [
      '四、政府信息公开行政复议、行政诉讼情况（该部分以表格形式报告。表格如下：）',
      'review_litigation [四、政府信息公开行政复议、行政诉讼情况（该部分以表格形式报告。表格如下：）] ',
    ],
  ])('%s', (line, section) => {
    expect(shown(`<p>${line}</p>`)).toEqual([section]);
  });

  test.each([
    ['五、存在的主要问题及改进情况和打算', 'problems'],
    ['五、存在的主要问题及整改措施', 'problems'],
  ])('a longer heading is not cut short: %s', (line, code) => {
    expect(shown(`<p>${line}</p><p>x</p>`)).toEqual([`${code} [${line}] x`]);
  });
});

describe('a heading over several lines', () => {
  test.each([
    ['<p><br>四、政府信息公开行政复议、行政诉讼情况<br>无。</p>'],
    ['<p>四、政府信息公开行政<br>复议、行政诉讼情况</p><p>无。</p>'],
    ['<p>四、</p><p>政府信息公开行政复议、行政诉讼情况</p><p>无。</p>'],
    ['<p>四、政府信息公开行政</p><p>复议、行政</p><p>诉讼情况</p><p>无。</p>'],
    ['<p><span>四</span><span>、政府信息公开</span><b>行政复议、行政诉</b>讼情况</p><p>无。</p>'],
  ])('%s', (body) => {
    const [section, ...rest] = sectionsOf(body);
    expect(rest).toEqual([]);
    expect(section).toMatchObject({ code: 'review_litigation', text: '无。' });
    expect(section!.heading).toContain('讼情况');
  });
});

describe('a heading in a table', () => {
  const table = '<tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td>1</td></tr>';

  test('a caption row with the number heads the section', () => {
    const body = `<p>一、总体情况</p><p>a</p><table><tr><td colspan="2">二、主动公开政府信息情况</td></tr>${table}</table><p>三、收到和处理政府信息公开申请情况</p><p>b</p>`;
    expect(shown(body)).toEqual([
      'overview [一、总体情况] a',
      'proactive [二、主动公开政府信息情况] ',
      'applications [三、收到和处理政府信息公开申请情况] b',
    ]);
  });

  test('beside empty cells too, and several in one table', () => {
    const body = `<table><tr><td>一、总体情况</td><td></td></tr><tr><td>二、主动公开政府信息情况</td><td>&nbsp;</td></tr>${table}<tr><td>三、收到和处理政府信息公开申请情况</td><td></td></tr></table><p>五、存在的主要问题及改进情况</p><p>a</p>`;
    expect(codesOf(body)).toEqual(['overview', 'proactive', 'applications', 'problems']);
  });

  test('a caption that repeats the heading above it does not', () => {
    const body = `<p>一、总体情况</p><p>a</p><p>二、主动公开政府信息情况</p><p>见表。</p><table><tr><td colspan="2">二、主动公开政府信息情况</td></tr>${table}</table>`;
    expect(codesOf(body)).toEqual(['overview', 'proactive']);
  });

  test('rows of 表三 that are numbered like sections are none', () => {
    const body = `<p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>一、本年新收政府信息公开申请数量000</p><p>三、本年度办理结果</p>`;
    expect(codesOf(body)).toEqual(['overview', 'proactive', 'applications']);
  });
});

describe('names of sections that are no headings', () => {
  const six = NAMES.map((name, n) => `<p>${NUMERALS[n]}、${name}</p><p>正文。</p>`).join('');

  test.each([
    [
      'a list in the preamble',
      '<p>本报告包括概述、主动公开情况、依申请公开情况、收费及减免情况、复议诉讼情况、存在问题六个部分。</p>',
    ],
    [
      'a numbered list in the preamble',
      '<p>本报告包括：一、概述；二、主动公开政府信息情况；三、依申请公开情况；四、其他事项。全文如下。</p>',
    ],
    [
      'a table of contents',
      `<p>目录</p>${NAMES.map((name, n) => `<p>${NUMERALS[n]}、${name}</p>`).join('')}<p>依照条例编制。</p>`,
    ],
    ['with page numbers', NAMES.map((name, n) => `<p>${NUMERALS[n]}、${name}………${n + 1}</p>`).join('')],
  ])('%s', (_, before) => {
    expect(codesOf(before + six)).toEqual(['preamble', ...SIX]);
  });

  test('a report that starts at （一） has its text before 二 in the preamble', () => {
    const body = `<p>（一）主动公开情况</p><p>a</p>${six.slice(six.indexOf('<p>二、'))}`;
    expect(codesOf(body)).toEqual(['preamble', ...SIX.slice(1)]);
  });

  test('the report printed a second time for telephones counts once', () => {
    expect(codesOf(`<div>${six}<p>某镇人民政府</p></div><div>${six}<p>某镇人民政府</p></div>`)).toEqual(SIX);
  });
});

describe('numbers that can’t be relied on', () => {
  test.each([
    ['一、一、三', ['一', '一', '三', '四', '五', '六']],
    ['restarted', ['一', '一', '二', '三', '四', '五']],
    ['only the first lost', ['', '二', '三', '四', '五', '六']],
    ['一、五、六 lost', ['', '二', '三', '四', '', '']],
  ])('%s', (_, numbers) => {
    const body = NAMES.map((name, n) => `<p>${numbers[n] && `${numbers[n]}、`}${name}</p><p>正文。</p>`).join(
      '',
    );
    expect(codesOf(body)).toEqual(SIX);
  });

  test('主动公开情况 without, (二) with a number', () => {
    const body =
      '<p>主动公开情况</p><p>a</p><p>(二)依申请公开情况</p><p>b</p><p>(三)复议、诉讼和申诉情况</p><p>c</p><p>(四)存在问题及改进情况</p><p>d</p>';
    expect(codesOf(body)).toEqual(['proactive', 'applications', 'review_litigation', 'problems']);
  });
});

test('traditional characters name the same sections, and stay as printed', () => {
  expect(
    shown(
      '<p>三、收到和處理政府信息公開申請情況</p><p>無。</p><p>五、存在的主要問題及改進情況。力度不夠。</p>',
    ),
  ).toEqual([
    'applications [三、收到和處理政府信息公開申請情況] 無。',
    'problems [五、存在的主要問題及改進情況。] 力度不夠。',
  ]);
});

describe('nothing of the text is lost or doubled', () => {
  const piece = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('', '一、', '二、', '（三）', '4.', '㈤', '六 ', '第一部分'),
        fc.constantFrom(...NAMES, '概述', '主动公开'),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '。',
      '；',
      '：',
      '\n',
      '　',
      '正文',
      '我镇',
      '2020年',
      '（一）',
      '、',
      '……3',
      '一、',
      ' ',
    ),
    fc.string({ maxLength: 6 }),
  );
  const paragraph = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

  test('whatever the paragraphs are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(paragraph, { maxLength: 12 }), (texts) => {
        const blocks = texts.map((text): Block => ({ kind: 'paragraph', text, container: 0 }));
        const { sections } = cutSections(blocks);
        const read = sections.map(({ heading, text }) => heading + text).join('');
        expect(read.replace(/\s/g, '')).toBe(texts.join('').replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});
