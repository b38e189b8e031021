/** Table 二 of the two forms: blocks of one header row and data rows, whose value cells have their own units. */
import type { FormTemplate } from './form-rows.js';

export interface ProactiveBlock {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly ProactiveRow[];
  /** Grid columns that each value column covers. */
  readonly spans: readonly number[];
}

export interface ProactiveRow {
  readonly label: string;
  /** `proactive.` and these are the row's indicators. */
  readonly indicators: readonly string[];
}

/** Grid columns of table 二: one for the labels, three (t2021) or four (t2019) for values. */
export const PROACTIVE_COLUMNS = { t2019: 5, t2021: 4 } as const satisfies Record<FormTemplate, number>;

const block = (
  title: string,
  headers: readonly string[],
  spans: readonly number[],
  rows: readonly ProactiveRow[],
): ProactiveBlock => ({ title, headers, spans, rows });
const line = (label: string, subject: string, measures: readonly string[]): ProactiveRow => ({
  label,
  indicators: measures.map((measure) => `proactive.${subject}.${measure}`),
});

const ITEM_HEADERS = ['上一年项目数量', '本年增/减', '处理决定数量'];
const ITEMS = ['items_prev_year', 'items_change', 'decisions'];
const MADE = ['newly_made', 'newly_disclosed', 'disclosed_total'];
const ISSUED = ['issued', 'repealed', 'in_force'];

export const PROACTIVE_BLOCKS: Readonly<Record<FormTemplate, readonly ProactiveBlock[]>> = {
  t2019: [
    block(
      '第二十条第（一）项',
      ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
      [1, 2, 1],
      [line('规章', 'rules', MADE), line('规范性文件', 'normative', MADE)],
    ),
    block(
      '第二十条第（五）项',
      ITEM_HEADERS,
      [1, 2, 1],
      [line('行政许可', 'licensing', ITEMS), line('其他对外管理服务事项', 'other_services', ITEMS)],
    ),
    block(
      '第二十条第（六）项',
      ITEM_HEADERS,
      [1, 2, 1],
      [line('行政处罚', 'penalty', ITEMS), line('行政强制', 'coercion', ITEMS)],
    ),
    block(
      '第二十条第（八）项',
      ITEM_HEADERS.slice(0, 2),
      [2, 2],
      [line('行政事业性收费', 'fees', ITEMS.slice(0, 2))],
    ),
    block(
      '第二十条第（九）项',
      ['采购项目数量', '采购总金额'],
      [2, 2],
      [line('政府集中采购', 'procurement', ['projects', 'amount'])],
    ),
  ],
  t2021: [
    block(
      '第二十条第（一）项',
      ['本年制发件数', '本年废止件数', '现行有效件数'],
      [1, 1, 1],
      [line('规章', 'rules', ISSUED), line('行政规范性文件', 'normative', ISSUED)],
    ),
    block('第二十条第（五）项', ['本年处理决定数量'], [3], [line('行政许可', 'licensing', ['decisions'])]),
    block(
      '第二十条第（六）项',
      ['本年处理决定数量'],
      [3],
      [line('行政处罚', 'penalty', ['decisions']), line('行政强制', 'coercion', ['decisions'])],
    ),
    block(
      '第二十条第（八）项',
      ['本年收费金额（单位：万元）'],
      [3],
      [line('行政事业性收费', 'fees', ['amount'])],
    ),
  ],
};
