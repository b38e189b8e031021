import type { ColumnType, ViewColumn } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';
import type { ExportFormat } from './export.js';
import { openLineFile } from './line-file.js';
import { pour } from './row-sink.js';

/** One file a public view, one JSON object a line; numbers with every digit the database has. */
export const exportJsonl: ExportFormat = {
  async write({ views, stream }, draft) {
    for (const { name: view, columns } of views) {
      const name = `${view}.jsonl`;
      const file = await openLineFile(await draft.path(name), '', lineOf(columns));
      const [count = 0] = await pour(stream(view), [file]);
      draft.add(name, count);
    }
  },
};

function lineOf(columns: readonly ViewColumn[]): (row: ViewRow) => string {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  return (row) =>
    `{${row.map((value, index) => `${keys[index]}:${literal(value, columns[index]!.type)}`).join(',')}}\n`;
}

function literal(value: string | null, type: ColumnType): string {
  if (value === null) return 'null';
  return LITERALS.has(type) ? value : JSON.stringify(value);
}

/** What the database writes of these is JSON as it stands. */
const LITERALS: ReadonlySet<ColumnType> = new Set([
  'integer',
  'bigint',
  'number',
  'boolean',
  'array',
  'json',
]);
