/** Rows that lost a cell or have one too many, so that the rest stands in the wrong columns. */
import type { Random } from '../random.js';
import type { Draft } from './draft.js';
import type { Row } from './draft-table.js';
import { insertColumn, label, widthOf } from './draft-table.js';
import { findRow, forget, tablesOf } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

const DAMAGE = { slot: 'damage', destroys: true, faulty: true };
const ROW = 'results.denied.third_party_rights';

export const SHIFTED_ROWS: readonly Variation[] = [
  vary(
    'value-cell-lost',
    '一行里少了一个数字格，后面的左移',
    (draft, rng) => {
      const found = anyValue(draft, rng);
      if (!found) return;
      found.row.splice(found.from, found.span);
      forget(draft, [found.key]);
    },
    DAMAGE,
  ),
  vary(
    'value-cell-lost-before-filler',
    '少了一个数字格，行末有空列',
    (draft) => {
      const found = findRow(draft, ROW);
      if (!found) return;
      const [cell] = found.table.rows[found.at]!.splice(5, 1);
      if (cell?.figure) forget(draft, [cell.figure]);
      for (let n = 0; n < 2; n++) insertColumn(found.table, widthOf(found.table), () => label(''));
    },
    DAMAGE,
  ),
  vary(
    'value-cell-added',
    '一行里多出一个数字格，后面的右移',
    (draft, rng) => {
      const found = anyValue(draft, rng);
      found?.row.splice(found.from, 0, label(String(rng.between(1, 99))));
    },
    DAMAGE,
  ),
  vary(
    'blank-cell-added',
    '一行里多出一个空格子，后面的右移',
    (draft, rng) => {
      const found = anyValue(draft, rng);
      found?.row.splice(found.from, 0, label(''));
    },
    DAMAGE,
  ),
  vary(
    'first-value-cell-lost-in-court',
    '表四少了第一格，后面的左移',
    (draft) => {
      const found = findRow(draft, 'review.upheld');
      if (!found) return;
      const [cell] = found.table.rows[found.at]!.splice(0, 1);
      if (cell?.figure) forget(draft, [cell.figure]);
    },
    DAMAGE,
  ),
];

interface Place {
  readonly key: string;
  readonly row: Row;
  readonly from: number;
  /** Grid columns that the cell covers. */
  readonly span: number;
}

/** One of all value cells, and where it stands. */
function anyValue(draft: Draft, rng: Random): Place | null {
  const key = rng.pick([...draft.cells.keys()]);
  const cell = draft.cells.get(key)!;
  for (const table of tablesOf(draft)) {
    const row = table.rows.find((candidate) => candidate.includes(cell));
    if (row) return { key, row, from: row.indexOf(cell), span: row.filter((own) => own === cell).length };
  }
  return null;
}
