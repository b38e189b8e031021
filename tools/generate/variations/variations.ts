/** Every variation, in the order in which they are applied: what is said, then tables, text, mark-up, bytes. */

import { ADDED_COLUMNS } from './added-columns.js';
import { ADDED_ROWS } from './added-rows.js';
import { AMOUNTS } from './amounts.js';
import { CELL_MARKUP } from './cell-markup.js';
import { COLUMNS } from './columns.js';
import { DAMAGES } from './damage.js';
import { DOCX_MARKUP } from './docx-markup.js';
import { EMPTY_VALUES } from './empty-values.js';
import { ENCODINGS } from './encodings.js';
import { HEADERS } from './headers.js';
import { HEADING_NUMBERS } from './heading-numbers.js';
import { HEADING_PLACES } from './heading-places.js';
import { HTML_MARKUP } from './html-markup.js';
import { INLINE_VALUES } from './inline-values.js';
import { LABELS } from './labels.js';
import { PAGE_BREAKS } from './page-breaks.js';
import { PAGE_VARIATIONS } from './page-variations.js';
import { PROACTIVE_LABELS } from './proactive-labels.js';
import { REPORT_LINES } from './report-lines.js';
import { RIVALS } from './rivals.js';
import { ROWS } from './rows.js';
import { SECTION_WORDS } from './section-words.js';
import { SHIFTED_ROWS } from './shifted-rows.js';
import { SIGNATURES } from './signatures.js';
import { STATISTICS_COLUMNS } from './statistics-columns.js';
import { STATISTICS_ROWS_CHANGED } from './statistics-rows-changed.js';
import { STATISTICS_WORDS } from './statistics-words.js';
import { TABLE_PLACES } from './table-places.js';
import { TEXT_VARIATIONS } from './text-variations.js';
import { TITLES } from './titles.js';
import { TORN_TABLES } from './torn-tables.js';
import { VALUES } from './values.js';
import type { Variation } from './variation.js';
import { WORD_LISTS } from './word-lists.js';

export const VARIATIONS: readonly Variation[] = [
  ...TITLES,
  ...SIGNATURES,
  ...EMPTY_VALUES,
  ...VALUES,
  ...AMOUNTS,
  ...COLUMNS,
  ...HEADERS,
  ...ADDED_COLUMNS,
  ...ADDED_ROWS,
  ...ROWS,
  ...PAGE_BREAKS,
  ...TORN_TABLES,
  ...PROACTIVE_LABELS,
  ...LABELS,
  ...STATISTICS_COLUMNS,
  ...STATISTICS_ROWS_CHANGED,
  ...STATISTICS_WORDS,
  ...SECTION_WORDS,
  ...HEADING_NUMBERS,
  ...HEADING_PLACES,
  ...REPORT_LINES,
  ...DAMAGES,
  ...SHIFTED_ROWS,
  ...RIVALS,
  ...WORD_LISTS,
  ...INLINE_VALUES,
  ...onAnyReport(CELL_MARKUP),
  ...onAnyReport(PAGE_VARIATIONS),
  ...TABLE_PLACES,
  ...onAnyReport(DOCX_MARKUP),
  ...onAnyReport(HTML_MARKUP),
  ...onAnyReport(TEXT_VARIATIONS),
  ...onAnyReport(ENCODINGS),
];

/** What looks at marks and bytes alone goes with every form. */
function onAnyReport(list: readonly Variation[]): Variation[] {
  return list.map((variation) => ({ ...variation, era: 'any' }));
}
