import type { ColumnType, View, ViewColumn } from '../../store/views/view-columns.js';
import type { FileSum } from './checksums.js';

/** datapackage.json as Data Package v2 describes it (https://datapackage.org/profiles/2.0/datapackage.json). */
export function dataPackage(views: readonly View[], sums: readonly FileSum[], snapshot: string): string {
  const names = new Set(views.map(({ name }) => name));
  const resources = views.flatMap((view) => {
    const sum = sums.find(({ name }) => name === `data/csv/${view.name}.csv`)!;
    return [csvResource(view, sum, names), ...parquetResource(view, sums)];
  });
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'nianbao',
    id: `sha256:${snapshot}`,
    title: TITLE,
    version: snapshot.slice(0, 12),
    keywords: ['政府信息公开', '年度报告', '依申请公开'],
    resources,
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}

export const TITLE = '政府信息公开工作年度报告数据集';

function csvResource({ name, comment, columns }: View, sum: FileSum, views: ReadonlySet<string>) {
  const held = new Set(columns.map((column) => column.name));
  const primaryKey = KEYS[name];
  const foreignKeys = REFERENCES.filter(
    ({ view, field, from }) => view !== name && views.has(view) && held.has(field) && from.has(name),
  ).map(({ view, field }) => ({ fields: [field], reference: { resource: view, fields: [field] } }));
  return {
    name,
    type: 'table',
    path: sum.name,
    description: comment,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: sum.bytes,
    hash: `sha256:${sum.sha256}`,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: columns.map(field),
      missingValues: [''],
      ...(primaryKey ? { primaryKey } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

function parquetResource({ name, comment }: View, sums: readonly FileSum[]) {
  const path = sums.map((sum) => sum.name).filter((file) => file.startsWith(`data/parquet/${name}/`));
  if (path.length === 0) return [];
  const mediatype = 'application/vnd.apache.parquet';
  return [{ name: `${name}-parquet`, path, description: comment, format: 'parquet', mediatype }];
}

function field({ name, type, comment }: ViewColumn) {
  // 2022-02-01 08:00:00+08 is a time, and not in the one form that the standard takes unsaid.
  return {
    name,
    type: FIELD_TYPES[type],
    ...(type === 'datetime' ? { format: 'any' } : {}),
    description: comment,
  };
}

const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  integer: 'integer',
  bigint: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  string: 'string',
  array: 'array',
  json: 'any',
};

/** Columns that are never empty and name one row. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  unit: ['unit_id'],
  report: ['unit_id', 'report_year'],
  unit_year: ['unit_id', 'report_year'],
  section: ['unit_id', 'report_year', 'ordinal'],
  compliance: ['unit_id', 'report_year', 'check_id'],
  indicator: ['indicator'],
};

/** Findings of documents that nobody could assign may name a unit that the registry lacks. */
const REFERENCES = [
  { view: 'unit', field: 'unit_id', from: new Set(['report', 'unit_year', 'section', 'figure']) },
  { view: 'indicator', field: 'indicator', from: new Set(['figure']) },
] as const satisfies readonly { view: string; field: string; from: ReadonlySet<string> }[];
