import type { Database } from './database.js';

/**
 * Tells the planner what the big tables hold. A server does so by itself some minutes after a load, the embedded database
 * never; until then a page of the board can take a plan for empty tables. Reads a sample, whatever the size.
 */
export async function refreshStatistics(db: Database): Promise<void> {
  const client = await db.pool.connect();
  try {
    // Texts and packed readings are told apart by their keys alone; a sample of them would cost most.
    await client.execute(
      `analyze core.report, core.report_finding, core.unit_year_finding, core.unit_year_checks, core.expectation,
        core.unit_record, core.section (unit_id, report_id, ordinal, code), core.table_reading (unit_id, report_id, form_table),
        core.section_gram, core.refusal, raw.document, raw.capture, raw.source, raw.listing, raw.fetch, raw.crawl, raw.list_page,
        ops.run`,
    );
  } finally {
    client.release();
  }
}
