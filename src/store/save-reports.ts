import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { LoadableReport } from '../model/loading.js';
import { type Database, inTransaction, type Transaction } from './database.js';
import { codeOf } from './database-unavailable.js';
import { deleteChildren } from './delete-children.js';
import {
  FINDING_COLUMNS,
  REPORT_COLUMNS,
  type ReportRows,
  reportRows,
  SECTION_COLUMNS,
  TABLE_READING_COLUMNS,
} from './report-rows.js';

export interface SavedReports {
  /** Reports that were not there before. */
  readonly added: number;
  /** Reports that were there with another content. */
  readonly changed: number;
  /** Reports that were there with the same content; at most their parser version was raised. */
  readonly unchanged: number;
  /** Reports that can't be stored, each with the reason; the others are. */
  readonly failed: readonly UnsavedReport[];
}

export interface UnsavedReport {
  readonly report: LoadableReport;
  readonly message: string;
}

/**
 * Stores readings, a few hundred to a transaction; each report whole or not at all. The same reading stored again
 * changes nothing; a new reading of the same document takes the place of the old one with all its rows.
 */
export async function saveReports(db: Database, reports: readonly LoadableReport[]): Promise<SavedReports> {
  const total = { added: 0, changed: 0, unchanged: 0, failed: [] as UnsavedReport[] };
  let writing = Promise.resolve();
  for (let start = 0; start < reports.length; start += BATCH) {
    // While the server writes one batch, the next is encoded.
    const batch = await encode(reports.slice(start, start + BATCH), total.failed);
    await writing;
    writing = saveBatch(db, batch, total);
    writing.catch(() => {});
  }
  await writing;
  return total;
}

interface Encoded {
  readonly report: LoadableReport;
  readonly rows: ReportRows;
}

/** In the order of their keys, so that two loaders never wait for each other in a circle. Of two alike the last counts. */
async function encode(reports: readonly LoadableReport[], failed: UnsavedReport[]): Promise<Encoded[]> {
  const byKey = new Map<string, Encoded>();
  for (const [index, report] of reports.entries()) {
    if (index % ENCODED_AT_ONCE === 0) await setImmediate();
    try {
      const rows = reportRows(report);
      byKey.set(`${rows.unitId} ${rows.reportId}`, { report, rows });
    } catch (error) {
      failed.push({ report, message: (error as Error).message });
    }
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, encoded]) => encoded);
}

type Counts = { added: number; changed: number; unchanged: number; failed: UnsavedReport[] };

/** Where the database refuses a row, halves are tried, until the one report is found. */
async function saveBatch(db: Database, batch: readonly Encoded[], total: Counts): Promise<void> {
  if (batch.length === 0) return;
  try {
    const { added, changed } = await inTransaction(db, (tx) => write(db, tx, batch));
    total.added += added;
    total.changed += changed;
    total.unchanged += batch.length - added - changed;
    rememberLayouts(db, batch);
  } catch (error) {
    if (!DATA_ERROR.test(codeOf(error))) throw error;
    if (batch.length === 1) {
      total.failed.push({ report: batch[0]!.report, message: refusalOf(error as Error, batch[0]!.report) });
      return;
    }
    const middle = batch.length >> 1;
    await saveBatch(db, batch.slice(0, middle), total);
    await saveBatch(db, batch.slice(middle), total);
  }
}

async function write(db: Database, tx: Transaction, batch: readonly Encoded[]) {
  const written = await upsertReports(tx, batch);
  const renewed = new Set([...written].filter(([, readings]) => readings > 1).map(([reportId]) => reportId));
  if (renewed.size > 0) await removeChildren(tx, batch, renewed);
  const fresh = batch.filter(({ rows }) => written.has(rows.reportId)).map(({ rows }) => rows);
  await saveLayouts(tx, fresh, KNOWN_LAYOUTS.get(db));
  const copy = (table: string, columns: readonly string[], part: 'tableReadings' | 'sections' | 'findings') =>
    tx.client.copy(table, columns, Buffer.concat(fresh.map((rows) => rows[part])));
  await copy('core.table_reading', TABLE_READING_COLUMNS, 'tableReadings');
  await copy('core.section', SECTION_COLUMNS, 'sections');
  await copy('core.report_finding', ['unit_id', 'report_id', ...FINDING_COLUMNS], 'findings');
  return { added: written.size - renewed.size, changed: renewed.size };
}

/**
 * Writes the rows of core.report and returns those that are new or changed, with how often they were read. The rows are
 * locked until the end, changed or not: a second loader of the same reports waits here and then finds nothing to do.
 */
async function upsertReports(tx: Transaction, batch: readonly Encoded[]): Promise<Map<string, number>> {
  await tx.client.execute(INCOMING);
  await tx.client.copy(
    'incoming_report',
    REPORT_COLUMNS,
    Buffer.concat(batch.map(({ rows }) => rows.report)),
  );
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

async function removeChildren(tx: Transaction, batch: readonly Encoded[], renewed: ReadonlySet<string>) {
  const keys = batch.filter(({ rows }) => renewed.has(rows.reportId)).map(({ rows }) => rows);
  await deleteChildren(
    tx,
    keys.map((rows) => rows.unitId),
    keys.map((rows) => rows.reportId),
  );
}

/** Geometries are few and never change: one that was seen committed isn't sent again. */
async function saveLayouts(tx: Transaction, rows: readonly ReportRows[], known?: ReadonlySet<string>) {
  const missing = new Map(
    rows
      .flatMap((row) => row.layouts)
      .filter((l) => !known?.has(l.layoutId))
      .map((l) => [l.layoutId, l]),
  );
  if (missing.size === 0) return;
  const values = [...missing.values()]
    .sort((a, b) => (a.layoutId < b.layoutId ? -1 : 1))
    .map(({ layoutId, formTable, places }) => ({
      layout_id: layoutId,
      form_table: formTable,
      places: [...places],
    }));
  await tx.kysely
    .insertInto('core.cell_layout')
    .values(values)
    .onConflict((c) => c.doNothing())
    .execute();
}

function rememberLayouts(db: Database, batch: readonly Encoded[]): void {
  const known = KNOWN_LAYOUTS.get(db) ?? new Set<string>();
  KNOWN_LAYOUTS.set(db, known);
  for (const { rows } of batch) for (const { layoutId } of rows.layouts) known.add(layoutId);
}

/** 23502 not null: since is unknown; 23503 foreign key: the unit is unknown. */
function refusalOf(error: Error, { documentSha256, unitId }: LoadableReport): string {
  const code = codeOf(error);
  if (code === '23502') return `document ${documentSha256} is not recorded: save it before its report`;
  if (code === '23503') return `unit ${unitId} is not in the registry: save it before its reports`;
  return error.message;
}

const BATCH = 500;

/** After so many, the connection gets its turn: well under a millisecond. */
const ENCODED_AT_ONCE = 5;

/** Classes 22 (data exception) and 23 (integrity constraint violation). */
const DATA_ERROR = /^2[23]/;

const INCOMING = `create temporary table if not exists incoming_report on commit delete rows
  as select ${REPORT_COLUMNS.join(', ')} from core.report with no data`;

const KNOWN_LAYOUTS = new WeakMap<Database, Set<string>>();
