import { beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';
import { readViews } from '../../src/store/views/view-stream.js';
import { extractionsOf, loadableReports } from '../../tools/bench/loadable-reports.js';
import { multiplyReports } from '../../tools/bench/multiply-reports.js';
import { saveOriginals } from '../../tools/bench/save-originals.js';
import { makeBenchCorpus } from '../../tools/generate/bench-corpus.js';
import { onEachDatabase } from '../store/databases.js';

onEachDatabase('reports that the bench copies in SQL', (database) => {
  const ask = async <R>(query: string): Promise<R[]> => {
    const client = await database().db.pool.connect();
    try {
      return (await client.query<R>(query)).rows;
    } finally {
      client.release();
    }
  };

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    const batch = loadableReports(extractionsOf(makeBenchCorpus(4, 1)), 10, 'scale');
    await saveUnits(db, batch.units);
    await saveOriginals(db, batch);
    await saveReports(db, batch.reports);
    await multiplyReports(db, { from: 1, to: 2 });
    await multiplyReports(db, { from: 3, to: 3 });
  });

  test('are whole: units below counties, originals, figures, sections and findings, four times as many', async () => {
    expect(
      await ask(`select
        (select count(*)::int from mart.report) as reports,
        (select count(distinct document_sha256)::int from mart.report) as documents,
        (select count(*)::int from mart.source_document) as sources,
        (select count(*)::int from mart.figure) as figures,
        (select count(*)::int from mart.section) as sections,
        (select count(*)::int from mart.unit where unit_kind = 'town' and parent_id like 'copy-county-%') as towns`),
    ).toEqual([{ reports: 40, documents: 40, sources: 40, figures: 8000, sections: 280, towns: 6 }]);
    const findings = await ask<{ copy: string; n: number }>(
      `select split_part(unit_id, '-bench', 1) as copy, count(*)::int as n from mart.finding group by 1 order by 1`,
    );
    expect(findings.map(({ copy }) => copy)).toEqual([
      'bench-scale-0',
      'bench-scale-1',
      'copy-1',
      'copy-2',
      'copy-3',
    ]);
    const [first, second, ...copies] = findings.map(({ n }) => n);
    expect(copies).toEqual([first! + second!, first! + second!, first! + second!]);
  });

  test('say what the report says that they are copied from', async () => {
    expect(
      await ask(`select count(*)::int as n from mart.figure c
        join mart.figure o on 'copy-2-' || o.unit_id = c.unit_id and (o.report_year, o.indicator, o.table_no, o.row_no, o.column_no)
          = (c.report_year, c.indicator, c.table_no, c.row_no, c.column_no) and o.applicant is not distinct from c.applicant
        where o.raw = c.raw and o.value is not distinct from c.value and o.document_sha256 <> c.document_sha256`),
    ).toEqual([{ n: 2000 }]);
  });

  test('are enough to tell about how many rows a table has, without counting them', async () => {
    const about = (view: string, under?: string) =>
      readViews(database().db, { under }, (reader) => reader.about(view));
    expect(await about('figure')).toBeNull();
    await multiplyReports(database().db, { from: 4, to: 101 });
    const [held] = await ask<{ figures: number; sections: number }>(
      `select (select count(*)::int from mart.figure) as figures, (select count(*)::int from mart.section) as sections`,
    );
    expect(await about('figure')).toBe(held!.figures);
    expect(await about('section')).toBe(held!.sections);
    expect(await about('unit')).toBeNull();
    expect(await about('figure', 'copy-county-7')).toBeNull();
  });
});
