import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { ask } from '../store/ask.js';
import { onEachDatabase } from '../store/databases.js';
import { listPage, type Publisher, publish, startPublisher, town, trsSource } from './publisher.js';

type Unit = ReturnType<typeof town>;

onEachDatabase('a list of several pages', (database) => {
  let publisher: Publisher;
  const units = ['甲山', '乙山', '丙山', '丁山', '戊山', '己山'].map((name, n) => town(`unit-${n}`, name));
  const source = trsSource('list', 'list.example', units);
  beforeEach(async () => {
    await migrate(database().db);
    await ask(database().db, 'truncate raw.crawl, raw.list_page, raw.listing');
    await saveUnits(database().db, units);
    publisher = await startPublisher();
    publish(publisher, source, units);
  });
  afterEach(() => publisher.close());

  /** A list of reports of these units, page by page. */
  const list = (...pages: (readonly Unit[])[]): void => {
    for (const [n, listed] of pages.entries()) {
      const entries = listed.map(({ unitId, name }) => ({
        href: `./${unitId}.html`,
        title: `${name}2022年政府信息公开工作年度报告`,
      }));
      const name = n === 0 ? 'index' : `index_${n}`;
      publisher.pages.set(`list.example/list/${name}.html`, { body: listPage(entries, pages.length) });
    }
  };
  /** How the list was read by one run, reading by reading. */
  const run = async (): Promise<{ ended: string; complete: boolean }[]> => {
    const { db, options } = database();
    const localSites = [{ host: 'list.example', folder: '', port: publisher.port }];
    await runMainJob({
      context: { db, archive: await openArchive(options.dataFolder), report: SILENT },
      userAgent: 'nianbao/test',
      sources: { sources: [source], due: [], expected: null, units: null, localSites },
    });
    return ask<{ ended: string; complete: boolean }>(
      db,
      `select ended, complete from mart.crawl
       where started_at >= (select max(started_at) from ops.run) order by started_at`,
    );
  };
  const listed = (): Promise<{ url: string }[]> =>
    ask(database().db, `select url from raw.listing where url like '%unit-4%'`);

  const whole = { ended: 'end', complete: true };
  const once = { ended: 'once', complete: false };
  const shrunk = { ended: 'shrunk', complete: false };

  test('that lost a link is known whole only when the next reading says the same', async () => {
    list(units.slice(0, 4), units.slice(4));
    expect(await run()).toEqual([once, whole]);
    expect(await run()).toEqual([whole]);
    list(units.slice(0, 4), units.slice(4, 5));
    expect(await run()).toEqual([shrunk]);
    expect(await run()).toEqual([whole]);
  });

  test('is read twice when it is read first, so that what moved up meanwhile is found and the list is not called whole', async () => {
    const [a, b, c, d, e, f] = units as [Unit, Unit, Unit, Unit, Unit, Unit];
    list([a, b], [c, d], [e, f]);
    const second = 'list.example/list/index_1.html';
    // c goes when page 2 has been read: e stands on page 2 now, and page 1 is as it was.
    publisher.pages.set(second, {
      ...publisher.pages.get(second)!,
      served: () => list([a, b], [d, e], [f]),
    });
    expect(await run()).toEqual([once, shrunk]);
    expect(await listed()).toHaveLength(1);
    expect(await run()).toEqual([whole]);
  });

  test('that is asked for a second time answers that nothing has changed', async () => {
    list(units.slice(0, 4), units.slice(4));
    await run();
    const lists = publisher.asked.filter(({ path }) => path.includes('index'));
    expect(lists.map(({ path, status }) => `${path} ${status}`)).toEqual([
      ...['/list/index.html 200', '/list/index_1.html 200', '/list/index.html 304'],
      ...['/list/index.html 304', '/list/index_1.html 304', '/list/index.html 304'],
    ]);
  });
});
