import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { migrate } from '../../src/store/migrate.js';
import { saveUnits } from '../../src/store/units.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { ask } from '../store/ask.js';
import { onEachDatabase } from '../store/databases.js';
import { listPage, type Publisher, publish, startPublisher, town, trsSource } from './publisher.js';

onEachDatabase('a list of several pages that lost a link', (database) => {
  let publisher: Publisher;
  const units = ['甲山', '乙山', '丙山'].map((name, n) => town(`unit-${n}`, name));
  const source = trsSource('list', 'list.example', units);
  beforeAll(async () => {
    await migrate(database().db);
    await saveUnits(database().db, units);
    publisher = await startPublisher();
    publish(publisher, source, units);
  });
  afterAll(() => publisher.close());

  /** The reports of these units, the first `onFirst` of them on the first of two pages. */
  const list = (listed: typeof units, onFirst: number): void => {
    const entries = listed.map(({ unitId, name }) => ({
      href: `./${unitId}.html`,
      title: `${name}2022年政府信息公开工作年度报告`,
    }));
    const page = (name: string) => `list.example/list/${name}.html`;
    publisher.pages.set(page('index'), { body: listPage(entries.slice(0, onFirst), 2) });
    publisher.pages.set(page('index_1'), { body: listPage(entries.slice(onFirst), 2) });
  };
  const run = async (): Promise<{ ended: string; complete: boolean } | undefined> => {
    const { db, options } = database();
    const localSites = [{ host: 'list.example', folder: '', port: publisher.port }];
    await runMainJob({
      context: { db, archive: await openArchive(options.dataFolder), report: SILENT },
      userAgent: 'nianbao/test',
      sources: { sources: [source], due: [], expected: null, units: null, localSites },
    });
    const crawls = await ask<{ ended: string; complete: boolean }>(
      db,
      'select ended, complete from mart.crawl order by started_at desc limit 1',
    );
    return crawls[0];
  };

  test('is known whole only when the next reading says the same', async () => {
    list(units, 2);
    expect(await run()).toEqual({ ended: 'end', complete: true });
    expect(await run()).toEqual({ ended: 'end', complete: true });
    list(units.slice(0, 2), 1);
    expect(await run()).toEqual({ ended: 'shrunk', complete: false });
    expect(await run()).toEqual({ ended: 'end', complete: true });
  });
});
