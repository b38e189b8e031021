import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';
import { REPORT_COLUMNS } from './copy-columns.js';
import type { ReportRows } from './report-rows.js';

/**
 * Writes the rows of core.report and returns those that are new or changed, with how often they were read. The rows are
 * locked until the end, changed or not: a second loader of the same reports waits here and then finds nothing to do.
 */
export async function upsertReports(
  tx: Transaction,
  batch: readonly ReportRows[],
): Promise<Map<string, number>> {
  await tx.client.execute(INCOMING);
  await tx.client.copy('incoming_report', REPORT_COLUMNS, Buffer.concat(batch.map((rows) => rows.report)));
  const columns = sql.join(REPORT_COLUMNS.map((column) => sql.ref(column)));
  const renewals = sql.join(
    [...REPORT_COLUMNS.slice(2), 'since', 'collected_at', 'source_url', 'listed_on'].map(
      (column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`,
    ),
  );
  const { rows } = await sql<{ report_id: string; readings: number }>`
    insert into core.report as held (${columns}, since, collected_at, source_url, listed_on)
    select ${sql.join(REPORT_COLUMNS.map((column) => sql.ref(`new.${column}`)))},
      coalesce(c.since, d.first_seen_at), d.first_seen_at, c.url, c.listed_on
    from incoming_report new
    left join raw.document d on d.sha256 = new.document_sha256
    left join lateral core.capture_of(new.unit_id, new.document_sha256) c on true
    order by new.unit_id, new.report_id
    on conflict (unit_id, report_id) do update
    set ${renewals}, parsed_at = now(), readings = held.readings + 1
    where held.digest is distinct from excluded.digest or held.report_year is distinct from excluded.report_year
    returning report_id, readings`.execute(tx.kysely);
  await sql`
    update core.report held set parser_version = new.parser_version, parsed_at = now()
    from incoming_report new
    where held.unit_id = new.unit_id and held.report_id = new.report_id
      and held.parser_version <> new.parser_version`.execute(tx.kysely);
  await sql`
    delete from core.refusal r using incoming_report new
    where r.document_sha256 = new.document_sha256`.execute(tx.kysely);
  return new Map(rows.map((row) => [row.report_id, row.readings]));
}

const INCOMING = `create temporary table if not exists incoming_report on commit delete rows
  as select ${REPORT_COLUMNS.join(', ')} from core.report with no data`;
