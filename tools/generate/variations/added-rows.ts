/** Rows that a place adds to the form, or leaves out. */
import type { Random } from '../random.js';
import type { Draft, DraftCell } from './draft.js';
import { label, type Row } from './draft-table.js';
import { figuresOf, findRow, forget, keysWhere } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

/** A row of numbers that the form does not have, under the same labels as the row before it. */
function localRow(draft: Draft, after: string, text: string, rng: Random): void {
  const found = findRow(draft, after);
  if (!found) return;
  const { table, at } = found;
  const model = table.rows[at]!;
  const values = new Map(figuresOf(model).map((cell) => [cell, label(String(rng.between(1, 99)))]));
  const labels = [...new Set(model)].filter(
    (cell): cell is DraftCell => cell !== null && cell.figure === null,
  );
  const own = labels.at(-1);
  const title = label(text);
  const row: Row = model.map((cell) => (cell && (values.get(cell) ?? (cell === own ? title : cell))) ?? null);
  table.rows.splice(at + 1, 0, row);
}

const local = (
  name: string,
  zh: string,
  after: string,
  text: string,
  extras: Parameters<typeof vary>[3] = {},
): Variation =>
  vary(name, zh, (draft, rng) => localRow(draft, after, text, rng), {
    slot: `local-row ${after}`,
    ...extras,
  });

const drop = (
  name: string,
  zh: string,
  indicator: string,
  test: RegExp,
  extras: Parameters<typeof vary>[3] = {},
): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      const found = findRow(draft, indicator);
      found?.table.rows.splice(found.at, 1);
      forget(
        draft,
        keysWhere(draft, (figure) => test.test(figure.indicator)),
      );
    },
    { faulty: true, slot: 'missing-row', ...extras },
  );

export const ADDED_ROWS: readonly Variation[] = [
  local(
    'local-row-other-documents',
    '表二多出“其他主动公开文件”一行',
    'proactive.normative.in_force',
    '其他主动公开文件',
    { table2: 't2021' },
  ),
  local(
    'local-row-party-documents',
    '表二多出“党内规范性文件”一行',
    'proactive.normative.in_force',
    '党内规范性文件',
    { table2: 't2021' },
  ),
  local(
    'local-row-in-denied',
    '表三“不予公开”下多出地方行',
    'results.denied.administrative_inquiry',
    '9.涉及征地拆迁的其他情形',
  ),
  local(
    'local-row-of-which',
    '表三多出“其中：网络申请”一行',
    'applications.new_received',
    '其中：通过网络提交的申请',
  ),
  local('subtotal-row', '表三“不予公开”下多出小计行', 'results.denied.administrative_inquiry', '小计'),
  vary(
    'services-split',
    '“其他对外管理服务事项”拆成行政检查、行政确认两行',
    (draft, rng) => {
      const found = findRow(draft, 'proactive.other_services.items_prev_year');
      if (!found) return;
      const { table, at } = found;
      const model = table.rows[at]!;
      const group = model[0]!;
      const line = (text: string): Row => {
        const values = new Map(figuresOf(model).map((cell) => [cell, label(String(rng.between(1, 40)))]));
        return [group, label(text), ...model.slice(1).map((cell) => values.get(cell!) ?? cell)];
      };
      const split = [line('行政检查'), line('行政确认')];
      for (const row of table.rows) row.splice(0, 0, row[0]!);
      table.rows.splice(at, 1, ...split);
      forget(
        draft,
        keysWhere(draft, ({ indicator }) => indicator.startsWith('proactive.other_services')),
      );
    },
    { table2: 't2019', destroys: true, faulty: true, slot: 'missing-row' },
  ),
  drop(
    'row-missing-in-applications',
    '表三少印一行',
    'results.denied.enforcement_file',
    /results\.denied\.enforcement_file/,
  ),
  drop(
    'row-missing-in-proactive',
    '表二少印行政强制',
    'proactive.coercion.decisions',
    /proactive\.coercion/,
    { table2: 't2021' },
  ),
  drop('rules-row-missing', '表二少印规章', 'proactive.rules.issued', /proactive\.rules/, {
    table2: 't2021',
  }),
  drop('total-row-missing', '表三少印（七）总计', 'results.total', /results\.total/),
  drop(
    'miscellaneous-row-missing',
    '表三少印 3.其他',
    'results.other.miscellaneous',
    /results\.other\.miscellaneous/,
    { table3: 't2021' },
  ),
];
