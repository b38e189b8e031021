import { createHash } from 'node:crypto';
import type { Archive } from '../../src/ingest/archive.js';
import { checkUnits } from '../../src/jobs/check-units.js';
import type { UnitRecord } from '../../src/model/unit.js';
import { saveExpectations } from '../../src/store/collection/expectations.js';
import type { Database } from '../../src/store/postgres/database.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';
import type { BenchDocument } from '../generate/bench-corpus.js';
import { SILENT } from '../silent-reporter.js';
import { collectCounty } from './collect-county.js';
import { extractionsOf, FIVE_YEARS, type LoadableReports, loadableReports } from './loadable-reports.js';
import { saveOriginals } from './save-originals.js';

/**
 * Where a board is measured: a city of twenty counties, the first with fifty towns of ten years each, the others with a hundred
 * of five; and what every page needs of them.
 */
export const BOARD_REPORTS = 10_000;

/** The report whose original is archived; its page is the one that is asked for. */
export const SHOWN = { unitId: 'bench-board-1-0', year: 2021 } as const;

/**
 * Fills an empty, migrated database: units below their counties, reports with their originals, what must be published by
 * when (two towns a county publish nothing), the lists that say so, the log of requests, and the checks over the years.
 */
export async function loadBoard(
  db: Database,
  archive: Archive,
  corpus: readonly BenchDocument[],
): Promise<void> {
  const extractions = extractionsOf(corpus);
  await saveUnits(db, [{ ...government(CITY, '川东市人民政府', '510000'), parentId: null }]);
  for (let county = 1; county <= COUNTIES; county += 1) {
    const name = `第${county}县`;
    const countyId = `bench-county-${county}`;
    const years = county === 1 ? TEN_YEARS : FIVE_YEARS;
    const given = loadableReports(extractions, BOARD_REPORTS / COUNTIES, `board-${county}`, years);
    const batch = await withOriginal(given, archive, corpus);
    const silent = [1, 2].map((n) => town(`bench-silent-${county}-${n}`, `${name}未报${n}镇人民政府`));
    const towns = [...batch.units, ...silent].map((unit) => ({ ...unit, parentId: countyId }));
    const code = String(510_100 + county);
    await saveUnits(db, [government(countyId, `${name}人民政府`, code), ...towns]);
    await saveOriginals(db, batch);
    await saveReports(db, batch.reports);
    await collectCounty(db, countyId, {
      batch,
      unitIds: towns.map(({ unitId }) => unitId),
      whole: county > 2,
    });
  }
  await expectAll(db);
  await checkUnits({ db, archive, report: SILENT }, new Date());
}

/** The corpus's page is archived for the one report that is shown; the others' hashes are of no file. */
async function withOriginal(
  batch: LoadableReports,
  archive: Archive,
  corpus: readonly BenchDocument[],
): Promise<LoadableReports> {
  const at = batch.reports.findIndex(
    ({ unitId, reportYear }) => unitId === SHOWN.unitId && reportYear === SHOWN.year,
  );
  if (at < 0) return batch;
  const { html } = corpus[at]!;
  await archive.put(html);
  const documentSha256 = createHash('sha256').update(html).digest('hex');
  const same = <T>(rows: readonly T[], changed: Partial<T>): T[] =>
    rows.map((row, index) => (index === at ? { ...row, ...changed } : row));
  return {
    units: batch.units,
    reports: same(batch.reports, { documentSha256 }),
    captures: same(batch.captures, { documentSha256 }),
    documents: same(batch.documents, { sha256: documentSha256, byteLength: html.byteLength }),
  };
}

/** Every town in each of its county's years, by 31 January of the next: 条例第五十条. */
async function expectAll(db: Database): Promise<void> {
  const towns = await db.kysely
    .selectFrom('core.unit_record')
    .select(['unit_id', 'parent_id'])
    .where('kind', '=', 'town')
    .execute();
  const expectations = towns.flatMap(({ unit_id, parent_id }) =>
    (parent_id === 'bench-county-1' ? TEN_YEARS : FIVE_YEARS).map((reportYear) => ({
      unitId: unit_id,
      reportYear,
      dueOn: `${reportYear + 1}-01-31`,
      basis: '《政府信息公开条例》第五十条',
    })),
  );
  await saveExpectations(db, expectations, { from: TEN_YEARS[0]!, to: TEN_YEARS.at(-1)! });
}

function government(unitId: string, name: string, divisionCode: string): UnitRecord {
  return { unitId, name, kind: 'government', divisionCode, parentId: CITY, validFrom: null, validTo: null };
}

function town(unitId: string, name: string): UnitRecord {
  return { unitId, name, kind: 'town', divisionCode: null, parentId: null, validFrom: null, validTo: null };
}

const CITY = 'bench-city';
const COUNTIES = 20;
const TEN_YEARS = [2014, 2015, 2016, 2017, 2018, ...FIVE_YEARS];
