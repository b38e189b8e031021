import type { Random } from '../random.js';
import type { Draft, DraftTable } from './draft.js';
import { headerHeight, insertColumn, label, widthOf } from './draft-table.js';
import { figuresOf, tablesOf } from './edit-draft.js';
import { DOCX, type Variation, vary } from './variation.js';

type Filling = (rowIndex: number, rng: Random) => string;

/** A column that the form does not have. */
function addColumn(
  draft: Draft,
  subject: DraftTable['subject'],
  side: 'first' | 'last',
  head: string,
  fill: Filling,
  rng: Random,
): void {
  for (const table of tablesOf(draft, subject)) {
    const height = headerHeight(table);
    const title = label(head);
    const last = side === 'last';
    const at = last ? widthOf(table) : 0;
    const data = (r: number) => table.rows[r]!.some((cell) => cell?.figure);
    const isHead = (r: number) => (subject === 'proactive' ? isHeaderRow(table, r) : r < height);
    insertColumn(table, at, (r) =>
      isHead(r) ? (subject === 'proactive' ? label(head) : title) : label(data(r) ? fill(r, rng) : ''),
    );
  }
}

/** Table 二 prints a header row over every block. */
const isHeaderRow = (table: DraftTable, r: number): boolean =>
  table.rows[r]!.some((cell) => cell?.text.includes('信息内容'));

const added = (
  name: string,
  zh: string,
  subject: DraftTable['subject'],
  side: 'first' | 'last',
  head: string,
  fill: Filling,
  destroys = false,
): Variation =>
  vary(name, zh, (draft, rng) => addColumn(draft, subject, side, head, fill, rng), {
    slot: `${subject}-${side}-column`,
    destroys,
  });

const T2 = 'proactive';
const T3 = 'applications';
const T4 = 'review_litigation';
const number: Filling = (_, rng) => String(rng.between(100, 9999));

/** After the form’s own columns have found their places. */
export const ADDED_COLUMNS: readonly Variation[] = [
  added('serial-column-in-proactive', '表二左边多出序号列', T2, 'first', '序号', (r) => String(r)),
  added('serial-column-in-applications', '表三左边多出序号列', T3, 'first', '序号', (r) => String(r - 2)),
  added('unit-column-in-proactive', '表二右边多出单位列', T2, 'last', '单位', () => '件'),
  added('remarks-column-in-proactive', '表二右边多出空的备注列', T2, 'last', '备注', () => ''),
  added('remarks-column-in-applications', '表三右边多出备注列', T3, 'last', '备注', (r) =>
    r % 3 ? '' : '无',
  ),
  added('all-years-column-in-proactive', '表二右边多出历年累计列，有数字', T2, 'last', '历年累计', number),
  added('all-years-column-in-applications', '表三右边多出历年累计列，有数字', T3, 'last', '历年累计', number),
  added(
    'last-year-column-in-applications',
    '表三右边多出上年同期列，有数字',
    T3,
    'last',
    '上年同期总计',
    number,
  ),
  added('last-year-column-in-proactive', '表二左边多出上年数列，有数字', T2, 'last', '上年件数', number),
  added(
    'growth-column-in-applications',
    '表三右边多出同比列',
    T3,
    'last',
    '同比增长',
    (_, rng) => `${rng.between(1, 90)}%`,
  ),
  added('sum-column-in-litigation', '表四右边多出合计列', T4, 'last', '全部案件', number),
  vary(
    'count-label-in-litigation',
    '表四数据行前有“件数”标签',
    (draft) => {
      for (const table of tablesOf(draft, T4)) {
        const corner = label('');
        const height = headerHeight(table);
        insertColumn(table, 0, (r) => (r < height ? corner : label('件数')));
      }
    },
    { slot: 'review_litigation-first-column' },
  ),
  vary(
    'filler-columns',
    '每行末尾多出空列',
    (draft, rng) => {
      const count = rng.between(1, 3);
      for (const table of tablesOf(draft))
        for (let n = 0; n < count; n++) insertColumn(table, widthOf(table), () => label(''));
    },
    { slot: 'applications-last-column' },
  ),
  vary(
    'filler-column-merged',
    '表三末尾一列空格自上而下合并',
    (draft) => {
      for (const table of tablesOf(draft, T3)) {
        const blank = label('');
        insertColumn(table, widthOf(table), () => blank);
      }
    },
    { slot: 'applications-last-column' },
  ),
  vary(
    'grid-before',
    '表三数据行以 gridBefore 起头',
    (draft) => {
      for (const table of tablesOf(draft, T2)) {
        const gap = { text: '', figure: null, gap: true };
        insertColumn(table, 0, (r) => (figuresOf(table.rows[r]!).length > 0 ? { ...gap } : label('')));
      }
    },
    { formats: DOCX, slot: 'proactive-first-column' },
  ),
];
