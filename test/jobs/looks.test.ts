import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import type { JobContext } from '../../src/jobs/context.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { verify } from '../../src/jobs/verify.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { ask } from '../store/ask.js';
import { onEachDatabase } from '../store/databases.js';
import { listPage, type Publisher, reportPage, startPublisher, town, trsSource } from './publisher.js';
import { withSpoiltBytes } from './spoilt-bytes.js';

onEachDatabase('looks that come to the same again and again', (database) => {
  let publisher: Publisher;
  let context: JobContext;
  const units = ['甲山', '乙山', '丙山'].map((name, n) => town(`unit-${n}`, name));
  const [jia, yi, bing] = units as [Unit, Unit, Unit];
  const source = trsSource('list', 'list.example', units);
  const address = (unit: Unit): string => `list.example/list/${unit.unitId}.html`;

  const run = async (times = 1): Promise<void> => {
    for (let n = 0; n < times; n++) {
      await runMainJob({
        context,
        userAgent: 'nianbao/test',
        sources: {
          sources: [source],
          due: [{ kinds: ['town'], fromYear: null, toYear: null, date: '01-31', basis: '本市通知' }],
          expected: { from: 2022, to: 2022 },
          units: null,
          localSites: [{ host: 'list.example', folder: '', port: publisher.port }],
        },
      });
    }
  };
  const rows = <R>(sql: string): Promise<R[]> => ask<R>(database().db, sql);
  const one = async (sql: string): Promise<number> => (await rows<{ n: number }>(sql))[0]!.n;
  /** All that rests on looks, but for when they were. */
  const facts = async () => ({
    absence: await rows(`
      select unit_id, report_year, proven, due_passed, page ->> 'url' as url, page ->> 'sha256' as sha256,
        page ->> 'items' as items, page ->> 'failure' as failure
      from mart.absence cross join lateral jsonb_array_elements(pages) page order by 1, 2, 5`),
    coverage: await rows('select * from mart.coverage order by parent_id, report_year'),
    compliance: await rows(`select * from mart.compliance order by 1, 2, 3`),
    sources: await rows('select source_id, last_ended, last_complete, last_items from mart.source'),
    reports: await rows('select unit_id, document_sha256, revised_at from mart.report order by 1'),
    unchanged:
      await rows(`select unit_id, last_seen_at = (select max(fetched_at) from raw.fetch f where f.url = c.url)
      as up_to_date from raw.capture c order by 1`),
    verify: (await verify(context, null)).differences,
  });

  beforeAll(async () => {
    const { db, options } = database();
    await migrate(db);
    await saveUnits(db, units);
    publisher = await startPublisher();
    const entries = [jia, yi].map(({ unitId, name }) => ({
      href: `./${unitId}.html`,
      title: `${name}2022年政府信息公开工作年度报告`,
    }));
    publisher.pages.set('list.example/list/index.html', { body: listPage(entries, 2) });
    publisher.pages.set('list.example/list/index_1.html', {
      body: listPage([{ href: './other.html', title: '关于开展培训的通知' }], 2),
    });
    for (const unit of [jia, yi]) publisher.pages.set(address(unit), { body: reportPage(unit) });
    context = { db, archive: await openArchive(options.dataFolder), report: SILENT };
  });
  afterAll(() => publisher.close());

  test('take no more room however many they are, and all that rests on them stays as it was', async () => {
    await run(3);
    const before = await facts();
    // Two pages, and the first one once more at the end.
    const page = { unit_id: bing.unitId, proven: true };
    expect(before.absence).toMatchObject([page, page, page]);
    expect(before.unchanged).toEqual([
      { unit_id: jia.unitId, up_to_date: true },
      { unit_id: yi.unitId, up_to_date: true },
    ]);
    const held = () =>
      one(`select ((select count(*) from raw.fetch) + (select count(*) from raw.crawl)
        + (select count(*) from raw.list_page))::int as n`);
    const room = await held();
    await run(4);
    expect(await held()).toBe(room);
    expect(await facts()).toEqual(before);
  });

  test('are counted, each one', async () => {
    const asked = publisher.asked.length;
    expect(await one('select sum(looks)::int as n from raw.fetch')).toBe(asked);
    // The first reading of a list of several pages is followed by a second.
    expect(await one('select sum(readings)::int as n from mart.crawl')).toBe(8);
  });

  test('keep the first, the last and each change', async () => {
    const list = 'list.example/list/index_1.html';
    const { body } = publisher.pages.get(list)!;
    publisher.pages.set(list, { body: body.replace('培训', '检查') });
    await run(3);
    publisher.pages.set(list, { body });
    await run(3);
    const readings = await rows<{ sha256: string; readings: number }>(`
      select left(p.sha256, 6) as sha256, c.readings from raw.crawl c
      join raw.list_page p on p.crawl_id = c.crawl_id and p.url like '%index_1.html'
      where c.ended = 'end' order by c.started_at`);
    const [first, changed] = [readings[0]!.sha256, readings[2]!.sha256];
    expect(readings.map(({ sha256 }) => sha256)).toEqual([first, first, changed, changed, first, first]);
    expect(readings.map(({ readings }) => readings)).toEqual([1, 6, 1, 2, 1, 2]);
    expect(first).not.toBe(changed);
    expect((await verify(context, null)).differences).toEqual([]);
  });

  test('of a page that is gone are told by their number', async () => {
    const page = publisher.pages.get(address(yi))!;
    publisher.pages.delete(address(yi));
    await run(4);
    await rows(`update raw.fetch set fetched_at = fetched_at - interval '25 hours'`);
    await rows(`update raw.listing set last_seen_at = last_seen_at - interval '25 hours'`);
    await run();
    const [found] = await rows<{ message: string }>(
      `select message from mart.finding where check_id = 'page-unreachable'`,
    );
    expect(found!.message).toContain('共查看 5 次');
    expect(await one(`select count(*)::int as n from raw.fetch where status = 404`)).toBe(2);
    publisher.pages.set(address(yi), page);
    await run();
    expect(await rows(`select from mart.finding where check_id = 'page-unreachable'`)).toEqual([]);
  });

  test('leave the evidence of an absence to be verified', async () => {
    const [{ sha256 } = { sha256: '' }] = await rows<{ sha256: string }>(
      `select page ->> 'sha256' as sha256 from mart.absence cross join lateral jsonb_array_elements(pages) page`,
    );
    await withSpoiltBytes(database().options.dataFolder, sha256, async () => {
      expect((await verify(context, null)).differences).toEqual([expect.stringContaining(sha256)]);
    });
  });
});

type Unit = ReturnType<typeof town>;
