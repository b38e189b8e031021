import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';

/** What a column holds; how it is written depends on the format. */
export type ColumnType =
  | 'integer'
  | 'bigint'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'string'
  | 'array'
  | 'json';

export interface ViewColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** In Chinese, as the database has it. */
  readonly comment: string;
}

export interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly ViewColumn[];
}

/** Every public view with its columns as the database defines and comments them, by name. */
export async function publicViews({ kysely }: Transaction): Promise<View[]> {
  const { rows } = await sql<Row>`
    select c.relname as view, coalesce(obj_description(c.oid, 'pg_class'), '') as view_comment,
      a.attname as name, t.typname as type, coalesce(col_description(c.oid, a.attnum), '') as comment
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
    order by c.relname collate "C", a.attnum`.execute(kysely);
  const views = new Map<string, { name: string; comment: string; columns: ViewColumn[] }>();
  for (const { view, view_comment, name, type, comment } of rows) {
    const held = views.get(view) ?? { name: view, comment: view_comment, columns: [] };
    held.columns.push({ name, type: columnType(type), comment });
    views.set(view, held);
  }
  return [...views.values()];
}

interface Row {
  readonly view: string;
  readonly view_comment: string;
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** Arrays are named _element in pg_type. */
function columnType(type: string): ColumnType {
  return TYPES[type] ?? (type.startsWith('_') ? 'array' : 'string');
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  int2: 'integer',
  int4: 'integer',
  int8: 'bigint',
  numeric: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'date',
  timestamptz: 'datetime',
  json: 'json',
  jsonb: 'json',
};
