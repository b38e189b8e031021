import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORM_TABLES } from '../../src/catalogue/forms.js';
import { SECTION_FORMS } from '../../src/catalogue/sections.js';
import { isTraditional, toSimplified } from '../../src/catalogue/traditional-characters.js';
import { parse } from '../../src/parse/parse.js';
import { toTraditional } from '../../tools/generate/variations/traditional.js';

const WORDINGS = [
  ...FORM_TABLES.flatMap(({ rows, columns }) =>
    [...rows, ...columns].flatMap(({ path }) =>
      path.flatMap(({ text, aliases = [], distinctive = [] }) => [text, ...aliases, ...distinctive]),
    ),
  ),
  ...SECTION_FORMS.flatMap(({ headings, keywords }) => [...headings, ...keywords.flat()]),
  '政府信息公开工作年度报告',
  '街道办事处人民政府管委会苏木税务局海关',
  '统计期限发布日期联系电话通信地址邮政编码',
];

test('every wording of the catalogue is simplified, and comes back from traditional characters', () => {
  for (const wording of WORDINGS) {
    expect(toSimplified(wording)).toBe(wording);
    expect(toSimplified(toTraditional(wording))).toBe(wording);
  }
});

test('every sign stays in its place, and folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = toSimplified(text);
      expect(plain.length).toBe(text.length);
      expect(isTraditional(plain)).toBe(false);
    }),
  );
});

test('what a mirror prints is stored as it prints it', () => {
  const page = toTraditional(
    '<p>石桥镇人民政府 2021 年政府信息公开工作年度报告</p><p>联系电话：0999-2100001，地址：石桥镇东门街1号。</p><p>一、总体情况</p><p>开展工作。</p><p>二、主动公开政府信息情况</p><p>x</p><p>石桥镇人民政府</p><p>2022年1月18日</p>',
  );
  const { identity, sections } = parse(Buffer.from(`<!DOCTYPE html><meta charset="utf-8">${page}`));
  expect(identity).toMatchObject({
    unit: '石橋鎮人民政府',
    year: 2021,
    title: '石橋鎮人民政府 2021 年政府信息公開工作年度報告',
    publishedOn: '2022-01-18',
    signature: { unit: '石橋鎮人民政府', date: '2022-01-18' },
  });
  expect(identity.contact?.address).toBe('石橋鎮東門街1號');
  expect(sections.map(({ code, heading }) => `${code} ${heading}`)).toEqual([
    'preamble ',
    'overview 一、總體情況',
    'proactive 二、主動公開政府信息情況',
  ]);
});
