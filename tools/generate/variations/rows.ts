import { headerHeight, insertRow, label, splitTable, widthOf } from './draft-table.js';
import { captionRow, findRow, insertAfter, replaceBlock, tablesOf } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

const T2 = 'proactive';
const T3 = 'applications';

export const ROWS: readonly Variation[] = [
  vary('rows-swapped-in-group', '表三“不予公开”下两行对调', (draft) => {
    const a = findRow(draft, 'results.denied.third_party_rights');
    const b = findRow(draft, 'results.denied.process_information');
    if (a && b) [a.table.rows[a.at], a.table.rows[b.at]] = [a.table.rows[b.at]!, a.table.rows[a.at]!];
  }),
  vary(
    'proactive-blocks-swapped',
    '表二两块内容对调',
    (draft) => {
      const found = findRow(draft, 'proactive.licensing.decisions');
      if (found) found.table.rows.push(...found.table.rows.splice(found.at - 2, 3));
    },
    { table2: 't2021' },
  ),
  vary('carried-in-before-new', '表三先印上年结转，后印本年新收', (draft) => {
    const found = findRow(draft, 'applications.new_received');
    if (found) found.table.rows.splice(found.at + 1, 0, ...found.table.rows.splice(found.at, 1));
  }),
  vary('proactive-split-in-blocks', '表二每块是一张表', (draft) => {
    const [table] = tablesOf(draft, T2);
    if (!table) return;
    const starts = table.rows.flatMap((row, r) => (row[0]?.text.startsWith('第二十条') ? [r] : []));
    for (const start of starts.slice(1).reverse())
      insertAfter(draft, table, splitTable(table, start, 'repeated'));
  }),
  vary('empty-rows', '行与行之间夹空行', (draft) => {
    for (const table of tablesOf(draft)) {
      const at = table.rows.length - 1;
      insertRow(
        table,
        at,
        Array.from({ length: widthOf(table) }, () => label('')),
      );
    }
  }),
  vary('note-row-below', '表末有通栏说明：含上年度结转数量', (draft) => {
    for (const table of tablesOf(draft))
      table.rows.push(captionRow(table, '注：以上数据含上年度结转数量 3 件'));
  }),
  vary(
    'column-number-row',
    '表头下有一行栏次 1 2 3 …',
    (draft) => {
      for (const table of tablesOf(draft, T3)) {
        const numbers = Array.from({ length: 7 }, (_, n) => label(String(n + 1)));
        const title = label('栏次');
        table.rows.splice(headerHeight(table), 0, [title, title, title, ...numbers]);
      }
    },
    { slot: 'applications-last-column' },
  ),
  vary(
    'applications-to-the-end',
    '表三整张移到正文最后',
    (draft) => {
      const [table] = tablesOf(draft, T3);
      if (!table) return;
      replaceBlock(draft, table);
      draft.blocks.push(table);
    },
    { slot: 'table-place' },
  ),
];
