import { sql } from 'kysely';
import type { Section, SectionCode } from '../../model/extraction.js';
import type { Database } from '../postgres/database.js';

export interface ReportProse {
  readonly unitId: string;
  readonly reportYear: number;
  /** In the report's order. */
  readonly sections: readonly Section[];
}

/** The text of the current reports, in batches of units; of all units, or of the given ones. */
export async function* reportProse(db: Database, unitIds?: readonly string[]): AsyncGenerator<ReportProse[]> {
  let after = '';
  for (;;) {
    const units = await db.kysely
      .selectFrom('core.unit')
      .select('unit_id')
      .where('unit_id', '>', after)
      .$if(unitIds !== undefined, (q) => q.where('unit_id', '=', anyOf(unitIds ?? [])))
      .orderBy('unit_id')
      .limit(BATCH)
      .execute();
    if (units.length === 0) return;
    yield await proseOf(
      db,
      units.map((unit) => unit.unit_id),
    );
    after = units.at(-1)!.unit_id;
  }
}

async function proseOf(db: Database, unitIds: readonly string[]): Promise<ReportProse[]> {
  const rows = await db.kysely
    .selectFrom('core.current_report as r')
    .innerJoin('core.section as s', (join) =>
      join.onRef('s.unit_id', '=', 'r.unit_id').onRef('s.report_id', '=', 'r.report_id'),
    )
    .select(['r.unit_id', 'r.report_year', 's.code', 's.heading', 's.text'])
    .where('r.unit_id', '=', anyOf(unitIds))
    .where('s.unit_id', '=', anyOf(unitIds))
    .orderBy('r.unit_id')
    .orderBy('r.report_year')
    .orderBy('s.ordinal')
    .execute();
  const reports = new Map<string, { unitId: string; reportYear: number; sections: Section[] }>();
  for (const { unit_id, report_year, code, heading, text } of rows) {
    const key = `${unit_id} ${report_year}`;
    const held = reports.get(key) ?? { unitId: unit_id, reportYear: report_year, sections: [] };
    reports.set(key, held);
    held.sections.push({ code: code as SectionCode, heading, text });
  }
  return [...reports.values()];
}

function anyOf(unitIds: readonly string[]) {
  return sql<string>`any(${[...unitIds]}::text[])`;
}

const BATCH = 100;
