import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { gramsOf, gramsOfWords } from '../../src/store/board/grams-of.js';
import { indexSections } from '../../src/store/board/index-sections.js';
import { searchSections } from '../../src/store/board/search-sections.js';
import type { Database } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { refreshStatistics } from '../../src/store/postgres/refresh-statistics.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { onEachDatabase } from './databases.js';
import { extraction, loadable, saveCaptured, saveCounty, tableFigures } from './reports.js';

const about = (...texts: readonly string[]) =>
  extraction({
    figures: tableFigures('review_litigation', 0),
    sections: texts.map((text) => ({ code: 'overview', heading: '一、总体情况', text })),
  });

onEachDatabase('searching sections', (database) => {
  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'find', ['find-a', 'find-b', 'find-c']);
    const report = (unit: string, year: number, ...texts: string[]) => ({
      ...loadable(unit, year, `${unit} ${year}`),
      extraction: about(...texts),
    });
    await saveCaptured(db, [
      report('find-a', 2021, '收到申请三件，均已答复。', '开展政务新媒体清理。'),
      report('find-a', 2022, '政务公开。新建媒体平台。'),
      report('find-b', 2022, '100%办结；_下划线。'),
    ]);
  });

  test('finds the same with the index, without it, and where some reports are not in it yet', async () => {
    const { db } = database();
    const all = async () => Promise.all(QUERIES.map((words) => find(db, ...words)));
    const expected = [
      ['find-a 2021 开展政务新媒体清理。'],
      ['find-a 2022 政务公开。新建媒体平台。', 'find-a 2021 开展政务新媒体清理。'],
      [],
      ['find-b 2022 100%办结；_下划线。'],
      ['find-b 2022 100%办结；_下划线。'],
      ['find-a 2021 收到申请三件，均已答复。'],
      [],
      [],
      ['find-b 2022 100%办结；_下划线。'],
    ];
    expect(await all()).toEqual(expected);
    expect(await indexSections(db)).toBe(3);
    expect(await indexSections(db)).toBe(0);
    await refreshStatistics(db);
    expect(await all()).toEqual(expected);
    await saveCaptured(db, [{ ...loadable('find-c', 2020, 'later'), extraction: about('后来的政务简报。') }]);
    expect((await find(db, '政务')).at(-1)).toBe('find-c 2020 后来的政务简报。');
  });

  test('a report that was read again is found by what it says now', async () => {
    const { db } = database();
    const before = { ...loadable('find-b', 2019, 'changing'), extraction: about('原先提到苹果。') };
    await saveCaptured(db, [before]);
    await indexSections(db);
    await saveReports(db, [{ ...before, parserVersion: '2-test', extraction: about('现在提到香蕉。') }]);
    expect(await find(db, '苹果')).toEqual([]);
    expect(await find(db, '香蕉')).toEqual(['find-b 2019 现在提到香蕉。']);
    expect(await indexSections(db)).toBe(1);
    expect(await find(db, '香蕉')).toEqual(['find-b 2019 现在提到香蕉。']);
  });
});

test('whatever a text holds, its grams are among those of the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      (a, word, b) => {
        const held = new Set(gramsOf([a, a + word + b]));
        expect([...gramsOfWords([word, b.slice(0, 1)])].filter((gram) => !held.has(gram))).toEqual([]);
      },
    ),
  );
});

async function find(db: Database, ...words: string[]): Promise<string[]> {
  const hits = await searchSections(db, { unitIds: null, words }, { limit: 20, offset: 0 });
  return hits.map(({ unitId, year, text }) => `${unitId} ${year} ${text}`);
}

const QUERIES = [
  ['政务新媒体'],
  ['政务', '媒体'],
  ['申请', '媒体'],
  ['0%'],
  ['_下'],
  ['件'],
  ['找不到的'],
  ['鲸'],
  ['_'],
];
