import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../src/web/copied-sentences.js';

describe('a sentence', () => {
  const before = '一、概述\n2021年我镇主动公开政府信息352条。我们将加强队伍建设，提高业务水平。';

  test('is copied where only its numbers are new', () => {
    const { sentences } = compareTexts('2022年我镇主动公开政府信息401条。', before);
    expect(sentences).toEqual([{ text: '2022年我镇主动公开政府信息401条。', copied: true }]);
  });

  test('is not copied where a word differs, and headings are never', () => {
    const { sentences } = compareTexts('一、概述\n2022年我镇依申请公开政府信息352条。', before);
    expect(sentences.map(({ copied }) => copied)).toEqual([false, false]);
  });

  test('that is gone is told, and the share is of characters', () => {
    const { gone, copiedShare } = compareTexts('我们将加强队伍建设，提高业务水平。', before);
    expect(copiedShare).toBe(1);
    expect(gone.join('')).toContain('主动公开政府信息352条');
    expect(compareTexts('', before).copiedShare).toBeNull();
  });

  test('gives back the text it was cut from', () => {
    const text = '第一句。\n第二句；第三句！没有句号\n';
    expect(
      compareTexts(text, '')
        .sentences.map((s) => s.text)
        .join(''),
    ).toBe(text);
  });
});
