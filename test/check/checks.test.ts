import { expect, test } from 'vitest';
import { CHECKS } from '../../src/catalogue/checks.js';
import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { CROSS_YEAR_IDENTITIES, REPORT_IDENTITIES } from '../../src/catalogue/identities.js';
import { instancesOf } from '../../src/check/instances.js';

const IDENTITIES = [...REPORT_IDENTITIES, ...CROSS_YEAR_IDENTITIES];

test('every check has its own id and says name, basis and rule in Chinese', () => {
  expect(new Set(CHECKS.map((c) => c.id)).size).toBe(CHECKS.length);
  for (const { nameZh, basis, rule } of CHECKS) {
    for (const text of [nameZh, basis, rule]) expect(text).toMatch(/\p{Script=Han}/u);
  }
});

test('every operand of every identity is a cell of its form table', () => {
  for (const identity of IDENTITIES) {
    for (const id of identity.equations.flatMap((equation) => equation.formTables)) {
      const cells = FORM_TABLE_BY_ID.get(id)!.cells;
      const keys = new Set(cells.map((c) => (c.applicant ? `${c.indicator}@${c.applicant}` : c.indicator)));
      const operands = instancesOf(identity, id).flatMap(({ left, right }) => [...left, ...right]);
      expect(operands.filter(({ key }) => !keys.has(key))).toEqual([]);
    }
  }
});

test.each([
  ['t3-balance', 't2021.applications', 7, 4],
  ['t3-results-sum', 't2019.applications', 7, 20],
  ['t3-results-sum', 't2021.applications', 7, 22],
  ['t3-row-total', 't2019.applications', 23, 7],
  ['t3-row-total', 't2021.applications', 25, 7],
  ['t3-nonneg-int', 't2021.applications', 175, 1],
  ['t4-sum', 'review_litigation', 3, 5],
  ['t2-nonneg', 't2019.proactive', 17, 1],
  ['xy-carry', 't2021.applications', 7, 2],
])('%s in %s: %i instances of %i cells', (id, table, instances, cells) => {
  const found = instancesOf(IDENTITIES.find((identity) => identity.id === id)!, table);
  expect(found).toHaveLength(instances);
  expect(new Set(found.map(({ left, right }) => left.length + right.length))).toEqual(new Set([cells]));
});
