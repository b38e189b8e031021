import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import type { JobContext } from '../../src/jobs/context.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { verify } from '../../src/jobs/verify.js';
import type { Source } from '../../src/model/source.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { ask } from '../store/ask.js';
import { onEachDatabase } from '../store/databases.js';
import {
  listPage,
  type Publisher,
  publish,
  reportPage,
  startPublisher,
  town,
  trsSource,
} from './publisher.js';
import { withSpoiltBytes } from './spoilt-bytes.js';

onEachDatabase('what is watched', (database) => {
  let publisher: Publisher;
  let context: JobContext;
  const warnings: string[] = [];
  const [jia, yi, bing, ding] = ['甲山', '乙山', '丙山', '丁山'].map((name, n) =>
    town(`unit-${n}`, name),
  ) as [ReturnType<typeof town>, ReturnType<typeof town>, ReturnType<typeof town>, ReturnType<typeof town>];
  const shared = trsSource('shared', 'list.example', [jia, yi, bing]);
  const capped: Source = { ...trsSource('capped', 'capped.example', [ding]), maxPages: 1 };

  const run = (sources: readonly Source[] = [shared, capped]) =>
    runMainJob({
      context,
      userAgent: 'nianbao/test',
      sources: {
        sources,
        due: [{ kinds: ['town'], fromYear: null, toYear: null, date: '01-31', basis: '本市通知' }],
        expected: { from: 2022, to: 2022 },
        units: null,
        localSites: ['list.example', 'capped.example'].map((host) => ({
          host,
          folder: '',
          port: publisher.port,
        })),
      },
    });
  const rows = <R>(sql: string): Promise<R[]> => ask<R>(database().db, sql);
  const absence = (unitId: string) =>
    rows<{
      proven: boolean;
      message: string;
      pages: { sha256: string; not_modified: boolean; items: number }[];
    }>(`select proven, message, pages from mart.absence where unit_id = '${unitId}'`);
  /** As if everything had happened so many hours earlier. */
  const hoursPass = async (hours: number): Promise<void> => {
    const earlier = `interval '${hours} hours'`;
    await rows(`update raw.fetch set fetched_at = fetched_at - ${earlier}`);
    await rows(`update raw.listing set last_seen_at = last_seen_at - ${earlier}`);
    await rows(`update raw.crawl set started_at = started_at - ${earlier}`);
    await rows(`update raw.list_page set fetched_at = fetched_at - ${earlier}`);
    await rows(`update raw.capture set since = since - ${earlier}, last_seen_at = last_seen_at - ${earlier}`);
    await rows(`update core.report set since = since - ${earlier}`);
  };
  const findings = (check: string) =>
    rows<{ unit_id: string; severity: string; message: string }>(
      `select unit_id, severity, message from mart.finding where check_id = '${check}' order by 1`,
    );
  const compliance = async (check: string): Promise<Record<string, string>> => {
    const outcomes = await rows<{ unit_id: string; outcome: string }>(
      `select unit_id, outcome from mart.compliance where check_id = '${check}'`,
    );
    return Object.fromEntries(outcomes.map(({ unit_id, outcome }) => [unit_id, outcome]));
  };
  const page = (unit: { unitId: string }): string => `list.example/shared/${unit.unitId}.html`;

  beforeAll(async () => {
    const { db, options } = database();
    await migrate(db);
    await saveUnits(db, [jia, yi, bing, ding]);
    publisher = await startPublisher();
    publish(publisher, shared, [jia, yi]);
    const others = ['关于开展培训的通知', '县水利局2022年政府信息公开工作年度报告'];
    const extra = others.map((title, n) => ({ href: `./other-${n}.html`, title }));
    const entries = [jia, yi].map(({ unitId, name }) => ({
      href: `./${unitId}.html`,
      title: `${name}2022年政府信息公开工作年度报告`,
    }));
    const earlier = { href: './earlier.html', title: `${bing.name}2021年政府信息公开工作年度报告` };
    publisher.pages.set('list.example/shared/index.html', {
      body: listPage([...entries, ...extra, earlier]),
    });
    publisher.pages.set('capped.example/capped/index.html', { body: listPage(extra, 3) });
    const report = { info: () => {}, progress: () => {}, warn: (text: string) => void warnings.push(text) };
    context = { db, archive: await openArchive(options.dataFolder), report };
  });
  afterAll(() => publisher.close());

  describe('a report that is not there', () => {
    test('is proven absent by a list that was read to its end, with the archived page and the reasons', async () => {
      await run();
      const [proof] = await absence(bing.unitId);
      expect(proof).toMatchObject({ proven: true, pages: [{ items: 5, not_modified: false }] });
      expect(proof!.message).toMatch(
        /^来源 shared 于 .* 读完列表 1 页 5 条：其他单位的年报 3 条，本单位其他年度 1 条，不是年报 1 条，没有该年度的报告$/,
      );
      const { sha256 } = proof!.pages[0]!;
      expect((await context.archive.get(sha256)).toString()).toContain('关于开展培训的通知');
    });

    test('is not proven by a list that was not read to its end, and its crawl is never complete', async () => {
      expect(await absence(ding.unitId)).toMatchObject([
        { proven: false, message: expect.stringContaining('超出页数上限，尚有 2 页未读') },
      ]);
      expect(
        await rows(
          'select source_id, last_ended, last_complete, expected_units, held_units from mart.source order by 1',
        ),
      ).toEqual([
        { source_id: 'capped', last_ended: 'cap', last_complete: false, expected_units: 1, held_units: 0 },
        { source_id: 'shared', last_ended: 'end', last_complete: true, expected_units: 3, held_units: 2 },
      ]);
      expect(await rows('select missing, absence_proven, absence_unproven from mart.coverage')).toEqual([
        { missing: 2, absence_proven: 1, absence_unproven: 1 },
      ]);
    });

    test('stays proven by a list that has not changed since, with the bytes of then', async () => {
      const [before] = await absence(bing.unitId);
      // Of the pages that are there a first look tells that they can be had, and only a second one that they are the same.
      const both = (outcome: string) => ({ [jia.unitId]: outcome, [yi.unitId]: outcome });
      expect(await compliance('page-unreachable')).toEqual(both('pass'));
      expect(await compliance('changed-after-publication')).toEqual(both('not_assessable'));
      await run();
      expect(await compliance('changed-after-publication')).toEqual(both('pass'));
      const [now] = await absence(bing.unitId);
      expect(now).toMatchObject({ proven: true, pages: [{ items: 5, not_modified: true }] });
      expect(now!.pages[0]!.sha256).toBe(before!.pages[0]!.sha256);
    });

    test('is not proven by a list with a link that may be it', async () => {
      const { body } = publisher.pages.get('list.example/shared/index.html')!;
      const nameless = { href: './nameless.html', title: '2022年政府信息公开工作年度报告' };
      publisher.pages.set('list.example/shared/index.html', {
        body: body.replace('<ul>', `<ul>${listPage([nameless])}`),
      });
      await run();
      expect(await absence(bing.unitId)).toMatchObject([
        { proven: false, message: expect.stringContaining('1 条未能判明单位或年度') },
      ]);
      publisher.pages.set('list.example/shared/index.html', { body });
      await run();
      expect(await absence(bing.unitId)).toMatchObject([{ proven: true }]);
    });

    test('is not proven by a list that failed, but by the last one that was whole', async () => {
      const list = publisher.pages.get('list.example/shared/index.html')!;
      publisher.pages.set('list.example/shared/index.html', { body: '', status: 404 });
      await run();
      expect(
        await rows(
          "select last_ended, last_complete, complete_at < last_crawl_at as earlier from mart.source where source_id = 'shared'",
        ),
      ).toEqual([{ last_ended: 'failed', last_complete: false, earlier: true }]);
      expect(await absence(bing.unitId)).toMatchObject([{ proven: true }]);
      publisher.pages.set('list.example/shared/index.html', list);
    });

    test('is not proven by a list that was read before the due day', async () => {
      await rows("update raw.crawl set started_at = '2022-12-01'");
      expect(await absence(bing.unitId)).toMatchObject([
        { proven: false, message: expect.stringContaining('在时限之前') },
      ]);
      await run();
      expect(await absence(bing.unitId)).toMatchObject([{ proven: true }]);
    });

    test('keeps its evidence whole: a list page whose bytes changed is named by verify', async () => {
      expect((await verify(context, null)).differences).toEqual([]);
      const { sha256 } = (await absence(bing.unitId))[0]!.pages[0]!;
      await withSpoiltBytes(database().options.dataFolder, sha256, async () => {
        expect((await verify(context, null)).differences).toEqual([expect.stringContaining(sha256)]);
      });
    });
  });

  test('a report on another host than its list is asked for there, as work of that host', async () => {
    const source = trsSource('linking', 'capped.example', [ding]);
    const title = `${ding.name}2022年政府信息公开工作年度报告`;
    publisher.pages.set('capped.example/linking/index.html', {
      body: listPage([{ href: 'http://list.example/elsewhere.html', title }]),
    });
    publisher.pages.set('list.example/elsewhere.html', { body: reportPage(ding) });
    expect(await run([shared, source])).toMatchObject({ fetched: 1, loaded: 1 });
    expect(await rows(`select source_url from mart.report where unit_id = '${ding.unitId}'`)).toEqual([
      { source_url: 'http://list.example/elsewhere.html' },
    ]);
  });

  describe('a published page', () => {
    test('whose numbers change is kept in both versions, with the difference and a finding', async () => {
      const before = reportPage(jia);
      const cells = before.match(/<td[^>]*>\s*(?:<[^>]+>)*\s*[1-9]\d?\s*</g) ?? [];
      expect(cells.length).toBeGreaterThan(0);
      const changed = cells[0]!.replace(/[1-9]\d?(?=\s*<$)/, '77');
      publisher.pages.set(page(jia), { body: before.replace(cells[0]!, changed) });
      await run();
      const [revision] = await rows<{ changes: { from: string; to: string }[] }>(
        `select same_address, figures_changed, changes, text_changed from mart.revision where unit_id = '${jia.unitId}'`,
      );
      expect(revision).toMatchObject({
        same_address: true,
        figures_changed: 1,
        text_changed: false,
        changes: [{ to: '77' }],
      });
      const found = await findings('changed-after-publication');
      expect(found).toMatchObject([{ unit_id: jia.unitId, severity: 'warning' }]);
      expect(found[0]!.message).toContain(`“${revision!.changes[0]!.from}”改为“77”`);
      expect(
        await rows(`select count(*)::int as versions from core.report where unit_id = '${jia.unitId}'`),
      ).toEqual([{ versions: 2 }]);
      expect(await rows(`select revised from mart.coverage`)).toEqual([{ revised: 1 }]);
      expect(await compliance('changed-after-publication')).toMatchObject({
        [jia.unitId]: 'fail',
        [yi.unitId]: 'pass',
      });
    });

    test('that becomes something without tables does not take the place of the report, and a finding says so', async () => {
      const text = reportPage(jia).replaceAll(/<table[\s\S]*?<\/table>/g, '<p>表格见附件</p>');
      publisher.pages.set(page(jia), { body: text });
      const [before] = await rows(`select document_sha256 from mart.report where unit_id = '${jia.unitId}'`);
      await run();
      expect(await rows(`select document_sha256 from mart.report where unit_id = '${jia.unitId}'`)).toEqual([
        before,
      ]);
      expect(await findings('load/later-unreadable')).toMatchObject([
        { unit_id: jia.unitId, severity: 'warning' },
      ]);
      publisher.pages.set(page(jia), { body: reportPage(jia) });
      await run();
      expect(await findings('load/later-unreadable')).toEqual([]);
    });

    test.each([
      ['leads to the home page', { body: '', location: '/' }],
      ['is empty', { body: '' }],
      ['is an error page that answers 200', { body: '<html><body><h1>页面不存在</h1></body></html>' }],
    ])('that %s leaves the report as it was, and what is held is asked for anew', async (_, answer) => {
      publisher.pages.set('list.example/', { body: '<html><body>首页</body></html>' });
      publisher.pages.set(page(yi), answer);
      const [before] = await rows(
        `select document_sha256, revised_at from mart.report where unit_id = '${yi.unitId}'`,
      );
      expect(await run()).toMatchObject({ failed: expect.any(Number) });
      expect(
        await rows(`select document_sha256, revised_at from mart.report where unit_id = '${yi.unitId}'`),
      ).toEqual([before]);
      publisher.pages.set(page(yi), { body: reportPage(yi) });
      await run();
      expect(
        await rows(`select document_sha256 from mart.report where unit_id = '${yi.unitId}'`),
      ).toMatchObject([{ document_sha256: (before as { document_sha256: string }).document_sha256 }]);
    });

    test('that is gone at two looks a day apart is told with what is archived, and the report stays', async () => {
      publisher.pages.delete(page(yi));
      await run();
      expect(await findings('page-unreachable')).toEqual([]);
      expect(await compliance('page-unreachable')).toMatchObject({ [yi.unitId]: 'uncertain' });
      await hoursPass(25);
      await run();
      expect(await compliance('page-unreachable')).toMatchObject({
        [jia.unitId]: 'pass',
        [yi.unitId]: 'fail',
      });
      expect(await findings('page-unreachable')).toMatchObject([
        {
          unit_id: yi.unitId,
          severity: 'error',
          message: expect.stringMatching(/链接失效：.*（404）.*共查看 2 次.*数据保留/),
        },
      ]);
      expect(
        await rows(`select count(*)::int as held from mart.report where unit_id = '${yi.unitId}'`),
      ).toEqual([{ held: 1 }]);
      expect(await rows('select unreachable from mart.coverage')).toEqual([{ unreachable: 1 }]);
    });

    test('is watched also when its list no longer names it', async () => {
      publisher.pages.set('list.example/shared/index.html', {
        body: listPage([{ href: './x.html', title: '通知' }]),
      });
      publisher.pages.set(page(yi), { body: reportPage(yi) });
      await hoursPass(25);
      const before = publisher.asked.length;
      await run();
      expect(publisher.asked.slice(before).map(({ path }) => path)).toContain(`/shared/${yi.unitId}.html`);
      expect(await findings('page-unreachable')).toEqual([]);
      expect(await compliance('page-unreachable')).toMatchObject({ [yi.unitId]: 'pass' });
    });

    test('is looked at no sooner than its source says', async () => {
      publish(publisher, shared, [jia, yi]);
      await run();
      const weekly = [{ ...shared, recheckMs: 7 * 24 * 3_600_000 }];
      const asked = async (): Promise<number> => {
        const before = publisher.asked.length;
        await run(weekly);
        return publisher.asked.slice(before).filter(({ path }) => path.includes('unit-')).length;
      };
      await hoursPass(6 * 24);
      expect(await asked()).toBe(0);
      await hoursPass(2 * 24);
      expect(await asked()).toBe(2);
    });
  });
});
