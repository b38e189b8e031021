import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INDICATOR_BY_CODE } from '../../src/catalogue/indicators.js';
import type { Indicator } from '../../src/model/form.js';
import { readNumber } from '../../src/parse/tables/read-number.js';

const indicator = (code: string): Indicator => INDICATOR_BY_CODE.get(code)!;
const COUNT = indicator('applications.new_received');
const CHANGE = indicator('proactive.licensing.items_change');
const FEES = indicator('proactive.fees.amount');
const PROCUREMENT = indicator('proactive.procurement.amount');

/** state and value, as `number 12`. */
function read(text: string, of: Indicator = COUNT, headerUnit: string | null = null): string {
  const { state, value } = readNumber(text, of, headerUnit);
  return value === null ? state : `${state} ${value}`;
}

test.each([
  ['', 'blank'],
  [' \u00a0\u3000\u200b', 'blank'],
  ['0', 'number 0'],
  ['0　　', 'number 0'],
  ['\u00a012 ', 'number 12'],
  ['１２', 'number 12'],
  ['1,234', 'number 1234'],
  ['１，２３４', 'number 1234'],
  ['5.00', 'number 5'],
  ['12件', 'annotated 12'],
  ['12 件', 'annotated 12'],
  ['5（件）', 'annotated 5'],
  ['22（其中修订16件）', 'annotated 22'],
  ['55（含自然失效 29 件）', 'annotated 55'],
  ['3（含上年结转1件）', 'annotated 3'],
  ['5²', 'annotated 5'],
  ['1,205①', 'annotated 1205'],
  ['5*', 'annotated 5'],
  ['5 ※', 'annotated 5'],
  ['5[1]', 'annotated 5'],
  ['5[¹]', 'annotated 5'],
  ['5注¹', 'annotated 5'],
  ['/', 'placeholder'],
  ['——', 'placeholder'],
  ['- -', 'placeholder'],
  ['??', 'placeholder'],
  ['无', 'placeholder'],
  ['不适用', 'placeholder'],
  ['十二', 'text'],
  ['O', 'text'],
  ['暂无数据', 'text'],
])('a count printed as %j is %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ...['1 2', '12\n34', '1.2.3', '12-34', '1O', '约12', '5万', '1,23', '1，2345', '12 34 件', '1/2', '3、4'],
  ...[
    '-3',
    '+3',
    '减3',
    '1.5',
    '250元',
    '7（3）',
    '120（历年累计）',
    '12（2022年）',
    '12[2022]',
    '5*3',
    '5[1]6',
    '[1]5',
    '9（上年5）',
  ],
  // Cells run together, and marks that NFKC would make digits.
  ...['000', '007', '①5', '5②件', '007①', '5₁', '½', '⑤', '5\u0336', '㈠2', '5⁽¹⁾'],
  ...['1234567890123456', '12345678901234567890'],
  // A picture or a control in the place of a number.
  '\ufffc',
])('%j never becomes a count', (text) => {
  expect(read(text)).toBe('withheld');
  expect(readNumber(text, COUNT, null).note?.check).toBe('extract/uncertain-number');
});

test('a footnote mark behind a number is said', () => {
  expect(readNumber('5¹', COUNT, null).note).toMatchObject({
    check: 'extract/footnote-mark',
    severity: 'info',
  });
});

test.each([
  ['减3', 'annotated -3'],
  ['减少 3', 'annotated -3'],
  ['增加12项', 'annotated 12'],
  ['-3', 'number -3'],
  ['－3', 'number -3'],
  ['−3', 'number -3'],
  ['+12', 'number 12'],
  ['持平', 'annotated 0'],
  ['-0', 'number 0'],
  ['减少-3', 'withheld'],
  ['增减3', 'withheld'],
  ['-', 'placeholder'],
])('a change printed as %j is %s', (text, expected) => {
  expect(read(text, CHANGE)).toBe(expected);
});

test('a change of -0 is 0, not the negative zero of floating point', () => {
  expect(Object.is(readNumber('减0', CHANGE, null).value, 0)).toBe(true);
});

describe('money', () => {
  test.each([
    ['43.788', null, 'number 43.788 万元', undefined],
    ['43.788万元', null, 'annotated 43.788 万元', undefined],
    ['437880元', null, 'annotated 43.788 万元', 'extract/unit-converted'],
    ['437880', '元', 'number 43.788 万元', 'extract/unit-converted'],
    ['1', '元', 'number 0.0001 万元', 'extract/unit-converted'],
    ['1.5亿元', null, 'annotated 15000 万元', 'extract/unit-converted'],
    ['0元', null, 'annotated 0 万元', 'extract/unit-converted'],
    ['437880（元）', null, 'annotated 43.788 万元', 'extract/unit-converted'],
    ['5件', null, 'withheld  万元', 'extract/uncertain-number'],
    ['5（其中3万元已缴）', null, 'withheld  万元', 'extract/uncertain-number'],
  ])('fees printed as %j under %s: %s', (text, headerUnit, expected, check) => {
    const { state, value, unit, note } = readNumber(text, FEES, headerUnit);
    expect([`${state} ${value ?? ''} ${unit}`, note?.check]).toEqual([expected, check]);
  });

  test.each([
    ['251000元', null, 251000, '元'],
    ['251000元', '万元', 251000, '元'],
    ['25.1', '万元', 25.1, '万元'],
    ['25.1（万元）', null, 25.1, '万元'],
    ['8040', null, 8040, null],
  ])('procurement printed as %j under %s keeps its own unit', (text, headerUnit, value, unit) => {
    expect(readNumber(text, PROCUREMENT, headerUnit)).toMatchObject({ value, unit });
  });
});

describe('properties', () => {
  const integers = fc.integer({ min: 0, max: 999_999_999_999 });
  const space = fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\u3000', '\n', '\u200b'), maxLength: 3 });

  test('an integer is read back from spaces around it, full-width digits and thousands separators', () => {
    fc.assert(
      fc.property(
        integers,
        space,
        space,
        fc.boolean(),
        fc.boolean(),
        (value, before, after, wide, grouped) => {
          const digits = grouped ? value.toLocaleString('en-US') : String(value);
          const printed = wide
            ? digits.replace(/[\d,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
            : digits;
          expect(read(before + printed + after)).toBe(`number ${value}`);
        },
      ),
    );
  });

  test('yuan become ten thousands of yuan without losing a digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const printed = `${whole}.${String(cents).padStart(2, '0')}元`;
          const scaled = BigInt(whole) * 100n + BigInt(cents);
          const { value } = readNumber(printed, FEES, null);
          expect(value).toBe(
            Number(`${scaled / 1_000_000n}.${String(scaled % 1_000_000n).padStart(6, '0')}`),
          );
        },
      ),
    );
  });

  test('two numbers with anything but a grouping comma between them are never one', () => {
    const between = fc.constantFrom(' ', '\n', '\t', '\u3000', '-', '/', '、', ';', '~', '至', '．．');
    fc.assert(
      fc.property(integers, between, integers, (a, separator, b) => {
        expect(readNumber(`${a}${separator}${b}`, COUNT, null).value).toBeNull();
      }),
    );
  });

  test('no text whatever throws, and a value comes only with a digit or 持平', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(COUNT, CHANGE, FEES), (text, of) => {
        const { value, state } = readNumber(text, of, null);
        expect(value === null).toBe(state !== 'number' && state !== 'annotated');
        if (value !== null) expect(text.normalize('NFKC')).toMatch(/\d|持平/);
      }),
    );
  });
});
