import { expect, test } from 'vitest';
import type { Figure } from '../../../src/model/extraction.js';
import { compareReadings, withholdDifferences } from '../../../src/parse/control/compare-readings.js';

const figure = (raw: string, more: Partial<Figure> = {}): Figure => ({
  ...{ indicator: 'proactive.rules.issued', applicant: null, formTable: 't2021.proactive' },
  ...{ raw, value: Number(raw), unit: '件', state: 'number', table: 0, row: 2, column: 1 },
  ...more,
});

test('the same value, state and text agree, wherever they stand and however they are spaced', () => {
  const note = { value: 22, state: 'annotated' } as const;
  const one = [figure('22（其中修订16件）', note)];
  const other = [figure('22 （其中\n修订16件）\u200b', { ...note, table: 4, row: 9 })];
  expect(compareReadings(one, other)).toEqual({
    agreed: new Set(['proactive.rules.issued@']),
    differences: [],
  });
});

test.each<[string, Figure, Figure[]]>([
  ['another value', figure('12'), [figure('21')]],
  ['another state', figure('12'), [figure('12', { state: 'annotated' })]],
  [
    'another text',
    figure('5项', { value: 5, state: 'annotated' }),
    [figure('5条', { value: 5, state: 'annotated' })],
  ],
  ['a blank for a number', figure('', { value: null, state: 'blank' }), [figure('12')]],
  ['a zero for a blank', figure('0'), [figure('', { value: null, state: 'blank' })]],
  ['nothing', figure('12'), []],
])('%s is a difference, and withheld with the text of the main reading', (_, main, control) => {
  const { agreed, differences } = compareReadings([main], control);
  expect(agreed.size).toBe(0);
  const { figures, findings } = withholdDifferences([main], differences);
  expect(figures).toEqual([{ ...main, value: null, state: 'withheld' }]);
  expect(findings).toHaveLength(1);
});

test('what the main reading withholds already needs no second finding', () => {
  const withheld = figure('12', { value: null, state: 'withheld' });
  expect(compareReadings([withheld], [figure('12')])).toEqual({ agreed: new Set(), differences: [] });
});
