import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnits } from '../../src/store/units/units.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { ask } from '../store/ask.js';
import { onEachDatabase } from '../store/databases.js';
import { type Publisher, publish, startPublisher, town, trsSource } from './publisher.js';

onEachDatabase('a page that came cut off', (database) => {
  let publisher: Publisher;
  const unit = town('unit-0', '甲山');
  const source = trsSource('cut', 'cut.example', [unit]);
  beforeAll(async () => {
    await migrate(database().db);
    await saveUnits(database().db, [unit]);
    publisher = await startPublisher();
    publish(publisher, source, [unit]);
  });
  afterAll(() => publisher.close());

  const run = async (): Promise<number[]> => {
    const { db, options } = database();
    const localSites = [{ host: 'cut.example', folder: '', port: publisher.port }];
    publisher.asked.length = 0;
    await runMainJob({
      context: { db, archive: await openArchive(options.dataFolder), report: SILENT },
      userAgent: 'nianbao/test',
      sources: { sources: [source], due: [], expected: null, units: null, localSites },
    });
    return publisher.asked.map(({ status }) => status);
  };
  const complete = () =>
    ask<{ complete: boolean }>(database().db, 'select complete from mart.crawl order by started_at');

  test('is asked for anew, not whether it has changed, until it comes whole', async () => {
    const whole = new Map(publisher.pages);
    for (const [address, { body }] of whole)
      publisher.pages.set(address, { body: body.slice(0, body.indexOf('</body>')) });
    expect(await run()).toEqual([200, 200]);
    expect(await run()).toEqual([200, 200]);
    for (const [address, page] of whole) publisher.pages.set(address, page);
    expect(await run()).toEqual([200, 200]);
    expect(await run()).toEqual([304, 304]);
    expect(await complete()).toEqual([false, false, true, true].map((one) => ({ complete: one })));
  });
});
