import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECK_BY_ID } from '../../../src/catalogue/checks.js';
import { FORM_CHECKS } from '../../../src/catalogue/quality-form.js';
import { PROSE_CHECKS } from '../../../src/catalogue/quality-text.js';
import { checkQuality } from '../../../src/check/check-quality.js';
import { anyExtraction } from './any-extraction.js';

const IDS = [...FORM_CHECKS, ...PROSE_CHECKS].map(({ id }) => id).sort();

test('whatever was read, each check answers once and each finding is of a check', () => {
  fc.assert(
    fc.property(anyExtraction, (extraction) => {
      const { outcomes, findings } = checkQuality(extraction);
      expect(Object.keys(outcomes).sort()).toEqual(IDS);
      for (const { check, outcome } of findings) {
        expect(CHECK_BY_ID.has(check)).toBe(true);
        expect(['fail', 'uncertain']).toContain(outcome);
      }
    }),
    { numRuns: 300 },
  );
});

test('of a report before 2019, nothing that the later forms ask is held against it', () => {
  const later = [...FORM_CHECKS, ...PROSE_CHECKS].filter(({ fromYear = 0 }) => fromYear >= 2019);
  fc.assert(
    fc.property(anyExtraction, fc.integer({ min: 2008, max: 2018 }), (extraction, year) => {
      const { outcomes } = checkQuality({ ...extraction, identity: { ...extraction.identity, year } });
      for (const { id } of later) expect(outcomes[id]).toBe('not_assessable');
    }),
    { numRuns: 100 },
  );
});

test('of 2019, the year of transition, a matter of the form is only noted', () => {
  const ofForm = new Set([...FORM_CHECKS, ...PROSE_CHECKS].filter((c) => c.ofForm).map(({ id }) => id));
  fc.assert(
    fc.property(anyExtraction, (extraction) => {
      const { findings } = checkQuality({ ...extraction, identity: { ...extraction.identity, year: 2019 } });
      for (const { check, severity } of findings) if (ofForm.has(check)) expect(severity).toBe('info');
    }),
    { numRuns: 100 },
  );
});
