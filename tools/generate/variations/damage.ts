import { findRow, forget, tablesOf } from './edit-draft.js';
import { HTML, MARKUP, type Variation, vary } from './variation.js';

const DAMAGE = { slot: 'damage', destroys: true, faulty: true };
const T3 = 'applications';
const ROW = 'results.denied.third_party_rights';

export const DAMAGES: readonly Variation[] = [
  vary(
    'values-merged-across',
    '相邻两个数字格被合并，只剩一个数字',
    (draft) => {
      const found = findRow(draft, ROW);
      if (!found) return;
      const row = found.table.rows[found.at]!;
      if (row[6]?.figure) forget(draft, [row[6].figure]);
      row[6] = row[5]!;
      if (row[5]?.figure) forget(draft, [row[5].figure]);
    },
    { ...DAMAGE, formats: MARKUP },
  ),
  vary(
    'values-merged-down',
    '上下两行的数字格被合并，只剩一个数字',
    (draft) => {
      const found = findRow(draft, ROW);
      if (!found) return;
      const [above, below] = [found.table.rows[found.at]!, found.table.rows[found.at + 1]!];
      if (below[4]?.figure) forget(draft, [below[4].figure]);
      if (above[4]?.figure) forget(draft, [above[4].figure]);
      below[4] = above[4]!;
    },
    { ...DAMAGE, formats: MARKUP },
  ),
  vary(
    'group-labels-lost',
    '表三的组标签一列不见了',
    (draft) => {
      for (const table of tablesOf(draft, T3))
        for (const [r, row] of table.rows.entries()) {
          const grouped = row[0] !== row[1] && row[1] !== row[2];
          if (r > 2 && grouped) table.rows[r] = [row[2]!, row[2]!, ...row.slice(2)];
        }
    },
    DAMAGE,
  ),
  vary(
    'group-labels-empty',
    '表三的组标签是空格子',
    (draft) => {
      for (const table of tablesOf(draft, T3))
        for (const cell of new Set(table.rows.flat()))
          if (cell && /^（[三四五六]）/.test(cell.text)) cell.text = '';
    },
    DAMAGE,
  ),
  vary(
    'row-labels-shifted',
    '表三行标签整体错下一行',
    (draft) => {
      const rows = tablesOf(draft, T3)[0]?.rows ?? [];
      const found = findRow(draft, 'results.denied.state_secret');
      const cell = found && rows[found.at]?.[2];
      if (cell) cell.text = '';
    },
    DAMAGE,
  ),
  vary(
    'row-spans-lost',
    '合并属性 rowspan 全部丢失',
    (draft) => {
      draft.html.article.push((html) => html.replace(/ rowspan="\d+"/g, ''));
    },
    { ...DAMAGE, formats: HTML },
  ),
  vary(
    'column-spans-lost',
    '合并属性 colspan 全部丢失',
    (draft) => {
      draft.html.article.push((html) => html.replace(/ colspan="\d+"/g, ''));
    },
    { ...DAMAGE, formats: HTML },
  ),
  vary(
    'all-spans-lost',
    '所有合并属性丢失',
    (draft) => {
      draft.html.article.push((html) => html.replace(/ (?:col|row)span="\d+"/g, ''));
    },
    { ...DAMAGE, formats: HTML },
  ),
];
