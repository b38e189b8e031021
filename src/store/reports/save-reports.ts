import { setImmediate } from 'node:timers/promises';
import type { LoadableReport } from '../../model/loading.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';
import { codeOf } from '../postgres/database-unavailable.js';
import {
  LOCAL_TABLE_COLUMNS,
  REPORT_FINDING_COLUMNS,
  SECTION_COLUMNS,
  TABLE_READING_COLUMNS,
} from './copy-columns.js';
import { deleteChildren } from './delete-children.js';
import { type ReportRows, reportRows } from './report-rows.js';
import { rememberSharedRows, saveSharedRows } from './shared-rows.js';
import { upsertReports } from './upsert-reports.js';

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
    rememberSharedRows(
      db,
      batch.map(({ rows }) => rows),
    );
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
  const written = await upsertReports(
    tx,
    batch.map(({ rows }) => rows),
  );
  const renewed = new Set([...written].filter(([, readings]) => readings > 1).map(([reportId]) => reportId));
  if (renewed.size > 0) await removeChildren(tx, batch, renewed);
  const fresh = batch.filter(({ rows }) => written.has(rows.reportId)).map(({ rows }) => rows);
  await saveSharedRows(db, tx, fresh);
  const copy = (table: string, columns: readonly string[], part: ChildRows) =>
    tx.client.copy(table, columns, Buffer.concat(fresh.map((rows) => rows[part])));
  await copy('core.table_reading', TABLE_READING_COLUMNS, 'tableReadings');
  await copy('core.local_table', LOCAL_TABLE_COLUMNS, 'localTables');
  await copy('core.section', SECTION_COLUMNS, 'sections');
  await copy('core.report_finding', REPORT_FINDING_COLUMNS, 'findings');
  return { added: written.size - renewed.size, changed: renewed.size };
}

async function removeChildren(tx: Transaction, batch: readonly Encoded[], renewed: ReadonlySet<string>) {
  const keys = batch.filter(({ rows }) => renewed.has(rows.reportId)).map(({ rows }) => rows);
  await deleteChildren(
    tx,
    keys.map((rows) => rows.unitId),
    keys.map((rows) => rows.reportId),
  );
}

/** 23502 not null: since is unknown; 23503 foreign key: the unit is unknown. */
function refusalOf(error: Error, { documentSha256, unitId }: LoadableReport): string {
  const code = codeOf(error);
  if (code === '23502') return `document ${documentSha256} is not recorded: save it before its report`;
  if (code === '23503') return `unit ${unitId} is not in the registry: save it before its reports`;
  return error.message;
}

type ChildRows = 'tableReadings' | 'localTables' | 'sections' | 'findings';

const BATCH = 500;

/** After so many, the connection gets its turn: well under a millisecond. */
const ENCODED_AT_ONCE = 5;

/** Classes 22 (data exception) and 23 (integrity constraint violation). */
const DATA_ERROR = /^2[23]/;
