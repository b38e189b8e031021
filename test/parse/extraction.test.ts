import { describe, expect, test } from 'vitest';
import { random } from '../../tools/generate/random.js';
import { judgeLayout } from './judge-layout.js';
import { changeTables, FORMATS, layoutOf, truthOf } from './layouts.js';
import { MUTATIONS } from './mutations.js';

const FORMS = [
  ['t2019', 't2019'],
  ['t2021', 't2021'],
  ['t2021', 't2019'],
] as const;

describe.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s', (_, mutation) => {
  const formats = FORMATS.filter((format) => format !== 'text' || !mutation.notInText);

  test.each(formats)('nothing is silently wrong or lost: %s', (format) => {
    FORMS.forEach(([table2, table3], form) => {
      for (const seed of format === 'html' ? [1, 2] : [3]) {
        const rng = random(seed * 100 + form);
        const layout = changeTables(layoutOf(truthOf(seed, table2, table3)), mutation.subject, (table) =>
          mutation.apply(table, rng),
        );
        const verdict = judgeLayout(layout, format);
        const where = `${table2} ${table3} seed ${seed}`;
        expect(verdict.wrong, where).toEqual([]);
        expect(verdict.silent, where).toEqual([]);
        const readable = mutation.lossless && !(format === 'text' && mutation.positionedOnly);
        if (readable) expect(verdict.flagged, where).toEqual([]);
      }
    });
  });
});
