/** How converters and copies print tables as plain text. */
import { TEXT, type Variation, vary } from './variation.js';

const whole = (name: string, zh: string, rewrite: (text: string) => string, slot = name): Variation =>
  vary(name, zh, (draft) => void draft.text.whole.push(rewrite), { formats: TEXT, slot });
const ROWS = { formats: TEXT, slot: 'text-rows' };

export const TEXT_VARIATIONS: readonly Variation[] = [
  vary(
    'row-a-line',
    '一行文字是一行表格，用制表符分格',
    (draft) => {
      draft.text.rows = 'row-a-line';
    },
    ROWS,
  ),
  vary(
    'row-a-line-blanks-dropped',
    '一行一行，空格子被丢掉',
    (draft) => {
      draft.text.rows = 'row-a-line';
      draft.text.blanks = 'dropped';
    },
    { ...ROWS, destroys: true },
  ),
  vary(
    'cell-a-line-blanks-dropped',
    '一格一行，空格子被丢掉',
    (draft) => {
      draft.text.blanks = 'dropped';
    },
    { ...ROWS, destroys: true },
  ),
  vary(
    'cells-run-together',
    '格子之间没有分隔：规章555',
    (draft) => {
      draft.text.rows = 'run-together';
    },
    { ...ROWS, destroys: true },
  ),
  whole('carriage-returns', '换行是 CRLF', (text) => text.replaceAll('\n', '\r\n'), 'line-ends'),
  whole('old-mac-line-ends', '换行是 CR', (text) => text.replaceAll('\n', '\r'), 'line-ends'),
  whole('indented-paragraphs', '段落以两个全角空格开头', (text) => text.replace(/^(?=[^\t\n ])/gm, '　　')),
  whole('trailing-blanks', '每行末尾有空格', (text) => text.replace(/$/gm, '  ')),
  whole(
    'trailing-tabs',
    '表格各格末尾多一个制表符',
    (text) => text.replace(/^(\t[^\n\t]*)$/gm, '$1\t'),
    'tabs',
  ),
  whole('form-feeds', '分页处有换页符', (text) => text.replace(/\n(?=三、)/, '\n\f')),
];
