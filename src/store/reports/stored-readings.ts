import { sql } from 'kysely';
import type { Figure } from '../../model/extraction.js';
import type { Database } from '../postgres/database.js';
import { figuresOf } from './figures-of.js';
import type { Exception, TableReading } from './table-reading.js';

/** The figures of reports, by report id. Unit ids go along because the tables are keyed and may be spread by them. */
export async function readFigures(
  db: Database,
  reports: readonly { readonly unit_id: string; readonly report_id: string }[],
): Promise<Map<string, Figure[]>> {
  const units = [...new Set(reports.map((report) => report.unit_id))];
  const ids = reports.map((report) => report.report_id);
  const rows = await db.kysely
    .selectFrom('core.table_reading as t')
    .innerJoin('core.cell_layout as l', 'l.layout_id', 't.layout_id')
    .select(['t.report_id', 't.form_table', 't.part', 't.table_no', 't.values', 't.states', 't.exceptions'])
    .select(['l.layout_id', 'l.places'])
    .where('t.unit_id', '=', sql<string>`any(${units}::text[])`)
    .where('t.report_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const readings = new Map<string, TableReading[]>();
  for (const row of rows) {
    const reading: TableReading = {
      formTable: row.form_table,
      part: row.part,
      tableNo: row.table_no,
      values: row.values,
      states: row.states,
      layout: { layoutId: row.layout_id, places: row.places },
      exceptions: row.exceptions as Record<string, Exception> | null,
    };
    const held = readings.get(row.report_id);
    if (held) held.push(reading);
    else readings.set(row.report_id, [reading]);
  }
  return new Map([...readings].map(([reportId, parts]) => [reportId, figuresOf(parts)]));
}
