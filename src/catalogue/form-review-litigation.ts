import type { FormColumn, FormTable, Label } from '../model/form.js';
import { buildFormTable } from './build-form-table.js';

/** 表四 政府信息公开行政复议、行政诉讼情况: one row of 15 cells, the same in 2019 and 2021. */

const OUTCOMES: readonly (readonly [string, Label])[] = [
  ['upheld', { text: '结果维持', aliases: ['维持'] }],
  ['corrected', { text: '结果纠正', aliases: ['纠正'] }],
  ['other', { text: '其他结果', aliases: ['其它结果', '其他'] }],
  ['pending', { text: '尚未审结', aliases: ['未审结'] }],
  ['total', { text: '总计', aliases: ['合计'] }],
];

const LITIGATION: Label = { text: '行政诉讼' };

interface Group {
  readonly key: string;
  readonly path: readonly Label[];
  /** What stands before the outcome where a table prints it all in one label: 行政复议结果维持. */
  readonly prefixes: readonly string[];
}

const GROUPS: readonly Group[] = [
  { key: 'review', path: [{ text: '行政复议' }], prefixes: ['行政复议', '复议'] },
  {
    key: 'litigation.direct',
    path: [LITIGATION, { text: '未经复议直接起诉', distinctive: ['直接起诉', '未经复议'] }],
    prefixes: ['未经复议直接起诉', '直接起诉', '行政诉讼未经复议直接起诉'],
  },
  {
    key: 'litigation.after_review',
    path: [LITIGATION, { text: '复议后起诉', distinctive: ['复议后'] }],
    prefixes: ['复议后起诉', '行政诉讼复议后起诉'],
  },
];

const COLUMNS: readonly FormColumn[] = GROUPS.flatMap(({ key, path, prefixes }) =>
  OUTCOMES.map(([outcome, label]) => {
    const wordings = [label.text, ...(label.aliases ?? [])];
    const whole = prefixes.flatMap((prefix) => wordings.map((wording) => prefix + wording));
    const own = { ...label, aliases: [...wordings.slice(1), ...whole] };
    return { key: `${key}.${outcome}`, path: [...path, own] };
  }),
);

export const REVIEW_LITIGATION: FormTable = buildFormTable({
  id: 'review_litigation',
  template: null,
  subject: 'review_litigation',
  rows: [{ key: 'count', path: [] }],
  columns: COLUMNS,
  cell: (_rowKey, columnKey) => ({ indicator: columnKey, applicant: null }),
  ignored: [
    { label: '政府信息公开行政复议行政诉讼情况', reason: '表名' },
    { label: '件数', reason: '数据行的行名' },
    { label: '数量', reason: '数据行的行名' },
  ],
});
