/** Tables that go over a page and become several. */
import type { Draft } from './draft.js';
import { copyRows, headerHeight, splitTable } from './draft-table.js';
import { findRow, insertAfter, paragraph } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

const T3 = 'applications';

/** Cuts table 三 before a row. */
function cut(
  draft: Draft,
  indicator: string,
  below: 'repeated' | 'empty',
  header: boolean,
  between: string | null,
): void {
  const found = findRow(draft, indicator);
  if (!found || found.table.subject !== T3) return;
  const { table, at } = found;
  if (at <= headerHeight(table)) return;
  const top = table.rows.slice(0, headerHeight(table));
  const rest = splitTable(table, at, below);
  if (header) rest.rows.unshift(...copyRows(top));
  insertAfter(draft, table, ...(between === null ? [] : [paragraph(between)]), rest);
}

const SLOT = { slot: 'page-break' };
const MIDDLE = 'results.unable.not_held';

export const PAGE_BREAKS: readonly Variation[] = [
  vary(
    'split-with-header',
    '表三跨页拆成两张表，续表重印表头',
    (draft) => cut(draft, MIDDLE, 'repeated', true, null),
    SLOT,
  ),
  vary(
    'split-without-header',
    '表三跨页拆成两张表，续表没有表头',
    (draft) => cut(draft, MIDDLE, 'repeated', false, null),
    SLOT,
  ),
  vary(
    'split-with-page-number',
    '两张表之间有页码 — 5 —',
    (draft) => cut(draft, MIDDLE, 'repeated', false, '— 5 —'),
    SLOT,
  ),
  vary(
    'split-inside-group',
    '跨页处在“不予公开”组内，组标签重印为空',
    (draft) => cut(draft, 'results.denied.third_party_rights', 'empty', false, null),
    SLOT,
  ),
  vary(
    'split-inside-group-with-header',
    '跨页处在组内，重印表头和组标签',
    (draft) => cut(draft, 'results.not_processed.duplicate', 'repeated', true, '— 6 —'),
    SLOT,
  ),
  vary(
    'split-before-miscellaneous',
    '跨页处在 3.其他 之前',
    (draft) => cut(draft, 'results.other.miscellaneous', 'empty', false, null),
    { ...SLOT, table3: 't2021' },
  ),
  vary(
    'split-into-many',
    '表三拆成许多小表，各有表头',
    (draft) => {
      for (const indicator of [
        'results.total',
        'results.not_processed.petition_complaint',
        MIDDLE,
        'results.denied.state_secret',
      ])
        cut(draft, indicator, 'repeated', true, null);
    },
    SLOT,
  ),
];
