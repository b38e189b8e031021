import { expect, test } from 'vitest';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { capture, loadable, printed, saveCounty, sha, tableFigures } from './reports.js';

onEachDatabase('as of a day', (database) => {
  const version = (word: string, granted: number) =>
    loadable('jia', 2021, word, {
      figures: tableFigures('t2021.applications', 1, (i) =>
        i === 'results.granted' ? printed(granted) : {},
      ),
    });

  test('each day has the version that was public then, back to the day that the first one is dated', async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'xian', ['jia']);
    // Dated 2022-01-20, first seen in March, replaced in May by another, and put back in July.
    const first = version('a', 1);
    const second = version('b', 2);
    await capture(db, first, '2022-03-01');
    await capture(db, second, '2022-05-01');
    await ask(
      db,
      'update raw.document d set first_seen_at = (select min(since) from raw.capture where document_sha256 = sha256)',
    );
    await saveReports(db, [first, second]);
    expect(await granted('2022-01-19')).toEqual([]);
    expect(await granted('2022-01-20')).toEqual(['1']);
    expect(await granted('2022-04-30')).toEqual(['1']);
    expect(await granted('2022-05-01')).toEqual(['2']);
    await capture(db, first, '2022-07-01');
    await saveReports(db, [first]);
    expect(await granted('2022-04-30')).toEqual(['1']);
    expect(await granted('2022-06-30')).toEqual(['2']);
    expect(await granted('2022-07-01')).toEqual(['1']);
    expect(await documents('2022-06-30')).toEqual([sha('b')]);
  });

  test('a page without any statutory table never takes the place of a report', async () => {
    const { db } = database();
    const broken = loadable('jia', 2021, 'error page', { template: null, figures: [] });
    await capture(db, broken, '2022-09-01');
    await saveReports(db, [broken]);
    expect(await documents('2022-10-01')).toEqual([sha('a')]);
  });

  test('whoever may read only mart may ask', async () => {
    const { db } = database();
    await ask(db, 'set role nianbao_reader');
    try {
      expect(await ask(db, `select count(*)::int as n from mart.report_as_of('2022-04-30')`)).toEqual([
        { n: 1 },
      ]);
      expect((await ask(db, 'select * from mart.unit_place limit 1')).length).toBe(1);
    } finally {
      await ask(db, 'reset role');
    }
  });

  test('bytes that another unit published before are this unit’s from when its own address served them', async () => {
    const { db } = database();
    await saveCounty(db, 'xian-shared', ['yi', 'bing']);
    const own = { ...version('own', 7), unitId: 'bing', documentSha256: sha('own') };
    const others = { ...version('shared', 8), unitId: 'yi' };
    const shared = { ...others, unitId: 'bing' };
    await capture(db, others, '2022-02-01');
    await capture(db, own, '2022-02-01');
    await capture(db, shared, '2022-06-01');
    await ask(
      db,
      'update raw.document d set first_seen_at = (select min(since) from raw.capture where document_sha256 = sha256)',
    );
    await saveReports(db, [others, own, shared]);
    const shown = (day: string) =>
      ask(db, `select document_sha256 from mart.report_as_of('${day}') where unit_id = 'bing'`);
    expect(await shown('2022-03-01')).toEqual([{ document_sha256: sha('own') }]);
    expect(await shown('2022-06-01')).toEqual([{ document_sha256: sha('shared') }]);
  });

  const granted = async (day: string) =>
    (
      await ask<{ reported_value: string }>(
        database().db,
        `select reported_value from mart.figure_as_of('${day}') where indicator = 'results.granted' and applicant = 'total'`,
      )
    ).map((row) => row.reported_value);
  const documents = async (day: string) =>
    (
      await ask<{ document_sha256: string }>(
        database().db,
        `select document_sha256 from mart.report_as_of('${day}')`,
      )
    ).map((row) => row.document_sha256);
});
