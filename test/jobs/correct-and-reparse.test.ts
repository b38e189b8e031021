import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { readSourcesFile } from '../../src/ingest/sources/sources-file.js';
import type { JobContext } from '../../src/jobs/context.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { diffArchive, reparseArchive } from '../../src/jobs/reparse.js';
import type { CorrectionRequest } from '../../src/model/correction.js';
import { saveCorrections, UnknownFigureError } from '../../src/store/judgement/corrections.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { queryReadOnly } from '../../src/store/postgres/query-read-only.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { onEachDatabase } from '../store/databases.js';
import { copySample } from './sample.js';

const WRONG_TOTAL: CorrectionRequest = {
  unitId: 'nanhu-yinghe',
  reportYear: 2022,
  indicator: 'results.unable.not_held',
  applicant: 'total',
  value: '5',
  withdrawn: false,
  by: '李主任',
  why: '经电话核实，总计应为 5',
};
const FIGURE = `select value::text, reported_value::text, raw, corrected_by from mart.figure
  where unit_id = 'nanhu-yinghe' and report_year = 2022 and indicator = 'results.unable.not_held' and applicant = 'total'`;
const REOPENED = "select check_id, message from mart.finding where check_id = 'correction-reopened'";

onEachDatabase('corrections and re-parsing', (database) => {
  const context = async (): Promise<JobContext> => ({
    db: database().db,
    archive: await openArchive(database().options.dataFolder),
    report: SILENT,
  });
  const rows = async (query: string): Promise<unknown> => (await queryReadOnly(database().db, query)).rows;

  test('a correction stands beside what was reported, with who and why', async () => {
    await migrate(database().db);
    const sources = await readSourcesFile(join(copySample(), 'sources.yaml'));
    await runMainJob({ context: await context(), sources, userAgent: 'nianbao/test' });
    expect(await rows(FIGURE)).toEqual([['6', '6', '6', null]]);
    await saveCorrections(database().db, [WRONG_TOTAL], new Date('2026-02-01T08:00:00+08:00'));
    expect(await rows(FIGURE)).toEqual([['5', '6', '6', '李主任']]);
    expect(await rows('select reason, stands from mart.correction')).toEqual([
      ['经电话核实，总计应为 5', true],
    ]);
  });

  test('one of a figure that no report has is refused, and none of its batch is recorded', async () => {
    const unknown = { ...WRONG_TOTAL, reportYear: 2019 };
    const batch = [{ ...WRONG_TOTAL, value: '7' }, unknown];
    await expect(saveCorrections(database().db, batch, new Date())).rejects.toThrow(UnknownFigureError);
    expect(await rows(FIGURE)).toEqual([['5', '6', '6', '李主任']]);
  });

  test('re-parsing with the same code changes nothing, and a correction survives it', async () => {
    expect(await diffArchive(await context())).toMatchObject({ reports: 11, unchanged: 11, examples: [] });
    expect(await reparseArchive(await context())).toMatchObject({ parsed: 11, loaded: 0, failed: 0 });
    expect(await rows(FIGURE)).toEqual([['5', '6', '6', '李主任']]);
    expect(await rows(REOPENED)).toEqual([]);
  });

  test('a dry run names what would change by form, site and cell, and changes nothing', async () => {
    await sql`update core.table_reading set values[1] = 99
      where unit_id = 'beiyuan-maiduo' and form_table = 't2021.proactive'`.execute(database().db.kysely);
    const { unchanged, byForm, bySite, byCell, examples } = await diffArchive(await context());
    expect({ unchanged, byForm, bySite, byCell }).toEqual({
      unchanged: 9,
      byForm: new Map([['t2021.proactive', 2]]),
      bySite: new Map([['xxgk.beiyuan.example', 2]]),
      byCell: new Map([['proactive.rules.issued', 2]]),
    });
    expect(examples[0]).toMatch(/^beiyuan-maiduo 202\d .*stored “99” = 99件/);
    expect(
      await rows(
        "select count(*)::int from mart.figure where value = 99 and indicator = 'proactive.rules.issued'",
      ),
    ).toEqual([[2]]);
  });

  test('a correction whose cell reads otherwise now is reopened, not applied', async () => {
    await sql`update core.correction set raw = '60'`.execute(database().db.kysely);
    expect(await rows(FIGURE)).toEqual([['6', '6', '6', null]]);
    expect(await rows(REOPENED)).toEqual([['correction-reopened', expect.stringContaining('须重新判断')]]);
    await sql`update core.correction set raw = '6'`.execute(database().db.kysely);
  });

  test('a later decision takes the place of the earlier; a withdrawn one leaves what was reported', async () => {
    await saveCorrections(
      database().db,
      [{ ...WRONG_TOTAL, value: null, by: '王科长' }],
      new Date('2026-02-02T08:00:00+08:00'),
    );
    expect(await rows(FIGURE)).toEqual([[null, '6', '6', '王科长']]);
    await saveCorrections(
      database().db,
      [{ ...WRONG_TOTAL, value: null, withdrawn: true }],
      new Date('2026-02-03T08:00:00+08:00'),
    );
    expect(await rows(FIGURE)).toEqual([['6', '6', '6', null]]);
    expect(await rows('select count(*)::int from mart.correction')).toEqual([[3]]);
  });
});
