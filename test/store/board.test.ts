import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { MEASURES } from '../../src/catalogue/measures.js';
import { type BoardMemory, boardData, rateRows } from '../../src/store/board/board-data.js';
import { readBoard } from '../../src/store/board/read-board.js';
import { searchSections } from '../../src/store/board/search-sections.js';
import { unitWorkItems } from '../../src/store/board/worklist.js';
import { listActs } from '../../src/store/judgement/audit.js';
import { saveDecisions } from '../../src/store/judgement/decisions.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { forgetReadings } from '../../src/store/reports/forget-readings.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { onEachDatabase } from './databases.js';
import { capture, loadable, saveCounty } from './reports.js';

const finding = (message: string, value: number) => ({
  check: 't3-balance',
  severity: 'error' as const,
  outcome: 'fail' as const,
  message,
  evidence: [
    { indicator: 'applications.new_received', applicant: 'total', value, table: 1, row: 3, column: 7 },
  ],
});
const nothingHeld = (): BoardMemory => ({ data: null, reading: null });

const OFFICER = { actor: '张三', role: 'office', address: '127.0.0.1' };

onEachDatabase('the board’s reading and deciding', (database) => {
  const report = (word: string, message = '表三不平衡，相差 1', value = 1) =>
    loadable('board-a', 2021, word, {
      findings: [finding(message, value)],
      sections: [{ code: 'overview', heading: '一、总体情况', text: '政务新媒体 100%_公开' }],
    });
  const load = async (word: string, day: string, ...words: [string?, number?]) => {
    const { db } = database();
    await capture(db, report(word), day);
    await saveReports(db, [report(word, ...words)]);
  };
  const items = () => readBoard(database().db, (reader) => unitWorkItems(reader, 'board-a', 2021));

  beforeAll(async () => {
    await migrate(database().db);
    await saveCounty(database().db, 'board', ['board-a', 'board-b']);
    await load('first', '2022-01-20');
  });

  test('a page sees the public views, and nothing else, and changes nothing', async () => {
    const { db } = database();
    await expect(readBoard(db, (r) => sql`select * from core.report`.execute(r))).rejects.toThrow(
      /permission denied/,
    );
    await expect(readBoard(db, (r) => sql`select * from ops.audit`.execute(r))).rejects.toThrow(
      /permission denied/,
    );
    await expect(readBoard(db, (r) => sql`create table mart.mine (n int)`.execute(r))).rejects.toThrow();
  });

  test('a decision is on its finding, in the log, and stays when the same is read and checked again', async () => {
    const { db } = database();
    const [found] = await items();
    const request = {
      unitId: 'board-a',
      reportYear: 2021,
      findingKey: found!.key,
      state: 'sent_back',
      note: '请更正',
    } as const;
    expect(await saveDecisions(db, [request], OFFICER, new Date('2022-02-01T00:00:00Z'))).toBe(1);
    await forgetReadings(db);
    await saveReports(db, [report('first', '表三不平衡：相差 2（说明改了）', 2)]);
    expect(await items()).toMatchObject([{ state: 'sent_back', note: '请更正', decidedBy: '张三' }]);
    expect(await listActs(db.kysely, 1)).toMatchObject([
      { actor: '张三', action: 'decide:sent_back', unitId: 'board-a' },
    ]);
  });

  test('what is not there can’t be decided', async () => {
    const request = {
      unitId: 'board-a',
      reportYear: 2021,
      findingKey: '0'.repeat(32),
      state: 'done',
      note: '',
    } as const;
    expect(await saveDecisions(database().db, [request], OFFICER, new Date())).toBe(0);
  });

  test('a revised document is judged anew, and the old decision is kept', async () => {
    await load('revised', '2022-03-01');
    expect(await items()).toMatchObject([{ state: 'open', decidedBy: null }]);
    const history = await readBoard(database().db, (r) =>
      sql`select state, still_found from mart.decision where unit_id = 'board-a'`.execute(r),
    );
    expect(history.rows).toEqual([{ state: 'sent_back', still_found: false }]);
  });

  test('what is held in memory is held until something changes', async () => {
    const { db } = database();
    const memory = nothingHeld();
    const first = await boardData(db, memory);
    expect((await boardData(db, memory)).findings).toBe(first.findings);
    expect(first.publications.map(({ unitId, year, status }) => ({ unitId, year, status }))).toEqual([
      { unitId: 'board-a', year: 2021, status: 'unexpected' },
    ]);
    const [found] = await items();
    const request = {
      unitId: 'board-a',
      reportYear: 2021,
      findingKey: found!.key,
      state: 'done',
      note: '',
    } as const;
    await saveDecisions(db, [request], OFFICER, new Date());
    expect((await boardData(db, memory)).findings).toMatchObject([{ state: 'done' }]);
  });

  test('who asks at the same time gets what is read once', async () => {
    const { db } = database();
    const memory = nothingHeld();
    const [one, other] = await Promise.all([boardData(db, memory), boardData(db, memory)]);
    expect(other).toBe(one);
    expect(memory).toEqual({ data: one, reading: null });
  });

  test('every measure has its numerator and its denominator in mart.unit_year', async () => {
    const { db } = database();
    const data = await boardData(db, nothingHeld());
    for (const measure of MEASURES)
      expect(await rateRows(db, data, measure), measure.id).toMatchObject([
        { unitId: 'board-a', year: 2021 },
      ]);
  });

  test('search takes words as they are, not as a pattern', async () => {
    const search = (...words: string[]) =>
      searchSections(database().db, { words, unitIds: null }, { limit: 10, offset: 0 });
    expect(await search('新媒体', '100%_')).toHaveLength(1);
    expect(await search('1_0%')).toHaveLength(0);
    expect(await search('新媒体', '没有的词')).toHaveLength(0);
  });

  test('after decisions on some of many findings, what is held is what would be read anew', async () => {
    const { db } = database();
    const units = Array.from({ length: 6 }, (_, n) => `many-${n}`);
    await saveCounty(db, 'many', units);
    const findings = [finding('不平衡', 1), { ...finding('另一处不平衡', 2), severity: 'info' as const }];
    const reports = units.flatMap((unit) =>
      [2021, 2022].map((year) => loadable(unit, year, `${unit}${year}`, { findings })),
    );
    for (const one of reports) await capture(db, one, '2023-01-20');
    await saveReports(db, reports);
    const memory = nothingHeld();
    let held = await boardData(db, memory);
    for (const state of ['sent_back', 'done', 'open'] as const) {
      const chosen = held.findings.filter(
        ({ unitId }, place) => unitId.startsWith('many') && place % 3 === 0,
      );
      const requests = chosen.map(({ unitId, year, key }) => ({
        ...{ unitId, reportYear: year, findingKey: key, state, note: '' },
      }));
      expect(await saveDecisions(db, requests, OFFICER, new Date())).toBe(chosen.length);
      const { publications } = held;
      held = await boardData(db, memory);
      expect(held.publications).toBe(publications);
      expect(held.findings.filter((row) => row.state === state).length).toBeGreaterThanOrEqual(chosen.length);
      expect(held.findings).toEqual((await boardData(db, nothingHeld())).findings);
    }
  });
});
