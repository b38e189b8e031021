import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { readSourcesFile } from '../../src/ingest/sources/sources-file.js';
import type { JobContext } from '../../src/jobs/context.js';
import { type ControlChoice, controlFor } from '../../src/jobs/control-choice.js';
import { loadFiles } from '../../src/jobs/load-files.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { diffArchive, reparseArchive } from '../../src/jobs/reparse.js';
import { verify } from '../../src/jobs/verify.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { queryReadOnly } from '../../src/store/postgres/query-read-only.js';
import { makeLayout } from '../../tools/generate/layout.js';
import { renderText } from '../../tools/generate/render-text.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { docxOf, pageOf, report } from '../parse/control/documents.js';
import { onEachDatabase } from '../store/databases.js';
import { sha } from '../store/reports.js';
import { copySample } from './sample.js';

onEachDatabase('two readers', (database) => {
  const context = async (): Promise<JobContext> => ({
    db: database().db,
    archive: await openArchive(database().options.dataFolder),
    report: SILENT,
  });
  const rows = async (query: string): Promise<unknown> => (await queryReadOnly(database().db, query)).rows;
  const controls = () =>
    rows('select control, count(*) from mart.report group by 1 order by 1') as Promise<unknown>;

  beforeAll(async () => {
    await migrate(database().db);
  });

  test('read every newly collected document, and the report says so', async () => {
    const sources = await readSourcesFile(join(copySample(), 'sources.yaml'));
    await runMainJob({ context: await context(), sources, userAgent: 'nianbao/test' });
    expect(await controls()).toEqual([['agreed', 11]]);
  });

  test('read loaded files; where they differ the figures are withheld with a finding, text has one reader', async () => {
    const folder = join(database().options.dataFolder, 'files');
    mkdirSync(folder);
    const files = {
      'differs.html': pageOf(report()).replace('<td>37</td>', '<td>37<!-- a --!>1</td>'),
      'agrees.docx': docxOf(report()),
      'single.txt': renderText(makeLayout(report())),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const local = Object.keys(files).map((name) => ({ path: join(folder, name), named: true }));
    const units = ['nanhu-yinghe', 'beiyuan-maiduo', 'beiyuan-qingshan'];
    const said = { reportYear: null, sourceUrl: null, publishedOn: null };
    const manifest = new Map(local.map(({ path }, n) => [path, { ...said, unitId: units[n]! }]));
    expect(await loadFiles(await context(), local, manifest, new Date())).toMatchObject({ loaded: 3 });
    expect(await controls()).toEqual([
      ['agreed', 12],
      ['differed', 1],
      ['single_reader', 1],
    ]);
    const withheld = await rows(`select distinct f.state, f.value from mart.finding n
      join mart.figure f using (unit_id, report_year, indicator)
      where n.check_id = 'read/readers-differ' and f.applicant is not distinct from n.applicant`);
    expect(withheld).toEqual([['withheld', null]]);
    expect(
      (await rows("select count(*) from mart.finding where check_id = 'read/one-reader'")) as never,
    ).toEqual([[1]]);
  });

  test('stored figures are derived again with what withheld them', async () => {
    expect(await verify(await context(), null)).toMatchObject({ reports: 14, differences: [] });
    expect(await diffArchive(await context(), 'none')).toMatchObject({ reports: 14, unchanged: 14 });
  });

  test('read again in bulk what is chosen, and always what differed', async () => {
    await reparseArchive(await context(), 'none');
    expect(await controls()).toEqual([
      ['differed', 1],
      ['none', 13],
    ]);
    await reparseArchive(await context());
    expect(await controls()).toEqual([
      ['agreed', 12],
      ['differed', 1],
      ['single_reader', 1],
    ]);
    const held = async () =>
      (
        await sql`select report_id, digest, readings from core.report order by 1`.execute(
          database().db.kysely,
        )
      ).rows;
    const before = await held();
    await reparseArchive(await context(), 'all');
    expect(await held()).toEqual(before);
  });
});

test('a sample is one in twenty, the same ones every time; what is new is never left out', () => {
  const names = Array.from({ length: 4000 }, (_, n) => sha(`document ${n}`));
  const chosen = (choice: ControlChoice, heldControl: 'agreed' | null) =>
    names.filter((sha256) => controlFor({ sha256, heldControl }, choice).control === 'always');
  expect(chosen('sample', 'agreed').length / names.length).toBeCloseTo(1 / 20, 2);
  expect(chosen('sample', 'agreed')).toEqual(chosen('sample', 'agreed'));
  expect(chosen('all', 'agreed')).toEqual(names);
  expect(chosen('none', 'agreed')).toEqual([]);
  for (const choice of ['all', 'sample', 'none'] as const) expect(chosen(choice, null)).toEqual(names);
});
