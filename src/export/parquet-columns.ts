import type { ColumnSource } from 'hyparquet-writer';
import type { ColumnType, ViewColumn } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';

type SchemaElement = NonNullable<
  Parameters<typeof import('hyparquet-writer').parquetWrite>[0]['schema']
>[number];

/** The Parquet schema of a view; every column may be null. */
export function parquetSchema(columns: readonly ViewColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, ...ELEMENTS[type], repetition_type: 'OPTIONAL' as const })),
  ];
}

/** The columns of a row group that fills; each text is read and held once, however many rows have it. */
export interface GrowingColumns {
  add(row: ViewRow): void;
  /** What was added, and empties them. */
  take(): ColumnSource[];
}

/** `inexact` hears of numbers that no double holds to the last digit. */
export function growingColumns(
  columns: readonly ViewColumn[],
  inexact: (column: string, text: string) => void,
): GrowingColumns {
  const growing = columns.map(({ name, type }) => ({ ...emptyColumn(), name, type }));
  return {
    add(row) {
      for (const [index, column] of growing.entries()) {
        const text = row[index]!;
        column.data.push(text === null ? null : readOnce(text, column, inexact));
      }
    },
    take: () =>
      growing.map((column) => {
        const { name, data } = column;
        Object.assign(column, emptyColumn());
        return { name, data };
      }),
  };
}

interface GrowingColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly data: unknown[];
  readonly known: Map<string, unknown>;
}

function emptyColumn(): Pick<GrowingColumn, 'data' | 'known'> {
  return { data: [], known: new Map() };
}

function readOnce(
  text: string,
  { name, type, known }: GrowingColumn,
  inexact: (column: string, text: string) => void,
): unknown {
  const held = known.get(text);
  if (held !== undefined) return held;
  if (type === 'number' && !isExact(text)) inexact(name, text);
  const value = READERS[type]?.(text) ?? text;
  known.set(text, value);
  return value;
}

/** Whether a number read from this text gives the same digits back. */
export function isExact(text: string): boolean {
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return digits.length <= EXACT_DIGITS;
}

const READERS: Partial<Record<ColumnType, (text: string) => unknown>> = {
  integer: Number,
  bigint: BigInt,
  number: Number,
  boolean: (text) => text === 'true',
  date: (text) => new Date(`${text}T00:00:00Z`),
  // 2022-02-01 08:00:00.123456+08
  datetime: (text) => new Date(`${text.replace(' ', 'T')}:00`),
};

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

const ELEMENTS: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  string: TEXT,
  array: TEXT,
  json: TEXT,
};

/** Significant decimal digits that a double keeps. */
const EXACT_DIGITS = 15;
