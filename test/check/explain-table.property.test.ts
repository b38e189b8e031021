import { describe, expect, test } from 'vitest';
import { explainTable } from '../../src/check/explain-table.js';
import type { Cause } from '../../src/check/weigh-cause.js';
import { formTable } from './build-figures.js';
import {
  type Cells,
  type Planted,
  pick,
  plant,
  randomApplications,
  randomReview,
  SLIPS,
  seeded,
  shiftRow,
} from './plant-errors.js';

const TABLES = { 三: ['t2019.applications', 't2021.applications'], 四: ['review_litigation'] };

/** Slips in which the printed number says nothing of the number meant: 表四 can't tell the cell by it. */
const SILENT = [
  'zero for a number',
  'any other number',
  ...Object.keys(SLIPS).filter((s) => /row|column/.test(s)),
];

const randomTable = (form: string, random: () => number): Cells =>
  form === 'review_litigation' ? randomReview(random) : randomApplications(form, random);

const print = (form: string, cells: Cells, planted: readonly Planted[]) =>
  formTable(form, { ...cells, ...Object.fromEntries(planted.map(({ name, printed }) => [name, printed])) });

const undoes = ({ changes }: Cause, planted: readonly Planted[]) =>
  changes.length === planted.length &&
  planted.every(({ name, truth }) =>
    changes.some(({ figure: { indicator, applicant }, meant }) => {
      return (applicant ? `${indicator}@${applicant}` : indicator) === name && meant === truth;
    }),
  );

interface Rates {
  readonly tried: number;
  readonly named: number;
  readonly first: number;
  readonly inTopThree: number;
}

function measure(form: string, slips: readonly (keyof typeof SLIPS)[], times: number, each: number): Rates {
  const random = seeded(2021);
  const rates = { tried: 0, named: 0, first: 0, inTopThree: 0 };
  for (let i = 0; i < times; i++) {
    const cells = randomTable(form, random);
    const planted: Planted[] = [];
    for (let n = 0; n < each; n++) {
      const slip = SLIPS[each === 1 ? slips[i % slips.length]! : pick(slips, random)]!;
      const one = plant(form, cells, slip, random);
      if (one && !planted.some(({ name }) => name === one.name)) planted.push(one);
    }
    if (planted.length < each) continue;
    const [explanation] = explainTable(print(form, cells, planted));
    const causes = explanation?.causes ?? [];
    rates.tried++;
    if (causes.some((cause) => undoes(cause, planted))) rates.named++;
    if (causes.slice(0, 3).some((cause) => undoes(cause, planted))) rates.inTopThree++;
    if (causes[0] && undoes(causes[0], planted)) rates.first++;
  }
  return rates;
}

const ALL = Object.keys(SLIPS);
const TELLING = ALL.filter((slip) => !SILENT.includes(slip));

describe.each(TABLES.三)('one slip in %s', (form) => {
  test.each(ALL)('%s: the cell is always named, and no other is', (slip) => {
    const { tried, named, first } = measure(form, [slip], 30, 1);
    expect(tried).toBeGreaterThan(20);
    expect({ named, first }).toEqual({ named: tried, first: tried });
  });
});

describe('one slip in 表四, where each sum has five cells', () => {
  test.each(
    ALL.filter((slip) => !slip.includes('row')),
  )('%s: the cell is always among those named', (slip) => {
    const { tried, named } = measure('review_litigation', [slip], 100, 1);
    expect(tried).toBeGreaterThan(20);
    expect(named).toBe(tried);
  });

  test('of slips that the number tells, 89 % are named first and all among the first three', () => {
    const { tried, first, inTopThree } = measure('review_litigation', TELLING, 2700, 1);
    expect(first / tried).toBeGreaterThanOrEqual(0.89);
    expect(inTopThree / tried).toBeGreaterThanOrEqual(0.999);
  });
});

test('of slips that the number tells, over 表三 and 表四, 97 % are named first', () => {
  const rates = [...TABLES.三, ...TABLES.四].map((form) => measure(form, TELLING, 450, 1));
  const sum = (of: keyof Rates) => rates.reduce((total, rate) => total + rate[of], 0);
  expect(sum('named')).toBe(sum('tried'));
  expect(sum('first') / sum('tried')).toBeGreaterThanOrEqual(0.97);
});

describe.each(TABLES.三)('several slips in %s', (form) => {
  test.each([2, 3])('%i cells are found together', (each) => {
    const { tried, named, first } = measure(form, ALL, 100, each);
    expect(tried).toBeGreaterThan(80);
    expect(named).toBe(tried);
    expect(first / tried).toBeGreaterThanOrEqual(0.95);
  });
});

test('a row moved by one column is named always, and first in 98 %, however many cells that changes', () => {
  const random = seeded(61);
  let [tried, named, first] = [0, 0, 0];
  for (let i = 0; i < 300; i++) {
    const cells = randomApplications('t2021.applications', random);
    const planted = shiftRow('t2021.applications', cells, random);
    if (planted.length < 2) continue;
    const causes = explainTable(print('t2021.applications', cells, planted))[0]?.causes ?? [];
    tried++;
    if (causes.some((cause) => undoes(cause, planted))) named++;
    if (causes[0] && undoes(causes[0], planted)) first++;
  }
  expect(named).toBe(tried);
  expect(first / tried).toBeGreaterThanOrEqual(0.98);
});

test('every cause mends every sum of the table', () => {
  const random = seeded(30);
  for (let i = 0; i < 60; i++) {
    const form = pick(['t2021.applications', 'review_litigation'], random);
    const cells = randomTable(form, random);
    const slips = [1, 2].map(() => plant(form, cells, pick(Object.values(SLIPS), random), random));
    const figures = print(
      form,
      cells,
      slips.flatMap((slip) => slip ?? []),
    );
    const explanations = explainTable(figures);
    if (explanations.some(({ causes }) => causes.length === 0)) continue;
    const mended = explanations.reduce((left, { causes }) => mend(left, causes[0]!), figures);
    expect(explainTable(mended)).toEqual([]);
    if (explanations.length !== 1) continue;
    for (const cause of explanations[0]!.causes) expect(explainTable(mend(figures, cause))).toEqual([]);
  }
});

function mend(figures: ReturnType<typeof formTable>, { changes }: Cause) {
  return figures.map((figure) => {
    const change = changes.find(
      (c) => c.figure.indicator === figure.indicator && c.figure.applicant === figure.applicant,
    );
    return change ? { ...figure, value: change.meant } : figure;
  });
}
