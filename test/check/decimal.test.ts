import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, formatMagnitude, subtract, sumExactly } from '../../src/check/decimal.js';

describe('sumExactly', () => {
  test.each([
    [[0.1, 0.2], '0.3'],
    [[7730.28, -0.28], '7730'],
    [[-0.5, 0.25], '-0.25'],
    [[1e-7, 1], '1.0000001'],
    [[1e21, 1], '1000000000000000000001'],
    [[Number.MAX_SAFE_INTEGER, 2], '9007199254740993'],
    [[], '0'],
  ])('%j is %s', (values, sum) => {
    expect(formatDecimal(sumExactly(values))).toBe(sum);
  });

  test('cents in any order are what whole cents are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 })), (cents) => {
        const exact = sumExactly(cents.map((c) => c / 100));
        const whole = cents.reduce((sum, c) => sum + c, 0) / 100;
        expect(subtract(exact, sumExactly([whole])).digits).toBe(0n);
      }),
    );
  });
});

test('formatMagnitude leaves the sign out', () => {
  expect(formatMagnitude(subtract(sumExactly([0.1]), sumExactly([0.3])))).toBe('0.2');
});
