import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareSentences, namesOf } from '../../../src/check/likeness/bare-text.js';
import { estimate, gramsOf, similarity, sketchOf } from '../../../src/check/likeness/grams.js';
import { likest } from '../../../src/check/likeness/likest.js';

const grams = (text: string, names: readonly string[] = []) =>
  gramsOf(bareSentences([{ code: 'overview', heading: '', text }], names));

const HAN = Array.from({ length: 400 }, (_, place) => String.fromCharCode(0x4e00 + place * 7));
const words = fc
  .array(fc.constantFrom(...HAN), { minLength: 600, maxLength: 900 })
  .map((signs) => signs.join(''));

test('a text is wholly like itself, whatever its numbers, dates, names and headings', () => {
  const one = '（一）主动公开\n2022年，辉渠镇主动公开政府信息120条，按照《政府信息公开条例》的要求逐项公示。';
  const other = '1.主动公开情况\n2023年，石桥镇主动公开政府信息87条，按照《条例》的要求逐项公示。';
  const [a, b] = [grams(one, namesOf('辉渠镇人民政府')), grams(other, namesOf('石桥镇人民政府'))];
  expect(a.length).toBeGreaterThan(5);
  expect(similarity(a, b)).toBe(1);
});

test('the share of what is common is measured exactly, and estimated within four standard errors', () => {
  fc.assert(
    fc.property(words, words, fc.double({ min: 0, max: 1, noNaN: true }), (own, others, share) => {
      const cut = Math.floor(own.length * share);
      const [a, b] = [grams(own), grams(own.slice(0, cut) + others.slice(0, own.length - cut))];
      const set = new Set(a);
      const shared = [...b].filter((gram) => set.has(gram)).length;
      expect(similarity(a, b)).toBeCloseTo(shared / (a.length + b.length - shared), 12);
      expect(Math.abs(estimate(sketchOf(a), sketchOf(b)) - similarity(a, b))).toBeLessThan(0.2);
    }),
    { numRuns: 100 },
  );
});

test('of two hundred siblings, the one that copied is found with the one that it copied', () => {
  const text = (seed: number, length = 800) =>
    Array.from(
      { length },
      (_, place) => HAN[(place * (seed * 2 + 1) + ((place * place * seed) % 97)) % 400],
    ).join('');
  const group = Array.from({ length: 200 }, (_, unit) => ({
    unitId: `u${unit}`,
    sketch: sketchOf(grams(text(unit + 3))),
  }));
  const copy = { unitId: 'copy', sketch: sketchOf(grams(text(20, 780))) };
  const found = likest([...group, copy]);
  expect(found.get('copy')).toContain('u17');
  expect(found.get('u17')).toContain('copy');
});
