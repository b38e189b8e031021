import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CHECK_BY_ID, CHECKS } from '../../src/catalogue/checks.js';
import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { CROSS_YEAR_IDENTITIES, REPORT_IDENTITIES } from '../../src/catalogue/identities.js';
import { FORM_CHECKS } from '../../src/catalogue/quality-form.js';
import { SERIES_CHECKS } from '../../src/catalogue/quality-series.js';
import { PROSE_CHECKS } from '../../src/catalogue/quality-text.js';
import { ROLL_UPS } from '../../src/catalogue/roll-ups.js';
import { instancesOf } from '../../src/check/instances.js';
import { REPORT_JUDGES } from '../../src/check/quality/report-judges.js';
import { UNIT_YEAR_JUDGES } from '../../src/check/unit-year/unit-year-judges.js';
import { checksDocument } from './checks-document.js';

const ROOT = new URL('../../', import.meta.url);

test('docs/checks.md is what the catalogue says', () => {
  const path = fileURLToPath(new URL('docs/checks.md', ROOT));
  if (process.env.UPDATE) writeFileSync(path, checksDocument());
  expect(readFileSync(path, 'utf8')).toBe(checksDocument());
});

test('every quality check has its judge, and every judge its check', () => {
  const ids = (checks: readonly { readonly id: string }[]) => checks.map(({ id }) => id).sort();
  expect(Object.keys(REPORT_JUDGES).sort()).toEqual(ids([...FORM_CHECKS, ...PROSE_CHECKS]));
  expect(Object.keys(UNIT_YEAR_JUDGES).sort()).toEqual(ids(SERIES_CHECKS));
});

test('a roll-up repeats checks that there are, and the summary leaves it out', () => {
  const view = readFileSync(new URL('sql/views/72_compliance_summary.sql', ROOT), 'utf8');
  for (const { id, members } of ROLL_UPS) {
    expect(members.filter((member) => !CHECK_BY_ID.has(member))).toEqual([]);
    expect(view).toContain(`'${id}'`);
  }
});

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
