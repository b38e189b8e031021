import { beforeAll, expect, test } from 'vitest';
import type { CorrectionRequest } from '../../src/model/correction.js';
import { NothingToWithdrawError, saveCorrections } from '../../src/store/judgement/corrections.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { capture, loadable, printed, saveCounty, tableFigures } from './reports.js';

const DECISION: CorrectionRequest = {
  ...{ unitId: 'town', reportYear: 2021, indicator: 'results.total', applicant: 'total' },
  ...{ value: '40', withdrawn: false, by: '李主任', why: '电话核实' },
};
const TAKEN_BACK = { ...DECISION, value: null, withdrawn: true };

onEachDatabase('a decision on a figure', (database) => {
  const publish = async (name: string, count: number, on: string): Promise<void> => {
    const figures = tableFigures('t2021.applications', 1, () => printed(count));
    const report = loadable('town', 2021, name, { figures });
    await capture(database().db, report, on);
    await saveReports(database().db, [report]);
  };
  const decide = (request: CorrectionRequest, day: string) =>
    saveCorrections(database().db, [request], new Date(`2026-01-${day}T00:00:00Z`));
  const standing = async () =>
    (
      await ask<{ standing_zh: string; stands: boolean }>(
        database().db,
        'select standing_zh, stands from mart.correction order by corrected_at, standing_zh',
      )
    ).map(({ standing_zh, stands }) => `${standing_zh}${stands ? '*' : ''}`);
  const reopened = () =>
    ask(database().db, "select message from mart.finding where check_id = 'correction-reopened'");

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'county', ['town']);
    await publish('first', 10, '2022-02-01');
  });

  test('has nothing to take back where there is none', async () => {
    await expect(decide(TAKEN_BACK, '01')).rejects.toThrow(NothingToWithdrawError);
    await expect(decide(TAKEN_BACK, '01')).rejects.toThrow(
      'town 2021: there is no decision on results.total@total to take back',
    );
    expect(await standing()).toEqual([]);
  });

  test('waits to be judged again when its document is revised, until it is', async () => {
    await decide(DECISION, '02');
    expect(await standing()).toEqual(['有效*']);
    await publish('second', 12, '2022-03-01');
    expect(await standing()).toEqual(['原文已改版，须重新判断']);
    expect(await reopened()).toHaveLength(1);
    await decide({ ...DECISION, value: '41' }, '03');
    expect(await standing()).toEqual(['已被后来的更正取代', '有效*']);
    expect(await reopened()).toEqual([]);
  });

  test('stands again when the publisher goes back to what it was made of', async () => {
    await publish('first', 10, '2022-04-01');
    expect(await standing()).toEqual(['有效*', '已被后来的更正取代']);
    expect(await ask(database().db, `select value::int, reported_value::int ${OF_THE_CELL}`)).toEqual([
      { value: 40, reported_value: 10 },
    ]);
  });

  test('is taken back on every document, once', async () => {
    await publish('third', 13, '2022-05-01');
    expect(await standing()).toEqual(['已被后来的更正取代', '原文已改版，须重新判断']);
    await decide(TAKEN_BACK, '04');
    expect(await standing()).toEqual([...['已被后来的更正取代', '已被后来的更正取代', '已撤回', '已撤回']]);
    expect(await reopened()).toEqual([]);
    await expect(decide(TAKEN_BACK, '05')).rejects.toThrow(NothingToWithdrawError);
  });
});

const OF_THE_CELL = `from mart.figure where unit_id = 'town' and indicator = 'results.total' and applicant = 'total'`;
