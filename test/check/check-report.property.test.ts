import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APPLICATIONS_2019, APPLICATIONS_2021 } from '../../src/catalogue/form-applications.js';
import { checkReport } from '../../src/check/check-report.js';
import type { FormTable } from '../../src/model/form.js';
import { consistentApplications, formTable } from './build-figures.js';

/** Random leaves of 表三; no more carried in than out, so that what was newly received isn't negative. */
const leavesOf = (form: FormTable) => {
  const names = form.cells
    .filter(({ indicator, applicant }) => applicant !== 'total' && indicator !== 'results.total')
    .map(({ indicator, applicant }) => `${indicator}@${applicant}`);
  const counts = fc.array(fc.nat(500), { minLength: names.length, maxLength: names.length });
  return counts.map((numbers) => {
    const leaves = Object.fromEntries(names.map((name, i) => [name, numbers[i]!]));
    for (const name of names.filter((n) => n.startsWith('applications.carried_in@'))) {
      leaves[name] = Math.min(leaves[name]!, leaves[name.replace('carried_in', 'carried_out')]!);
    }
    return leaves;
  });
};

const aTable = fc
  .constantFrom(APPLICATIONS_2019, APPLICATIONS_2021)
  .chain((form) =>
    leavesOf(form).map((leaves) => ({ form, cells: consistentApplications(form.id, leaves) })),
  );

const check = (form: FormTable, cells: Readonly<Record<string, number>>) =>
  checkReport({ template: form.template, figures: formTable(form.id, cells) });

test('a consistent table has no finding', () => {
  fc.assert(
    fc.property(aTable, ({ form, cells }) => {
      const { findings, outcomes } = check(form, cells);
      expect(findings).toEqual([]);
      expect(Object.values(outcomes)).not.toContain('fail');
    }),
  );
});

test('any one cell of it off by one fails', () => {
  const change = fc.record({ table: aTable, pick: fc.nat(), by: fc.constantFrom(1, -1) });
  fc.assert(
    fc.property(change, ({ table: { form, cells }, pick, by }) => {
      const names = Object.keys(cells);
      const name = names[pick % names.length]!;
      const { findings, outcomes } = check(form, { ...cells, [name]: cells[name]! + by });
      expect(Object.values(outcomes)).toContain('fail');
      expect(findings.some((f) => f.evidence?.some((e) => `${e.indicator}@${e.applicant}` === name))).toBe(
        true,
      );
    }),
    { numRuns: 300 },
  );
});
