/** Other tables beside the report's, and the report's own in other places. */
import type { Draft, DraftTable } from './draft.js';
import { copyRows } from './draft-table.js';
import { insertAfter, insertBefore, otherTable, paragraph, sectionHeading, tablesOf } from './edit-draft.js';
import { MARKUP, type Variation, vary } from './variation.js';

/** Puts a table that is none of the form's into section 一. */
const chart = (
  name: string,
  zh: string,
  rows: (year: number) => readonly (readonly string[])[],
  caption: string,
): Variation =>
  vary(name, zh, (draft) => {
    const heading = sectionHeading(draft, 'overview');
    if (heading) insertAfter(draft, heading, paragraph(caption), otherTable(rows(draft.truth.year)));
  });

export const TABLE_PLACES: readonly Variation[] = [
  chart(
    'chart-of-topics',
    '第一部分里有信息分类统计表',
    (year) => [
      ['信息类别', `${year}年数量（条）`, '占比'],
      ['财政信息', '25', '12.5%'],
      ['行政许可', '14', '7.0%'],
      ['行政处罚', '9', '4.5%'],
      ['总计', '200', '100%'],
    ],
    '图1 主动公开信息分类情况',
  ),
  chart(
    'chart-of-applications',
    '第一部分里有历年申请对比表',
    (year) => [
      ['年份', '本年新收', '上年结转', '予以公开', '结转下年'],
      [String(year - 1), '41', '3', '30', '2'],
      [String(year), '52', '2', '44', '5'],
    ],
    '图2 近两年依申请公开情况对比',
  ),
  chart(
    'chart-of-applicants',
    '第一部分里有按申请人统计的表',
    () => [
      ['申请渠道', '自然人', '商业企业', '科研机构', '总计'],
      ['网络', '17', '3', '0', '20'],
      ['信函', '6', '1', '1', '8'],
    ],
    '表1 依申请公开按渠道统计',
  ),
  chart(
    'chart-of-results',
    '第一部分里有答复结果表，行标签与表三相同',
    (year) => [
      ['办理结果', `${year - 1}年`, `${year}年`],
      ['予以公开', '31', '47'],
      ['部分公开', '4', '6'],
      ['不予公开', '8', '5'],
      ['总计', '43', '58'],
    ],
    '表2 答复结果对比',
  ),
  chart(
    'chart-of-court-cases',
    '第一部分里有复议诉讼对比表',
    (year) => [
      ['年度', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      [`${year - 1}年`, '3', '1', '2', '0', '6'],
      [`${year}年`, '4', '0', '1', '1', '6'],
    ],
    '表3 近两年行政复议情况',
  ),
  chart(
    'table-of-last-year',
    '第一部分里有上一年的规范性文件表',
    (year) => [
      ['文件类别', `${year - 1}年制发件数`, `${year - 1}年废止件数`, '历年有效件数'],
      ['规章', '7', '1', '21'],
      ['行政规范性文件', '19', '4', '85'],
    ],
    '表4 上一年文件情况',
  ),
  vary('tables-under-wrong-headings', '表二与表四互换了位置', (draft) => swapTables(draft), {
    slot: 'table-place',
  }),
  vary(
    'tables-at-the-end',
    '三张表都在文末，正文里只有“见附表”',
    (draft) => {
      for (const table of tablesOf(draft)) {
        insertBefore(draft, table, paragraph('具体数据见附表。'));
        draft.blocks.splice(draft.blocks.indexOf(table), 1);
        draft.blocks.push(paragraph('附表'), table);
      }
    },
    { slot: 'table-place' },
  ),
  vary('page-numbers-between-blocks', '段落之间夹着页码', (draft) => {
    let page = 1;
    for (const table of tablesOf(draft)) {
      insertBefore(draft, table, paragraph(`— ${page++} —`));
      insertAfter(draft, table, paragraph(`第${page}页`));
    }
  }),
  vary(
    'tables-printed-twice',
    '附件里把三张表又印了一遍，内容相同',
    (draft) => {
      const copies = tablesOf(draft).map((table): DraftTable => ({ ...table, rows: copyRows(table.rows) }));
      draft.blocks.push(paragraph('附件：统计表'), ...copies);
    },
    { formats: MARKUP, slot: 'copy' },
  ),
];

function swapTables(draft: Draft): void {
  const [first] = tablesOf(draft, 'proactive');
  const [last] = tablesOf(draft, 'review_litigation');
  if (!first || !last) return;
  const [a, b] = [draft.blocks.indexOf(first), draft.blocks.indexOf(last)];
  [draft.blocks[a], draft.blocks[b]] = [last, first];
}
