/** Cells with several numbers, and cells that stand in the document twice with different numbers. */
import type { DraftCell, DraftTable } from './draft.js';
import { copyRows, label } from './draft-table.js';
import {
  figuresOf,
  findRow,
  insertAfter,
  paragraph,
  plainKeys,
  printAs,
  sectionHeading,
  setFigure,
  tablesOf,
} from './edit-draft.js';
import { some } from './some.js';
import { MARKUP, type Variation, vary } from './variation.js';

const DAMAGE = { slot: 'damage', destroys: true, faulty: true };

export const RIVALS: readonly Variation[] = [
  vary(
    'blank-inside-number',
    '数字中间有空格：1 2',
    (draft, rng) => {
      for (const key of some(plainKeys(draft), rng, 0.2)) {
        const text = draft.cells.get(key)!.text;
        if (text.length > 1) printAs(draft, key, `${text.slice(0, 1)} ${text.slice(1)}`);
      }
      setFigure(draft, 'results.total@total', { raw: '1 2', value: 12, state: 'number' });
    },
    DAMAGE,
  ),
  vary(
    'two-numbers-in-a-cell',
    '一格里有两个数：3/5',
    (draft, rng) => {
      for (const key of some(plainKeys(draft), rng, 0.1)) {
        const text = draft.cells.get(key)!.text;
        setFigure(draft, key, { raw: `${text}/${rng.between(1, 9)}`, value: null, state: 'withheld' });
      }
    },
    DAMAGE,
  ),
  vary(
    'approximate-numbers',
    '格子里印“约5”“5余”',
    (draft, rng) => {
      for (const key of some(plainKeys(draft), rng, 0.1))
        setFigure(draft, key, { raw: `约${draft.cells.get(key)!.text}`, value: null, state: 'withheld' });
    },
    DAMAGE,
  ),
  vary(
    'second-unit-beside',
    '文后另附所属单位的同样三张表，数字不同',
    (draft) => {
      const copies = tablesOf(draft).map((table) => withOtherNumbers(table));
      draft.blocks.push(paragraph('附：所属事业单位统计表'), ...copies);
    },
    { ...DAMAGE, formats: MARKUP },
  ),
  vary(
    'last-year-tables-first',
    '正文前面附了上一年的三张表，数字不同',
    (draft) => {
      const heading = sectionHeading(draft, 'overview');
      const copies = tablesOf(draft).map((table) => withOtherNumbers(table));
      if (heading) insertAfter(draft, heading, paragraph(`${draft.truth.year - 1}年度数据如下：`), ...copies);
    },
    { ...DAMAGE, formats: MARKUP },
  ),
  vary(
    'two-rows-with-one-label',
    '同一行标签印了两次，数字不同',
    (draft, rng) => {
      const found = findRow(draft, 'results.granted');
      if (!found) return;
      const row = found.table.rows[found.at]!;
      const copy = row.map((cell): DraftCell | null =>
        cell?.figure ? label(String(Number(cell.text) + rng.between(1, 9))) : cell,
      );
      found.table.rows.splice(found.at + 1, 0, separateLabels(copy, row));
    },
    DAMAGE,
  ),
];

/** Labels that stand in one row alone are printed again, those that reach down are not. */
function separateLabels(
  copy: (DraftCell | null)[],
  row: readonly (DraftCell | null)[],
): (DraftCell | null)[] {
  const own = new Map<DraftCell, DraftCell>();
  return copy.map((cell, c) => {
    if (!cell || c === 0 || cell !== row[c]) return cell;
    own.set(cell, own.get(cell) ?? { ...cell });
    return own.get(cell)!;
  });
}

function withOtherNumbers(table: DraftTable): DraftTable {
  const rows = copyRows(table.rows);
  for (const row of rows)
    for (const cell of figuresOf(row)) if (/^\d+$/.test(cell.text)) cell.text = String(Number(cell.text) + 1);
  return { ...table, rows };
}
