import type { FormColumn, FormRow, FormTable, IgnoredLabel, Label } from '../model/form.js';
import { buildFormTable } from './build-form-table.js';

/** 表二 主动公开政府信息情况: 22 cells in 2019 (国办公开办函〔2019〕60号), 10 in 2021 (〔2021〕30号). */

const column = (key: string, label: Label): FormColumn => ({ key, path: [label] });
const row = (key: string, label: Label): FormRow => ({ key, path: [label] });

const RULES = row('rules', { text: '规章', aliases: ['行政规章', '政府规章'] });
const NORMATIVE = row('normative', {
  text: '行政规范性文件',
  aliases: ['规范性文件'],
  distinctive: ['规范性文件'],
});
const LICENSING = row('licensing', { text: '行政许可' });
const OTHER_SERVICES = row('other_services', {
  text: '其他对外管理服务事项',
  distinctive: ['对外管理服务', '其他对外管理'],
});
const PENALTY = row('penalty', { text: '行政处罚' });
const COERCION = row('coercion', { text: '行政强制' });
const FEES = row('fees', { text: '行政事业性收费', distinctive: ['事业性收费'] });
const PROCUREMENT = row('procurement', { text: '政府集中采购', distinctive: ['集中采购'] });

const IGNORED: readonly IgnoredLabel[] = [
  { label: '第二十条', reason: '条例条款，是分块标题' },
  { label: '信息内容', reason: '行标签列的表头' },
  { label: '主动公开政府信息情况', reason: '表名' },
];

/** The columns that each row of the 2019 form has, in the printed order. */
const CELLS_2019: Readonly<Record<string, readonly string[]>> = {
  rules: ['newly_made', 'newly_disclosed', 'disclosed_total'],
  normative: ['newly_made', 'newly_disclosed', 'disclosed_total'],
  licensing: ['items_prev_year', 'items_change', 'decisions'],
  other_services: ['items_prev_year', 'items_change', 'decisions'],
  penalty: ['items_prev_year', 'items_change', 'decisions'],
  coercion: ['items_prev_year', 'items_change', 'decisions'],
  fees: ['items_prev_year', 'items_change'],
  procurement: ['projects', 'amount'],
};

const CELLS_2021: Readonly<Record<string, readonly string[]>> = {
  rules: ['issued', 'repealed', 'in_force'],
  normative: ['issued', 'repealed', 'in_force'],
  licensing: ['decisions'],
  penalty: ['decisions'],
  coercion: ['decisions'],
  fees: ['amount'],
};

const cellOf = (cells: Readonly<Record<string, readonly string[]>>) => (rowKey: string, columnKey: string) =>
  cells[rowKey]?.includes(columnKey)
    ? { indicator: `proactive.${rowKey}.${columnKey}`, applicant: null }
    : null;

export const PROACTIVE_2019: FormTable = buildFormTable({
  id: 't2019.proactive',
  template: 't2019',
  subject: 'proactive',
  rows: [RULES, NORMATIVE, LICENSING, OTHER_SERVICES, PENALTY, COERCION, FEES, PROCUREMENT],
  columns: [
    column('newly_made', { text: '本年新制作数量', aliases: ['本年新制作'], distinctive: ['新制作'] }),
    column('newly_disclosed', { text: '本年新公开数量', aliases: ['本年新公开'], distinctive: ['新公开'] }),
    column('disclosed_total', { text: '对外公开总数量', distinctive: ['公开总数'] }),
    column('items_prev_year', {
      text: '上一年项目数量',
      aliases: ['上年项目数量', '上年度项目数量', '上一年度项目数量'],
      distinctive: ['上一年项目'],
    }),
    column('items_change', { text: '本年增/减', distinctive: ['增减'] }),
    column('decisions', { text: '处理决定数量', distinctive: ['处理决定', '处理绝对数量'] }),
    column('projects', { text: '采购项目数量', distinctive: ['采购项目'] }),
    column('amount', { text: '采购总金额', distinctive: ['采购总金额', '采购金额'] }),
  ],
  cell: cellOf(CELLS_2019),
  ignored: IGNORED,
});

export const PROACTIVE_2021: FormTable = buildFormTable({
  id: 't2021.proactive',
  template: 't2021',
  subject: 'proactive',
  rows: [RULES, NORMATIVE, LICENSING, PENALTY, COERCION, FEES],
  columns: [
    column('issued', {
      text: '本年制发件数',
      aliases: ['本年发件数', '本年发件'],
      distinctive: ['制发'],
    }),
    column('repealed', { text: '本年废止件数', distinctive: ['废止'] }),
    column('in_force', { text: '现行有效件数', distinctive: ['现行有效'] }),
    column('decisions', { text: '本年处理决定数量', distinctive: ['处理决定', '处理绝对数量'] }),
    column('amount', { text: '本年收费金额（单位：万元）', distinctive: ['收费金额'] }),
  ],
  cell: cellOf(CELLS_2021),
  ignored: IGNORED,
});
