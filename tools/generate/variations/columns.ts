/** Columns that are left out or moved, and grids that header and data merge differently. */
import { APPLICANTS } from '../form-rows.js';
import type { DraftTable } from './draft.js';
import { removeColumn, swapColumns } from './draft-table.js';
import { figuresOf, forget, keysWhere, tablesOf } from './edit-draft.js';
import { MARKUP, type Variation, vary } from './variation.js';

const T2 = 'proactive';
const T3 = 'applications';

export const COLUMNS: readonly Variation[] = [
  vary(
    'applicant-header-flat',
    '表三没有“法人或其他组织”一层表头',
    (draft) => {
      for (const table of tablesOf(draft, T3)) {
        const [top, middle, low] = [table.rows[0]!, table.rows[1]!, table.rows[2]!];
        APPLICANTS.forEach((applicant, place) => {
          if (applicant.code.startsWith('legal')) middle[3 + place] = low[3 + place]!;
        });
        table.rows.splice(2, 1);
        table.rows[0] = top;
      }
    },
    { slot: 'applicant-header' },
  ),
  vary(
    'applicant-columns-swapped',
    '表三商业企业与科研机构两列对调',
    (draft) => {
      for (const table of tablesOf(draft, T3)) swapColumns(table, 4, 5);
    },
    { slot: 'column-order' },
  ),
  vary(
    'total-column-first',
    '表三总计列在自然人前',
    (draft) => {
      for (const table of tablesOf(draft, T3))
        for (const row of table.rows) {
          const spread = row[9] === row[3];
          if (!spread) row.splice(3, 0, ...row.splice(9, 1));
        }
    },
    { slot: 'column-order' },
  ),
  vary(
    'proactive-columns-swapped',
    '表二第一块后两列对调，数据随表头',
    (draft) => {
      for (const table of tablesOf(draft, T2)) swapColumns(table, 2, 3, table.rows.slice(1, 4));
    },
    { slot: 'column-order', table2: 't2021' },
  ),
  vary(
    'proactive-columns-swapped-old',
    '表二“对外公开总数量”印在“本年新公开数量”前',
    (draft) => {
      for (const table of tablesOf(draft, T2))
        for (const row of table.rows.slice(1, 4)) [row[2], row[3], row[4]] = [row[4]!, row[2]!, row[3]!];
    },
    { slot: 'column-order', table2: 't2019' },
  ),
  vary(
    'applicant-column-missing',
    '表三少印科研机构一列',
    (draft) => {
      for (const table of tablesOf(draft, T3)) removeColumn(table, 5);
      forget(
        draft,
        keysWhere(draft, ({ applicant }) => applicant === 'legal.research'),
      );
    },
    { slot: 'column-order', faulty: true },
  ),
  vary(
    'proactive-column-missing',
    '表二少印废止一列',
    (draft) => {
      for (const table of tablesOf(draft, T2)) removeColumn(table, 2);
      forget(
        draft,
        keysWhere(draft, ({ indicator }) => /proactive\..*\.repealed/.test(indicator)),
      );
    },
    { table2: 't2021', slot: 'column-order', faulty: true },
  ),
  vary(
    'data-merged-otherwise',
    '表二数据行与表头合并方式不同',
    (draft) => {
      for (const table of tablesOf(draft, T2)) shiftMerges(table);
    },
    { table2: 't2019', slot: 'column-order', formats: MARKUP },
  ),
  vary(
    'data-merged-finer',
    '表头每列跨两格，数据各占一格再并一格',
    (draft) => {
      for (const table of tablesOf(draft, T2)) doubleColumns(table);
    },
    { table2: 't2021', slot: 'column-order', formats: MARKUP },
  ),
];

/** Header 1,2,1 over data 2,1,1. */
function shiftMerges(table: DraftTable): void {
  for (const row of table.rows) {
    const own = figuresOf(row);
    if (own.length === 3) [row[1], row[2], row[3], row[4]] = [own[0]!, own[0]!, own[1]!, own[2]!];
  }
}

/** Every value column becomes two; the last data cell takes the odd one. */
function doubleColumns(table: DraftTable): void {
  for (const [r, row] of table.rows.entries()) {
    const [first, ...rest] = row;
    const own = figuresOf(row);
    table.rows[r] =
      own.length === 3
        ? [first!, own[0]!, own[1]!, own[1]!, own[2]!, own[2]!, own[2]!]
        : [first!, ...rest.flatMap((cell) => [cell, cell])];
  }
}
