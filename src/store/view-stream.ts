import { type CompiledQuery, sql } from 'kysely';
import { type Database, inSnapshot, type Transaction } from './database.js';

/** Which rows of a public view: a filter on a column that the view doesn't have leaves it whole. */
export interface ViewFilters {
  readonly years?: { readonly from: number; readonly to: number } | undefined;
  /** A unit and all that stand below it today. */
  readonly under?: string | undefined;
}

export interface ViewRows {
  readonly columns: readonly string[];
  /** Values as the database writes them, so that numbers keep every digit; null is null. */
  readonly rows: AsyncIterable<readonly (string | null)[]>;
}

/** No such unit, or no such view. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}

export interface ViewReader {
  stream(view: string, filters?: ViewFilters): Promise<ViewRows>;
}

/**
 * Reads public views on one unchanging state of the database, one after the other, each in constant memory. The embedded
 * database has one connection: ask nothing else of it before the work is done.
 */
export function readViews<T>(db: Database, work: (reader: ViewReader) => Promise<T>): Promise<T> {
  return inSnapshot(db, async (tx) => {
    await tx.client.execute("set local time zone 'Asia/Shanghai'; set local datestyle to iso");
    return work({ stream: (view, filters = {}) => streamView(tx, view, filters) });
  });
}

async function streamView(tx: Transaction, view: string, filters: ViewFilters): Promise<ViewRows> {
  const columns = await columnsOf(tx, view);
  if (filters.under !== undefined) await refuseUnknownUnit(tx, filters.under);
  return { columns, rows: rowsOf(tx, selection(tx, view, columns, filters)) };
}

function selection(tx: Transaction, view: string, columns: readonly string[], { years, under }: ViewFilters) {
  const held = new Set(columns);
  const conditions = [sql`true`];
  if (years && held.has('report_year')) {
    conditions.push(sql`v.report_year between ${years.from}::int and ${years.to}::int`);
  }
  const unitColumn = held.has('unit_id') ? 'unit_id' : held.has('parent_id') ? 'parent_id' : null;
  if (under !== undefined && unitColumn) {
    conditions.push(
      sql`${sql.ref(`v.${unitColumn}`)} in (select unit_id from core.unit_ancestor where ancestor_id = ${under})`,
    );
  }
  const order = ORDER.filter((column) => held.has(column));
  const texts = columns.map((column) => sql`${sql.ref(`v.${column}`)}::text as ${sql.ref(column)}`);
  const keys =
    order.length > 0 ? sql` order by ${sql.join(order.map((column) => sql.ref(`v.${column}`)))}` : sql``;
  const where = sql.join(conditions, sql` and `);
  return sql`declare ${sql.ref(CURSOR)} no scroll cursor for
    select ${sql.join(texts)} from mart.${sql.ref(view)} as v where ${where}${keys}`.compile(tx.kysely);
}

async function* rowsOf({ client }: Transaction, { sql: text, parameters }: CompiledQuery) {
  await client.query(text, parameters);
  for (;;) {
    const { rows } = await client.queryOne<(string | null)[]>(`fetch ${FETCH} from ${CURSOR}`, {
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.execute(`close ${CURSOR}`);
}

async function columnsOf({ kysely }: Transaction, view: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'mart'::regnamespace and c.relname = ${view} and a.attnum > 0 and not a.attisdropped
    order by a.attnum`.execute(kysely);
  if (rows.length === 0) throw new UnknownNameError(`there is no view mart.${view}`);
  return rows.map((row) => row.name);
}

async function refuseUnknownUnit({ kysely }: Transaction, unitId: string): Promise<void> {
  const unit = await kysely
    .selectFrom('core.unit')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw new UnknownNameError(`there is no unit ${unitId}: its id is in mart.unit`);
}

/** The same data gives the same file. */
const ORDER = [
  'report_year',
  'unit_id',
  'parent_id',
  'document_sha256',
  'table_no',
  'row_no',
  'column_no',
  'outcome',
  'applicant',
  'ordinal',
  'check_id',
  'message',
  'indicator',
];

const CURSOR = 'nianbao_view';
const FETCH = 2000;
