/** How places change the columns of the statistics table of 2014–2018. */
import type { Random } from '../random.js';
import type { Draft, DraftTable, Format } from './draft.js';
import { insertColumn, label, removeColumn, swapColumns, wide } from './draft-table.js';
import { forget, insertBefore, keysWhere, paragraph, setFigure, tablesOf } from './edit-draft.js';
import { type Extras, MARKUP, TEXT, type Variation, vary } from './variation.js';

const statistics = (
  name: string,
  zh: string,
  change: (table: DraftTable, draft: Draft, rng: Random) => void,
  extras: Extras = {},
): Variation =>
  vary(
    `statistics-${name}`,
    zh,
    (draft, rng) => {
      for (const table of tablesOf(draft, 'statistics')) change(table, draft, rng);
    },
    { era: 'statistics', slot: 'statistics-columns', ...extras },
  );

/** A column with a header and a number in every row that prints a figure. */
function addColumn(
  table: DraftTable,
  at: number,
  head: string,
  fill: (row: number) => string,
  headings = '',
): void {
  insertColumn(table, at, (r) => {
    if (r === 0) return label(head);
    return label(table.rows[r]!.some((cell) => cell?.figure) ? fill(r) : headings);
  });
}

const number = (rng: Random) => (): string => String(rng.between(10_000, 99_999));
const header = (table: DraftTable, column: number, text: string): void => {
  table.rows[0]![column]!.text = text;
};
const beside = (name: string, zh: string, at: number, own: string, head: string): Variation =>
  statistics(name, zh, (table, _, rng) => {
    header(table, 2, own);
    addColumn(table, at, head, number(rng));
  });
const named = (name: string, text: string, of?: (year: number) => string): Variation =>
  statistics(name, `数值列表头写作“${text}”`, (table, draft) =>
    header(table, 2, of ? of(draft.truth.year) : text),
  );
/** The count is not in the table any more: whatever is read is wrong. */
const nothing = (draft: Draft): void =>
  forget(
    draft,
    keysWhere(draft, () => true),
  );

const ownColumn = (name: string, formats: readonly Format[], destroys: boolean): Variation =>
  statistics(
    name,
    '多出“其中：区直单位”一列',
    (table, _, rng) => addColumn(table, 3, '其中：区直单位', number(rng)),
    { formats, destroys },
  );

export const STATISTICS_COLUMNS: readonly Variation[] = [
  statistics('as-issued', '2014—2018年统计表照国家格式，表前写年度', (table, draft) =>
    insertBefore(draft, table, paragraph(`（${draft.truth.year}年度）`)),
  ),
  statistics('running-numbers', '最左有序号列', (table) => addRunningNumbers(table)),
  beside('cumulative-after', '本年之后有历年累计列', 3, '本年', '历年累计'),
  beside('cumulative-before', '本年之前有历年累计列', 2, '本年', '历年累计'),
  beside('cumulative-unlabelled-year', '统计数之后有累计数列', 3, '统计数', '累计数'),
  beside('previous-before', '本年之前有上年数列', 2, '本年数', '上年数'),
  ownColumn('own-column', MARKUP, false),
  // Text keeps no positions, so that a label nobody knows leaves the order of columns open.
  ownColumn('own-column-in-text', TEXT, true),
  beside('remarks', '多出备注列，写有数字', 3, '统计数', '备注'),
  beside('codes', '单位之后有代码列', 2, '数量', '代码'),
  statistics(
    'districts-and-sum',
    '区政府、区直单位、乡镇街道三列之后有合计',
    (table, _, rng) => {
      header(table, 2, '合计');
      for (const head of ['乡镇街道统计数', '区直单位统计数', '区政府统计数'])
        addColumn(table, 2, head, number(rng));
    },
    { formats: MARKUP },
  ),
  statistics(
    'districts-alone',
    '只有区政府、区直单位、乡镇街道三列，没有合计',
    (table, draft, rng) => {
      header(table, 2, '区政府统计数');
      for (const head of ['区直单位统计数', '乡镇街道统计数']) addColumn(table, 3, head, number(rng));
      nothing(draft);
    },
    { destroys: true },
  ),
  statistics(
    'cumulative-alone',
    '只有历年累计列',
    (table, draft) => {
      header(table, 2, '历年累计');
      nothing(draft);
    },
    { destroys: true },
  ),
  statistics(
    'header-lost',
    '没有表头行',
    (table) => {
      table.rows.shift();
    },
    { destroys: true },
  ),
  statistics(
    'count-over-year-and-cumulative',
    '统计数下分本年、历年累计',
    (table, _, rng) => {
      addColumn(table, 3, '历年累计', number(rng));
      header(table, 2, '本年');
      const [first] = table.rows;
      const group = label('统计数');
      table.rows.unshift([first![0]!, first![1]!, group, group]);
    },
    { formats: MARKUP },
  ),
  named('head-year', '2016年', (year) => `${year}年`),
  named('head-year-count', '2016年度统计数', (year) => `${year}年度统计数`),
  named('head-own-year', '本年度'),
  named('head-number', '数量'),
  named('head-data', '统计数据'),
  statistics('no-unit-column', '没有单位列', (table) => removeColumn(table, 1)),
  statistics('unit-behind', '单位列在统计数之后', (table) => swapColumns(table, 1, 2)),
  statistics(
    'units-merged',
    '相同单位上下合并',
    (table) => {
      table.rows.forEach((row, r) => {
        const above = table.rows[r - 1]?.[1];
        if (r > 1 && above?.text === row[1]?.text) row[1] = above!;
      });
    },
    { formats: MARKUP, slot: 'statistics-units' },
  ),
  statistics(
    'name-over-table',
    '表内首行是表名',
    (table, { truth }) => {
      const name = wide(`${truth.unit.name}政府信息公开情况统计表`, table.rows[0]!.length);
      table.rows.unshift(name);
    },
    { slot: 'statistics-name', formats: MARKUP },
  ),
  ...[
    ['yuan', '金额以元为单位', (raw: string) => raw, '元'],
    ['yuan-in-value', '金额格内写元', (raw: string) => `${raw}元`, '万元'],
  ].map(([name, zh, print, unit]) =>
    statistics(
      name as string,
      zh as string,
      (table, draft) => inYuan(table, draft, print as (raw: string) => string, unit as string),
      { slot: 'statistics-units' },
    ),
  ),
];

function addRunningNumbers(table: DraftTable): void {
  insertColumn(table, 0, (r) => label(r === 0 ? '序号' : String(r)));
}

function inYuan(table: DraftTable, draft: Draft, print: (raw: string) => string, unit: string): void {
  for (const row of table.rows) {
    const cell = row.find((one) => one?.figure);
    const figure = cell?.figure ? draft.expected.figures.get(cell.figure) : undefined;
    if (!cell?.figure || figure?.unit !== '万元') continue;
    const place = row.findIndex((one) => one?.text === '万元');
    // Without a unit anywhere, nobody could tell 元 from 万元.
    if (place < 0 && unit === '元') continue;
    const raw = print(String(Math.round(figure.value! * 10_000)));
    setFigure(draft, cell.figure, { raw, state: /元/.test(raw) ? 'annotated' : 'number' });
    if (place >= 0) row[place] = label(unit);
  }
}
