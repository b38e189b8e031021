import { INDICATORS } from '../catalogue/indicators.js';
import type { View, ViewColumn } from '../store/views/view-columns.js';
import type { ViewRow } from '../store/views/view-stream.js';

/** The codebook as a table: a row a view (without a column name) or a column. */
export const CODEBOOK_COLUMNS: readonly ViewColumn[] = [
  { name: '数据表', type: 'string', comment: '' },
  { name: '列', type: 'string', comment: '' },
  { name: '类型', type: 'string', comment: '' },
  { name: '说明', type: 'string', comment: '' },
];

export function codebookRows(views: readonly View[]): ViewRow[] {
  return views.flatMap(({ name, comment, columns }) => [
    [name, null, null, comment],
    ...columns.map((column) => [name, column.name, TYPE_NAMES[column.type], column.comment]),
  ]);
}

/** The codebook to read: every table and column as the database comments them, then the indicators of the catalogue. */
export function codebookMarkdown(views: readonly View[]): string {
  const tables = views.map(({ name, comment, columns }) =>
    [
      `## ${name}`,
      '',
      cell(comment),
      '',
      '| 列 | 类型 | 说明 |',
      '|---|---|---|',
      ...columns.map((c) => `| \`${c.name}\` | ${TYPE_NAMES[c.type]} | ${cell(c.comment)} |`),
      '',
    ].join('\n'),
  );
  const rows = INDICATORS.map(
    ({ code, labelZh, unit, templates, comparability, basis }) =>
      `| \`${code}\` | ${cell(labelZh)} | ${unit ?? ''} | ${templates.join(' ')} | ${comparability} | ${cell(basis ?? '')} |`,
  );
  const head = ['## 指标', '', '| 代码 | 名称 | 单位 | 表式 | 可比性 | 依据 |', '|---|---|---|---|---|---|'];
  return `${[...tables, ...head, ...rows].join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

const TYPE_NAMES: Readonly<Record<ViewColumn['type'], string>> = {
  integer: '整数',
  bigint: '整数',
  number: '小数',
  boolean: '是否',
  date: '日期',
  datetime: '时间',
  string: '文字',
  array: '列表（JSON）',
  json: 'JSON',
};
