/** Tables that go over a page and stay one: headers and labels printed again, emptied or torn. */
import type { Draft, DraftCell } from './draft.js';
import { copyRows, headerHeight, label, type Row, splitTable, widthOf } from './draft-table.js';
import { captionRow, findRow, tablesOf } from './edit-draft.js';
import { MARKUP, type Variation, vary } from './variation.js';

const T3 = 'applications';
const SLOT = { slot: 'page-break' };
const MIDDLE = 'results.unable.not_held';

export const TORN_TABLES: readonly Variation[] = [
  vary(
    'header-repeated-inside',
    '同一张表里在跨页处重印表头',
    (draft) => {
      const found = findRow(draft, MIDDLE);
      if (!found) return;
      const { table, at } = found;
      const top = copyRows(table.rows.slice(0, headerHeight(table)));
      const rest = splitTable(table, at, 'repeated');
      table.rows.push(...top, ...rest.rows);
    },
    SLOT,
  ),
  vary(
    'group-label-repeated-empty',
    '跨页处组标签格断开，续格为空',
    (draft) => {
      const found = findRow(draft, 'results.denied.process_information');
      if (!found) return;
      const rest = splitTable(found.table, found.at, 'empty');
      found.table.rows.push(...rest.rows);
    },
    { ...SLOT, formats: MARKUP },
  ),
  vary(
    'group-label-in-every-row',
    '组标签不合并，每行都印',
    (draft) => {
      for (const table of tablesOf(draft, T3)) {
        const top = headerHeight(table);
        table.rows = table.rows.map((row, r) =>
          r < top
            ? row
            : row.map((cell, c) =>
                cell && cell.figure === null && cell !== row[c - 1] && row[c + 1] !== cell
                  ? { ...cell }
                  : cell,
              ),
        );
      }
    },
    SLOT,
  ),
  vary(
    'page-number-row',
    '表格中间有一行页码',
    (draft) => {
      const found = findRow(draft, MIDDLE);
      if (!found) return;
      const width = widthOf(found.table);
      const rest = splitTable(found.table, found.at, 'repeated');
      found.table.rows.push(captionRow(found.table, '— 5 —').slice(0, width), ...rest.rows);
    },
    SLOT,
  ),
  vary(
    'label-over-two-rows-values-first',
    '行标签断在两页，数字在上半行',
    (draft) => tornRow(draft, 'above'),
    { slot: 'torn-row' },
  ),
  vary(
    'label-over-two-rows-values-last',
    '行标签断在两页，数字在下半行',
    (draft) => tornRow(draft, 'below'),
    { slot: 'torn-row' },
  ),
];

/** 要求行政机关确认或重新 | 出具已获取信息, one half above the page break, one below. */
function tornRow(draft: Draft, values: 'above' | 'below'): void {
  const found = findRow(draft, 'results.not_processed.confirm_or_reissue');
  if (!found) return;
  const { table, at } = found;
  const row = table.rows[at]!;
  const figures = row.findIndex((cell) => cell?.figure);
  const own = row.slice(0, figures).findLast((cell) => cell && cell.figure === null)!;
  const [upper, lower] = [label('5.要求行政机关确认或重新'), label('出具已获取信息')];
  const half = (text: DraftCell, filled: boolean): Row =>
    row.map((cell) => (cell === own ? text : cell?.figure && !filled ? label('') : cell));
  table.rows.splice(at, 1, half(upper, values === 'above'), half(lower, values === 'below'));
}
