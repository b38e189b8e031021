import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.js';
import { formTable, type Printed, type PrintedCells } from './build-figures.js';

const check = (cells: PrintedCells, rest?: Printed) =>
  checkReport({ template: 't2021', figures: formTable('t2021.applications', cells, rest) });

const errors = ({ findings }: ReturnType<typeof check>) => findings.filter((f) => f.severity === 'error');

describe('blanks', () => {
  test('a blank form: nothing can be assessed, nothing is found', () => {
    const { findings, outcomes } = check({}, '');
    expect(findings).toEqual([]);
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['not_assessable']));
  });

  test.each(['', '/'])('printed as %j for zero: the identities hold', (blank) => {
    const { findings, outcomes } = check(
      {
        'applications.new_received@natural_person': 1,
        'applications.new_received@total': 1,
        'results.granted@natural_person': 1,
        'results.granted@total': 1,
        'results.total@natural_person': 1,
        'results.total@total': 1,
      },
      blank,
    );
    expect(findings).toEqual([]);
    expect(outcomes).toMatchObject({
      't3-balance': 'pass',
      't3-results-sum': 'pass',
      't3-row-total': 'pass',
    });
  });

  test('a blank that can not be zero proves nothing', () => {
    const { findings, outcomes } = check({ 'applications.new_received@natural_person': 5 }, '');
    expect(outcomes['t3-balance']).toBe('not_assessable');
    expect(findings.map((f) => f.check)).toEqual(['blank-total']);
  });

  test('result rows whose totals are left blank, as a provincial office printed them in 2019: warnings only', () => {
    const report = check(
      {
        'applications.new_received@natural_person': 821,
        'applications.new_received@legal.business': 36,
        'applications.new_received@total': 857,
        'applications.carried_in@natural_person': 18,
        'applications.carried_in@total': 18,
        'results.granted@natural_person': 767,
        'results.granted@legal.business': 36,
        'results.total@natural_person': 767,
        'results.total@legal.business': 36,
        'results.total@total': 803,
        'applications.carried_out@natural_person': 72,
        'applications.carried_out@total': 72,
      },
      '',
    );
    expect(errors(report)).toEqual([]);
    expect(report.outcomes).toMatchObject({
      't3-balance': 'pass',
      't3-results-sum': 'pass',
      't3-row-total': 'pass',
      'blank-total': 'fail',
    });
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      check: 'blank-total',
      severity: 'warning',
      indicator: 'results.granted',
      applicant: 'total',
      message: '表三“予以公开”行总计空白，而各项有数：自然人 767 + 商业企业 36 = 803',
    });
  });

  test('one blank total that two identities look at is found once', () => {
    const { findings } = check({
      'results.granted@natural_person': 1,
      'results.granted@total': 1,
      'results.total@natural_person': 1,
      'results.total@total': '',
    });
    expect(findings.filter((f) => f.check === 'blank-total')).toHaveLength(1);
  });

  test('a blank total over zeros is no finding', () => {
    const { findings, outcomes } = check({ 'results.granted@total': '' });
    expect(findings).toEqual([]);
    expect(outcomes['blank-total']).toBe('pass');
  });
});

describe('cells whose reading is not certain', () => {
  test.each(['?12', '若干'])('%s accuses nobody', (printed) => {
    const report = check({ 'applications.new_received@natural_person': printed });
    expect(errors(report)).toEqual([]);
    expect(report.outcomes).toMatchObject({
      't3-balance': 'uncertain',
      't3-row-total': 'uncertain',
      't3-nonneg-int': 'uncertain',
      't3-results-sum': 'pass',
    });
  });

  test('all that rests on them is one note a check, with the cells', () => {
    const { findings } = check({ 'results.total@natural_person': '?1', 'results.total@total': '?1' });
    const notes = findings.filter((f) => f.check === 't3-balance');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ severity: 'info', outcome: 'uncertain' });
    expect(notes[0]?.evidence?.map((e) => e.applicant)).toEqual(['natural_person', 'total']);
  });

  test('a failure elsewhere is still the outcome', () => {
    const { outcomes } = check({
      'applications.new_received@natural_person': '?1',
      'applications.new_received@legal.other': 1,
    });
    expect(outcomes['t3-balance']).toBe('fail');
  });
});

describe('what is not in the table', () => {
  test('a missing row leaves its identities not assessable', () => {
    const columns = ['natural_person', 'legal.business', 'legal.research', 'legal.public_welfare'];
    const rest = ['legal.legal_service', 'legal.other', 'total'];
    const gone = [...columns, ...rest].map((c) => [`results.denied.state_secret@${c}`, null] as const);
    const { findings, outcomes } = check({ ...Object.fromEntries(gone), 'results.total@total': 0 });
    expect(findings).toEqual([]);
    expect(outcomes).toMatchObject({ 't3-results-sum': 'not_assessable', 't3-balance': 'pass' });
  });

  test('a table that was not recognised: not assessable, by the form of the report', () => {
    const { outcomes } = checkReport({ template: 't2021', figures: formTable('t2021.proactive') });
    expect(outcomes).toMatchObject({
      't3-balance': 'not_assessable',
      't4-sum': 'not_assessable',
      't2-nonneg': 'pass',
    });
    expect(outcomes).not.toHaveProperty('t2-new-le-total');
  });

  test('a report that mixes forms is checked table by table', () => {
    const figures = [...formTable('t2021.proactive'), ...formTable('t2019.applications')];
    const { outcomes } = checkReport({ template: 't2019', figures });
    expect(outcomes).toMatchObject({ 't2-nonneg': 'pass', 't3-results-sum': 'pass' });
    expect(outcomes).not.toHaveProperty('t2-new-le-total');
  });

  test('a report of 2014 to 2018 has none of these tables: only its own checks are due', () => {
    const { findings, outcomes } = checkReport({ template: 't2014', figures: [] });
    expect(findings).toEqual([]);
    expect(Object.keys(outcomes).filter((id) => !id.startsWith('s14-'))).toEqual(['blank-total']);
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['not_assessable']));
  });
});
