import { sql } from 'kysely';
import type { SeriesReport, UnitSeries } from '../../model/series.js';
import type { UnitKind } from '../../model/unit.js';
import type { Database } from '../postgres/database.js';
import { readFigures } from '../reports/stored-readings.js';
import { readMergers } from '../units/mergers.js';
import { mergedYears } from '../units/unit-events.js';
import { otherCopies } from './other-copies.js';
import { type ReportProse, reportProse } from './report-prose.js';

/** What is held of each unit, year by year; of all units, or of the given ones. Between batches no transaction is open. */
export async function* unitSeries(db: Database, unitIds?: readonly string[]): AsyncGenerator<UnitSeries> {
  let after = '';
  for (;;) {
    const units = await db.kysely
      .selectFrom('core.unit_today')
      .select(['unit_id', 'name', 'kind'])
      .where('unit_id', '>', after)
      .$if(unitIds !== undefined, (q) =>
        q.where('unit_id', '=', sql<string>`any(${[...(unitIds ?? [])]}::text[])`),
      )
      .orderBy('unit_id')
      .limit(BATCH)
      .execute();
    if (units.length === 0) return;
    const ids = units.map((unit) => unit.unit_id);
    const reports = await readReports(db, ids);
    const expectations = await readExpectations(db, ids);
    const unread = await readUnreadYears(db, ids);
    const merged = await mergedYears(db, ids);
    const mergers = await readMergers(db, ids);
    for (const unit of units) {
      yield {
        unitId: unit.unit_id,
        unitName: unit.name,
        unitKind: unit.kind as UnitKind,
        reports: reports.get(unit.unit_id) ?? [],
        expectations: expectations.get(unit.unit_id) ?? [],
        unreadYears: unread.get(unit.unit_id) ?? [],
        mergedYears: merged.get(unit.unit_id) ?? [],
        mergers: mergers.get(unit.unit_id) ?? [],
      };
    }
    after = ids.at(-1)!;
  }
}

async function readReports(db: Database, unitIds: readonly string[]): Promise<Map<string, SeriesReport[]>> {
  const rows = await db.kysely
    .selectFrom('core.current_report')
    .select(['unit_id', 'report_id', 'report_year', 'document_sha256', 'public_on', 'title', 'source_url'])
    .where('unit_id', '=', ofUnits(unitIds))
    .orderBy('report_year')
    .execute();
  const figures = rows.length > 0 ? await readFigures(db, rows) : new Map();
  const prose = await readProse(db, unitIds);
  const others = await otherCopies(db, unitIds);
  return grouped(rows, (row) => ({
    reportYear: row.report_year,
    documentSha256: row.document_sha256,
    publishedOn: row.public_on,
    figures: figures.get(row.report_id) ?? [],
    sections: prose.get(`${row.unit_id} ${row.report_year}`)?.sections ?? [],
    title: row.title,
    sourceUrl: row.source_url,
    others: others.get(`${row.unit_id} ${row.report_year}`) ?? [],
  }));
}

async function readProse(db: Database, unitIds: readonly string[]): Promise<Map<string, ReportProse>> {
  const held = new Map<string, ReportProse>();
  for await (const batch of reportProse(db, unitIds))
    for (const prose of batch) held.set(`${prose.unitId} ${prose.reportYear}`, prose);
  return held;
}

async function readExpectations(db: Database, unitIds: readonly string[]) {
  const rows = await db.kysely
    .selectFrom('core.expectation')
    .selectAll()
    .where('unit_id', '=', ofUnits(unitIds))
    .orderBy('report_year')
    .execute();
  return grouped(rows, (row) => ({
    unitId: row.unit_id,
    reportYear: row.report_year,
    dueOn: row.due_on,
    basis: row.basis,
  }));
}

async function readUnreadYears(db: Database, unitIds: readonly string[]) {
  const rows = await db.kysely
    .selectFrom('core.unread_year')
    .selectAll()
    .where('unit_id', '=', ofUnits(unitIds))
    .orderBy('report_year')
    .execute();
  return grouped(rows, (row) => row.report_year);
}

function ofUnits(unitIds: readonly string[]) {
  return sql<string>`any(${[...unitIds]}::text[])`;
}

function grouped<R extends { unit_id: string }, T>(
  rows: readonly R[],
  make: (row: R) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const held = groups.get(row.unit_id);
    if (held) held.push(make(row));
    else groups.set(row.unit_id, [make(row)]);
  }
  return groups;
}

const BATCH = 100;
