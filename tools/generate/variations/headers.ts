/** Header rows and corners of the tables 三 and 四 as pages print them otherwise. */
import type { DraftTable } from './draft.js';
import { headerHeight, label, type Row, widthOf } from './draft-table.js';
import { tablesOf } from './edit-draft.js';
import { MARKUP, type Variation, vary } from './variation.js';

const T3 = 'applications';
const T4 = 'review_litigation';
const CORNER = { slot: 'corner' };

/** Cells that reach down are printed once, and as empty cells below. */
function breakRowSpans(table: DraftTable): void {
  const top = headerHeight(table);
  const seen = new Map<object, number>();
  const blank = new Map<string, ReturnType<typeof label>>();
  for (let r = 0; r < top; r++)
    table.rows[r] = table.rows[r]!.map((cell) => {
      if (!cell) return cell;
      const first = seen.get(cell) ?? r;
      seen.set(cell, first);
      if (first === r) return cell;
      const key = `${r} ${cell.text}`;
      if (!blank.has(key)) blank.set(key, label(''));
      return blank.get(key)!;
    });
}

/** Labels that reach down are printed at the bottom of the header instead of at its top. */
function dropLabels(table: DraftTable): void {
  const top = headerHeight(table);
  for (let c = 0; c < widthOf(table); c++) {
    const last = table.rows[top - 1]![c];
    const above = table.rows[top - 2]?.[c];
    if (last && above === last) {
      const blank = label('');
      for (let r = 0; r < top - 1; r++) if (table.rows[r]![c] === last) table.rows[r]![c] = blank;
    }
  }
}

export const HEADERS: readonly Variation[] = [
  vary(
    'corner-empty',
    '左上角没有勾稽关系说明，格子为空',
    (draft) => {
      for (const table of tablesOf(draft, T3)) table.rows[0]![0]!.text = '';
    },
    CORNER,
  ),
  vary(
    'corner-absent',
    '没有左上角的格子，表头首行从“申请人情况”开始',
    (draft) => {
      for (const table of tablesOf(draft, T3)) {
        const top = headerHeight(table);
        for (let r = 0; r < top; r++) table.rows[r]!.splice(0, 3);
      }
    },
    CORNER,
  ),
  vary(
    'corner-absent-in-first-row',
    '只有第一行缺左上角的格子，下两行为空格',
    (draft) => {
      for (const table of tablesOf(draft, T3)) {
        const blank = label('');
        table.rows[0]!.splice(0, 3);
        for (const r of [1, 2]) for (const c of [0, 1, 2]) table.rows[r]![c] = blank;
      }
    },
    CORNER,
  ),
  vary(
    'corner-says-items',
    '左上角写“项目”',
    (draft) => {
      for (const table of tablesOf(draft, T3)) table.rows[0]![0]!.text = '项目';
    },
    CORNER,
  ),
  vary(
    'header-without-row-spans',
    '表头不纵向合并，下方是空格',
    (draft) => {
      for (const table of tablesOf(draft)) if (table.subject !== 'proactive') breakRowSpans(table);
    },
    { slot: 'applicant-header', formats: MARKUP },
  ),
  vary(
    'header-labels-at-bottom',
    '表头标签印在下一行，上方是空格',
    (draft) => {
      for (const table of tablesOf(draft)) if (table.subject !== 'proactive') dropLabels(table);
    },
    { slot: 'applicant-header' },
  ),
  vary(
    'applicants-caption-absent',
    '没有“申请人情况”一行',
    (draft) => {
      for (const table of tablesOf(draft, T3)) table.rows.shift();
    },
    { slot: 'applicant-header' },
  ),
  vary(
    'litigation-groups-absent',
    '表四没有“行政诉讼”一行，组名仍在',
    (draft) => {
      for (const table of tablesOf(draft, T4)) {
        const [, second] = table.rows;
        const review = table.rows[0]!.slice(0, 5);
        const outcomes = second!.slice(0, 5);
        table.rows.splice(0, 2, [...review, ...second!.slice(5)] as Row);
        table.rows[1] = [...outcomes, ...table.rows[1]!.slice(5)];
      }
    },
    { slot: 'court-header' },
  ),
  vary(
    'litigation-in-one-header-row',
    '表四每列表头写全：行政复议结果维持……',
    (draft) => {
      for (const table of tablesOf(draft, T4)) {
        const top = headerHeight(table);
        const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];
        const names = table.rows[top - 1]!.map((cell, c) =>
          label(`${groups[Math.floor(c / 5)]}${cell!.text}`),
        );
        table.rows.splice(0, top, names);
      }
    },
    { slot: 'court-header' },
  ),
  vary(
    'litigation-in-three-tables',
    '表四拆成三张五列的表',
    (draft) => {
      const [table] = tablesOf(draft, T4);
      if (!table) return;
      const at = draft.blocks.indexOf(table);
      const parts = [0, 5, 10].map((from) => ({
        ...table,
        rows: table.rows.map((row) => row.slice(from, from + 5)),
      }));
      draft.blocks.splice(at, 1, ...parts);
    },
    { slot: 'court-header', formats: MARKUP },
  ),
];
