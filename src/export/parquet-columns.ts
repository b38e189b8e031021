import type { ColumnSource } from 'hyparquet-writer';
import type { ColumnType, ViewColumn } from '../store/view-columns.js';
import type { ViewRow } from '../store/view-stream.js';

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

/** Rows as Parquet columns. `inexact` hears of numbers that no double holds to the last digit. */
export function parquetColumns(
  columns: readonly ViewColumn[],
  rows: readonly ViewRow[],
  inexact: (column: string, text: string) => void,
): ColumnSource[] {
  return columns.map(({ name, type }, index) => {
    const read = READERS[type] ?? ((text: string) => text);
    const data = rows.map((row) => {
      const text = row[index]!;
      if (text === null) return null;
      if (type === 'number' && !isExact(text)) inexact(name, text);
      return read(text);
    });
    return { name, data };
  });
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
