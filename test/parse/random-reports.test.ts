import { describe, expect, test } from 'vitest';
import type { Layout } from '../../tools/generate/layout.js';
import { type Random, random } from '../../tools/generate/random.js';
import { judgeLayout } from './judge-layout.js';
import { changeTables, FORMATS, type Format, layoutOf, truthOf } from './layouts.js';
import { MUTATIONS, type Mutation } from './mutations.js';

const FORMS = ['t2019', 't2021'] as const;
const DOCUMENTS = 300;
const BATCHES = 6;

/** Two copies of each half: the second half of the second copy goes on with nothing, and its rows are named. */
const contradicts = ({ name }: Mutation, others: readonly Mutation[]): boolean =>
  name === 'the table twice, not alike' && others.some((other) => /split|twice, alike/.test(other.name));

/** Up to three departures from the form, whatever they make of each other. */
function randomLayout(rng: Random, format: Format, seed: number): { layout: Layout; names: string[] } {
  const usable = MUTATIONS.filter(({ notInText }) => format !== 'text' || !notInText);
  const sample: Mutation[] = rng.sample(usable, rng.between(1, 3));
  const chosen = usable.filter((mutation) => sample.includes(mutation) && !contradicts(mutation, sample));
  const start = layoutOf(
    truthOf(seed, rng.pick(FORMS), rng.pick(FORMS)),
    rng.chance(0.3) ? 'shifted' : 'aligned',
  );
  const layout = chosen.reduce(
    (sofar, mutation) => changeTables(sofar, mutation.subject, (table) => mutation.apply(table, rng)),
    start,
  );
  return { layout, names: chosen.map(({ name }) => name) };
}

describe('random combinations of what tables do to the form', () => {
  const seeds = Array.from({ length: BATCHES }, (_, batch) => batch);

  test.each(seeds)('nothing is silently wrong: batch %i', (batch) => {
    let exact = 0;
    for (let n = 0; n < DOCUMENTS / BATCHES; n++) {
      const seed = 10_000 + batch * 1000 + n;
      const rng = random(seed);
      const format = FORMATS[n % FORMATS.length]!;
      const { layout, names } = randomLayout(rng, format, seed);
      const verdict = judgeLayout(layout, format);
      const where = `seed ${seed}, ${format}: ${names.join(' + ')}`;
      expect(verdict.wrong, where).toEqual([]);
      expect(verdict.silent, where).toEqual([]);
      exact += verdict.exact;
    }
    // The test must not pass by refusing everything.
    expect(exact).toBeGreaterThan((DOCUMENTS / BATCHES) * 60);
  });
});
