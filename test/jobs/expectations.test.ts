import { expect, test } from 'vitest';
import { expectReports } from '../../src/jobs/expectations.js';
import type { DueRule, SourcesFile } from '../../src/model/source.js';
import type { UnitRecord } from '../../src/model/unit.js';

const town: UnitRecord = {
  unitId: 'huiqu',
  name: '辉渠镇人民政府',
  kind: 'town',
  divisionCode: null,
  parentId: null,
  validFrom: null,
  validTo: null,
};
const rule: DueRule = {
  kinds: ['town'],
  fromYear: null,
  toYear: null,
  date: '01-31',
  basis: '条例第四十九条',
};
const sources = (due: readonly DueRule[]): SourcesFile => ({
  sources: [],
  due,
  expected: { from: 2020, to: 2021 },
  units: null,
  localSites: [],
});

test('a report is due in the year after its report year', () => {
  expect(expectReports(sources([rule]), [town])).toEqual([
    { unitId: 'huiqu', reportYear: 2020, dueOn: '2021-01-31', basis: '条例第四十九条' },
    { unitId: 'huiqu', reportYear: 2021, dueOn: '2022-01-31', basis: '条例第四十九条' },
  ]);
});

test('a later rule that fits wins over an earlier one', () => {
  const local = { ...rule, fromYear: 2021, date: '01-20', basis: '本市通知' };
  expect(expectReports(sources([rule, local]), [town]).map(({ dueOn }) => dueOn)).toEqual([
    '2021-01-31',
    '2022-01-20',
  ]);
});

test('nothing is expected of a kind without a rule, nor of a unit that no longer stood on 31 December', () => {
  expect(expectReports(sources([{ ...rule, kinds: ['street'] }]), [town])).toEqual([]);
  const merged = { ...town, validTo: '2021-06-30' };
  expect(expectReports(sources([rule]), [merged]).map(({ reportYear }) => reportYear)).toEqual([2020]);
});

test('a rule of a place holds for the unit and all below it, by the parents of the year', () => {
  const county = { ...town, unitId: 'anqiu', kind: 'government' as const, parentId: 'weifang' };
  const below = { ...town, parentId: 'anqiu', validTo: '2021-06-30' };
  const moved = { ...town, parentId: 'elsewhere', validFrom: '2021-07-01' };
  const local: DueRule = {
    ...rule,
    kinds: ['town', 'government'],
    under: 'weifang',
    date: '01-10',
    basis: '潍坊市通知',
  };
  const due = expectReports(sources([rule, local]), [county, below, moved]);
  expect(due.map(({ unitId, reportYear, dueOn }) => [unitId, reportYear, dueOn])).toEqual([
    ['anqiu', 2020, '2021-01-10'],
    ['huiqu', 2020, '2021-01-10'],
    ['anqiu', 2021, '2022-01-10'],
    ['huiqu', 2021, '2022-01-31'],
  ]);
});
