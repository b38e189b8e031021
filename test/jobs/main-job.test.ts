import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { readSourcesFile } from '../../src/ingest/sources/sources-file.js';
import type { JobContext } from '../../src/jobs/context.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { PARSER_VERSION } from '../../src/jobs/read-document.js';
import { verify } from '../../src/jobs/verify.js';
import type { RunCounts } from '../../src/model/loading.js';
import { statusSummary } from '../../src/store/collection/status-summary.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { queryReadOnly } from '../../src/store/postgres/query-read-only.js';
import { onEachDatabase, type TestDatabase } from '../store/databases.js';
import { copySample, EXPECTED } from './sample.js';

onEachDatabase('the main job on the sample', (database) => {
  const warnings: string[] = [];
  const sample = copySample();

  const context = async ({ db, options }: TestDatabase): Promise<JobContext> => ({
    db,
    archive: await openArchive(options.dataFolder),
    report: { info: () => {}, progress: () => {}, warn: (message) => warnings.push(message) },
  });
  const run = async (): Promise<RunCounts> => {
    await migrate(database().db);
    const sources = await readSourcesFile(join(sample, 'sources.yaml'));
    return runMainJob({ context: await context(database()), sources, userAgent: 'nianbao/test' });
  };
  const rows = async (sql: string): Promise<unknown[][]> =>
    (await queryReadOnly(database().db, sql)).rows as unknown[][];

  test('finds, fetches, reads and loads every report', async () => {
    expect(await run()).toEqual({ found: 11, fetched: 11, parsed: 11, loaded: 11, failed: 0 });
    expect(warnings).toEqual([]);
  });

  test('does nothing new the second time', async () => {
    expect(await run()).toEqual({ found: 11, fetched: 0, parsed: 0, loaded: 0, failed: 0 });
    const { lastRun } = await statusSummary(database().db, PARSER_VERSION);
    expect(lastRun).toMatchObject({ found: 11, fetched: 0, parsed: 0, loaded: 0, failed: 0 });
  });

  test.each(EXPECTED)('holds every figure of $unit_id $year as it is printed', async ({
    unit_id,
    year,
    figures,
  }) => {
    const stored = await rows(
      `select indicator, applicant, raw, reported_value::text, unit, state from mart.figure
       where unit_id = '${unit_id}' and report_year = ${year} order by indicator, applicant`,
    );
    const printed = figures.map(({ indicator, applicant, raw, value, unit, state }) => [
      ...[indicator, applicant, raw, value === null ? null : String(value), unit, state],
    ]);
    expect(byText(stored)).toEqual(byText(printed));
  });

  test('finds the planted defects and no other error', async () => {
    const errors = await rows(
      `select unit_id, report_year, check_id, severity from mart.finding
       where severity in ('error', 'blocker') order by 1, 2, 3`,
    );
    expect(errors).toEqual([
      ['beiyuan-maiduo', 2020, 'late-publication', 'error'],
      ['beiyuan-qingshan', 2022, 'xy-carry', 'error'],
      ['nanhu-weian', 2021, 'report-missing', 'blocker'],
      ['nanhu-yinghe', 2022, 't3-results-sum', 'error'],
      ['nanhu-yinghe', 2022, 't3-row-total', 'error'],
    ]);
  });

  test('counts what was expected, published, late and missing', async () => {
    const coverage = await rows(
      'select report_year, sum(expected)::int, sum(published)::int, sum(parsed)::int, sum(late)::int, sum(missing)::int from mart.coverage group by 1 order by 1',
    );
    expect(coverage).toEqual([
      [2020, 4, 4, 4, 1, 0],
      [2021, 4, 3, 3, 0, 1],
      [2022, 4, 4, 4, 0, 0],
    ]);
  });

  test('leads every figure back to the archived bytes, and names the original when one byte of it is flipped', async () => {
    const whole = await verify(await context(database()), null);
    expect(whole).toMatchObject({ documents: 11, reports: 11, differences: [] });
    expect(whole.figures).toBe(EXPECTED.reduce((sum, { figures }) => sum + figures.length, 0));

    const [sha256] = (
      await rows("select document_sha256 from mart.report where unit_id = 'beiyuan-qingshan' limit 1")
    )[0] as [string];
    const path = join(
      database().options.dataFolder,
      'archive',
      'sha256',
      sha256.slice(0, 2),
      sha256.slice(2, 4),
      sha256,
    );
    const bytes = readFileSync(path);
    writeFileSync(path, flipped(bytes), { flag: 'r+' });
    const { differences } = await verify(await context(database()), null);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toContain(sha256);
    writeFileSync(path, bytes, { flag: 'r+' });
  });

  describe('when a publisher revises a page', () => {
    test('shows the new version, keeps the old one, and says when it changed', async () => {
      const file = EXPECTED.find(({ unit_id, year }) => unit_id === 'nanhu-weian' && year === 2022)!.file;
      const page = join(sample, file);
      const before = readFileSync(page, 'utf8');
      writeFileSync(page, before.replace('六、其他需要报告的事项', '六、其他需要报告的事项（更正）'));
      expect(await run()).toMatchObject({ fetched: 1, parsed: 1, loaded: 1, failed: 0 });
      const current = "from mart.report where unit_id = 'nanhu-weian' and report_year = 2022";
      const [[revised, revisedAt]] = (await rows(`select document_sha256, revised_at ${current}`)) as [
        [string, Date | string],
      ];
      expect(revisedAt).not.toBeNull();

      writeFileSync(page, before);
      await run();
      const [[reverted]] = (await rows(`select document_sha256 ${current}`)) as [[string]];
      expect(reverted).not.toBe(revised);
      expect((await statusSummary(database().db, PARSER_VERSION)).earlierVersions).toBe(1);
    });
  });

  describe('when a page fails', () => {
    const page = join(
      sample,
      EXPECTED.find(({ unit_id, year }) => unit_id === 'beiyuan-maiduo' && year === 2021)!.file,
    );

    test('keeps the report that is held when the page has become something else, and says so', async () => {
      const before = readFileSync(page);
      writeFileSync(page, '<html><body><h1>通知</h1><p>页面维护中，请稍后访问。</p></body></html>');
      expect(await run()).toMatchObject({ found: 11, fetched: 1, loaded: 0, failed: 1 });
      expect(warnings.join('\n')).toContain('recognise/not-a-report');
      expect(await rows("select count(*)::int from mart.report where unit_id = 'beiyuan-maiduo'")).toEqual([
        [3],
      ]);
      writeFileSync(page, before);
    });

    test('names one that is gone, and collects the rest', async () => {
      rmSync(page);
      expect(await run()).toMatchObject({ found: 11, failed: 1 });
      expect(warnings.at(-1)).toMatch(/t20220125_42669\.html.*404/);
    });
  });
});

function byText(table: readonly unknown[][]): string[] {
  return table.map((row) => JSON.stringify(row)).sort();
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const place = Math.floor(copy.length / 2);
  copy[place] = copy[place]! ^ 1;
  return copy;
}
