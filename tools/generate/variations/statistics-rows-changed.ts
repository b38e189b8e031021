/** How places change the rows and labels of the statistics table of 2014–2018. */
import type { Random } from '../random.js';
import type { DraftCell } from './draft.js';
import { copyRows, insertColumn, label, splitTable } from './draft-table.js';
import {
  emptyFigure,
  findRow,
  forget,
  insertAfter,
  insertBefore,
  keysWhere,
  otherTable,
  paragraph,
  plainKeys,
  replaceBlock,
} from './edit-draft.js';
import { changeStatistics as change } from './statistics-words.js';
import type { Variation } from './variation.js';

const addRow = (name: string, zh: string, after: string, text: string): Variation =>
  change(
    name,
    zh,
    (_, draft, rng) => {
      const found = findRow(draft, `stats.${after}`);
      if (!found) return;
      const model = found.table.rows[found.at]!;
      const own = model.find((cell) => /申请|数|其他/.test(cell?.text ?? ''));
      const row = model.map((cell) => {
        if (cell === own) return label(text);
        return cell?.figure ? label(String(rng.between(1, 9999))) : cell && { ...cell };
      });
      found.table.rows.splice(found.at + 1, 0, row);
    },
    { slot: `statistics-added ${after}` },
  );

const split = (
  name: string,
  zh: string,
  at: (rows: number, rng: Random) => number,
  header: boolean,
): Variation =>
  change(
    name,
    zh,
    (table, draft, rng) => {
      const head = copyRows(table.rows.slice(0, 1));
      const rest = splitTable(table, at(table.rows.length, rng), 'repeated');
      if (header) rest.rows.unshift(...head);
      insertAfter(draft, table, paragraph('（续表）'), rest);
    },
    { slot: 'statistics-split' },
  );

const empty = (name: string, zh: string, raw: string, state: 'blank' | 'placeholder'): Variation =>
  change(
    name,
    zh,
    (_, draft, rng) => {
      for (const key of plainKeys(draft)) if (rng.chance(0.3)) emptyFigure(draft, key, raw, state);
    },
    { slot: 'statistics-empty', faulty: true },
  );

const isHeading = (row: readonly (DraftCell | null)[]): boolean =>
  row.some((cell) => cell?.text === '——') && !row.some((cell) => cell?.figure);

export const STATISTICS_ROWS_CHANGED: readonly Variation[] = [
  addRow(
    'local-subject',
    '多出“主动公开行政执法信息”一行',
    'proactive.normative_issued',
    '主动公开行政执法信息数',
  ),
  addRow('local-channel', '多出“公开栏”一行', 'channel.wechat', '其中：公开栏公开信息数'),
  addRow('local-mail', '多出“电子邮件申请”一行', 'applications.letter', '5.电子邮件申请数'),
  addRow('local-withdrawn', '复议之下多出撤回一行', 'review.corrected', '（四）撤回申请数'),
  addRow(
    'local-of-which',
    '不同意公开之下多出市本级一行',
    'replies.denied.total',
    '其中：市本级不同意公开答复数量合计',
  ),
  change(
    'headings-merged',
    '标题行合并为一格',
    (table) => {
      for (const row of table.rows) {
        if (!isHeading(row)) continue;
        const own = row.find(
          (cell) => cell && cell.text !== '' && cell.text !== '——' && !/^\d+$/.test(cell.text),
        )!;
        row.fill(own);
      }
    },
    { slot: 'statistics-headings' },
  ),
  change(
    'headings-blank',
    '标题行没有横线',
    (table) => {
      for (const row of table.rows) for (const cell of row) if (cell?.text === '——') cell.text = '';
    },
    { slot: 'statistics-headings' },
  ),
  change(
    'headings-lost',
    '没有标题行',
    (table) => {
      table.rows = table.rows.filter((row) => !isHeading(row));
    },
    { slot: 'statistics-headings' },
  ),
  change(
    'headings-left',
    '大项在左侧跨行',
    (table) => {
      let group = label('类别');
      insertColumn(table, 0, () => group);
      table.rows.forEach((row, r) => {
        const own = row.find((cell) => /^[一二三四五六七八九]、/.test(cell?.text ?? ''));
        if (r > 0 && own) group = label(own.text);
        // 六 and 七 have no rows under them: one label over both columns.
        row[0] = own && /^[六七]/.test(own.text) ? own : group;
      });
      table.rows = table.rows.filter(
        (row) => !isHeading(row) || !/^[一二三四五六七八九]、/.test(row[1]!.text),
      );
    },
    { slot: 'statistics-headings', formats: ['html', 'docx'] },
  ),
  split('split', '表跨页断成两个，续表没有表头', (rows, rng) => rng.between(6, rows - 6), false),
  split('split-with-header', '表跨页断成两个，续表重印表头', (rows, rng) => rng.between(6, rows - 6), true),
  split('split-in-courts', '表在诉讼之下断开', (rows) => rows - 15, false),
  empty('blank-cells', '三成的格空白', '', 'blank'),
  empty('dashes', '三成的格写“-”', '-', 'placeholder'),
  change(
    'table-of-last-year',
    '前面另有上年的统计表',
    (table, draft, rng) => {
      const rows = table.rows.map((row) =>
        row.map((cell) => (cell?.figure ? String(rng.between(1, 9999)) : (cell?.text ?? ''))),
      );
      const head = rows[0]!.map((text) =>
        /^(?:统计数|本年|本年数|数量|合计)$/.test(text) ? '上年统计数' : text,
      );
      // Without its own header, nobody could tell it from this year's.
      if (!head.includes('上年统计数')) return;
      rows[0] = head;
      insertBefore(draft, table, otherTable(rows));
    },
    { slot: 'statistics-split' },
  ),
  change(
    'own-table-instead',
    '没有国家统计表，只有当地2008年起用的统计表',
    (table, draft, rng) => {
      forget(
        draft,
        keysWhere(draft, () => true),
      );
      draft.expected.template = null;
      const rows = OWN_LABELS.map((text) => [
        text,
        '条',
        String(rng.between(1, 99)),
        String(rng.between(100, 999)),
      ]);
      replaceBlock(draft, table, otherTable([['指标名称', '计量单位', '本年', '历年累计'], ...rows]));
    },
    { destroys: true, slot: 'statistics-columns' },
  ),
];

const OWN_LABELS = [
  ...[
    '主动公开信息数',
    '其中：全文电子化的主动公开信息数',
    '新增的行政规范性文件数',
    '网站专栏页面访问量',
    '申请总数',
  ],
  ...[
    '其中：1.当面申请数',
    '2.传真申请数',
    '3.电子邮件申请数',
    '4.网上申请数',
    '5.信函申请数',
    '对申请的答复总数',
  ],
  ...[
    '其中：1.同意公开答复数',
    '2.同意部分公开答复数',
    '3.否决公开答复总数',
    '行政复议数',
    '行政诉讼数',
    '行政申诉数',
  ],
];
