import { type RawBuilder, sql } from 'kysely';
import { type Database, inSnapshot, type Transaction } from '../postgres/database.js';
import { aboutRows } from './about-rows.js';
import { fetchRows } from './fetch-rows.js';
import { PAGED, type Paged } from './paged-views.js';
import { publicViews, type View, type ViewColumn } from './view-columns.js';
import {
  conditionsOf,
  type HeldYears,
  heldYears,
  refuseUnknown,
  UnknownNameError,
  type ViewFilters,
} from './view-filters.js';
import { pagesOf } from './view-pages.js';

/** Values as the database writes them, so that numbers keep every digit (arrays as JSON); null is null. */
export type ViewRow = readonly (string | null)[];

export interface ViewReader {
  readonly views: readonly View[];
  /** Years of the reports that there are. */
  readonly years: HeldYears;
  /** About how many rows a view with many rows a report has, from some reports; null where that is few for any purpose. */
  about(view: string): Promise<number | null>;
  /** The rows in one order that depends on the data alone, some thousands at a time. One stream after the other. */
  stream(view: string): AsyncIterable<readonly ViewRow[]>;
}

/**
 * Reads public views on one unchanging state of the database, one after the other, each in constant memory. The embedded
 * database has one connection: ask nothing else of it before the work is done.
 * @throws UnknownNameError where a filter names what isn't there.
 */
export function readViews<T>(
  db: Database,
  filters: ViewFilters,
  work: (reader: ViewReader) => Promise<T>,
): Promise<T> {
  return inSnapshot(db, async (tx) => {
    await tx.client.execute(SETTINGS);
    await refuseUnknown(tx, filters);
    const views = await publicViews(tx);
    const stream = (name: string) => {
      const view = views.find((known) => known.name === name);
      if (!view) throw new UnknownNameError(`there is no view mart.${name}`);
      const paged = PAGED[name];
      return paged ? pagedOf(tx, view, paged, filters) : wholeOf(tx, view, filters);
    };
    const about = (name: string) => aboutRows(tx, name, filters);
    return work({ views, years: await heldYears(tx, filters), about, stream });
  });
}

function wholeOf(tx: Transaction, view: View, filters: ViewFilters): AsyncIterable<ViewRow[]> {
  const held = new Set(view.columns.map(({ name }) => name));
  return rowsWhere(tx, view, conditionsOf(held, filters), ORDER);
}

/** Some units at a time: sorting all cells of a million reports would fill a disk before the first row comes. */
async function* pagedOf(
  tx: Transaction,
  view: View,
  paged: Paged,
  filters: ViewFilters,
): AsyncGenerator<ViewRow[]> {
  const conditions = conditionsOf(new Set(['unit_id', 'report_year']), filters);
  const order = paged.by === 'unit' ? ['unit_id', ...ORDER] : ORDER;
  for await (const page of pagesOf(tx, paged, conditions)) yield* rowsWhere(tx, view, page, order);
}

function rowsWhere(
  tx: Transaction,
  view: View,
  where: RawBuilder<unknown>,
  order: readonly string[],
): AsyncIterable<ViewRow[]> {
  const query = selection(view, where, order).compile(tx.kysely);
  return fetchRows<ViewRow>(tx, CURSOR, query, Math.ceil(FETCH_CELLS / view.columns.length));
}

function selection(
  { name, columns }: View,
  where: RawBuilder<unknown>,
  first: readonly string[],
): RawBuilder<unknown> {
  const texts = columns.map((column) => sql`${asText(column)} as ${sql.ref(column.name)}`);
  const order = orderOf(columns, first).map((column) =>
    TEXTS.has(column.type)
      ? sql`${sql.ref(`v.${column.name}`)}::text collate "C"`
      : sql.ref(`v.${column.name}`),
  );
  return sql`select ${sql.join(texts)} from mart.${sql.ref(name)} as v where ${where} order by ${sql.join(order)}`;
}

function asText({ name, type }: ViewColumn): RawBuilder<unknown> {
  const column = sql.ref(`v.${name}`);
  return type === 'array' ? sql`to_json(${column})::text` : sql`${column}::text`;
}

/** The columns that people look rows up by, then all others: no two databases may order the same rows otherwise. */
function orderOf(columns: readonly ViewColumn[], first: readonly string[]): ViewColumn[] {
  const rank = ({ name }: ViewColumn) => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return [...columns].sort((a, b) => rank(a) - rank(b));
}

/** What is read is sorted in memory, a page at a time; compiling a query takes longer than a page. */
const SETTINGS = `
  set local time zone 'Asia/Shanghai';
  set local datestyle to iso;
  set local work_mem to '64MB';
  set local jit to off`;

/** Compared byte by byte: a database's own collation differs from machine to machine. */
const TEXTS: ReadonlySet<string> = new Set(['string', 'array', 'json']);

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
/** Of rows fetched at once: one may have three columns or a hundred. */
const FETCH_CELLS = 40_000;
