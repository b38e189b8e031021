/** What stands around, between and behind the digits of a cell: runs, deletions, hidden text, fields, controls. */
import type { Random } from '../random.js';
import type { Draft, Inline } from './draft.js';
import { keysWhere, plainKeys, setFigure } from './edit-draft.js';
import { some } from './some.js';
import { DOCX, HTML, MARKUP, type Variation, vary } from './variation.js';

type Write = (raw: string, rng: Random) => readonly Inline[];

/** Cells that print something keep what is read of them; only their mark-up changes. */
const marked = (
  name: string,
  zh: string,
  write: Write,
  extras: Parameters<typeof vary>[3] = {},
  share = 0.5,
): Variation =>
  vary(
    name,
    zh,
    (draft, rng) => {
      for (const key of some(printedKeys(draft), rng, share)) {
        const cell = draft.cells.get(key)!;
        cell.inline = write(cell.text, rng);
      }
    },
    { formats: MARKUP, slot: 'value-marks', ...extras },
  );

const printedKeys = (draft: Draft): string[] =>
  keysWhere(draft, (_, key) => (draft.cells.get(key)?.text.trim() ?? '') !== '');

const other = (rng: Random): string => String(rng.between(1, 98));
const whole =
  (mark: string): Write =>
  (raw) => [{ text: raw, mark }];
const before =
  (mark: string): Write =>
  (raw, rng) => [{ text: other(rng), mark }, { text: raw }];
const after =
  (mark: string): Write =>
  (raw, rng) => [{ text: raw }, { text: other(rng), mark }];
const characters = (raw: string, marks: readonly (string | undefined)[]): Inline[] =>
  [...raw].map((text, place) => {
    const mark = marks[place % marks.length];
    return mark === undefined ? { text } : { text, mark };
  });

export const INLINE_VALUES: readonly Variation[] = [
  marked('digits-split-over-runs', '数字逐位拆在不同的 span 或 run 里', (raw) =>
    characters(raw, ['bold', 'own-font', undefined]),
  ),
  marked('digits-in-unknown-tags', '数字在 o:p、smartTag 等标签里', whole('unknown-tag')),
  marked('deleted-text-before', '修订删除的旧数字在前', before('deleted')),
  marked('deleted-text-after', '修订删除的旧数字在后', after('deleted')),
  marked('tracked-insertion', '数字是修订插入的', whole('inserted')),
  marked('deleted-and-inserted', '删去旧数字、插入新数字', (raw, rng) => [
    { text: other(rng), mark: 'deleted' },
    { text: raw, mark: 'inserted' },
  ]),
  marked('hidden-text-before', '隐藏文字里有别的数字', before('not-displayed')),
  marked('hidden-text-after', '数字后面有隐藏文字', after('not-displayed')),
  marked('white-text-after', '数字后面有白色的字', after('white')),
  marked('tiny-text-after', '数字后面有小得看不见的字', after('tiny')),
  marked('numbers-as-pictures', '若干数字是图片', whole('picture'), { formats: HTML, destroys: true }, 0.1),
  marked('links-in-cells', '数字是超链接', whole('link')),
  marked('bookmarks-in-cells', '格子里有书签', whole('bookmark')),
  marked('comment-inside-number', '数字中间有注释或批注标记', (raw) => [
    { text: raw.slice(0, 1) },
    { text: '99', mark: 'comment' },
    { text: raw.slice(1) },
  ]),
  marked(
    'moved-text',
    '格子里有修订移走与移来的文字',
    (raw, rng) => [
      { text: other(rng), mark: 'moved-away' },
      { text: raw, mark: 'moved-here' },
    ],
    { formats: DOCX },
  ),
  marked('field-results', '数字是域的结果，域代码里有别的数字', whole('field'), { formats: DOCX }),
  marked('simple-field-results', '数字是简单域的结果', whole('simple-field'), { formats: DOCX }),
  marked('content-controls', '数字在内容控件里', whole('content-control'), { formats: DOCX }),
  vary(
    'negative-with-no-break-hyphen',
    '负号是不间断连字符',
    (draft) => {
      setFigure(draft, 'proactive.licensing.items_change@', { raw: '-3', value: -3, state: 'number' });
      for (const key of keysWhere(draft, ({ raw }) => /^-\d+$/.test(raw))) {
        const cell = draft.cells.get(key)!;
        cell.inline = [{ text: '-', mark: 'no-break-hyphen' }, { text: cell.text.slice(1) }];
      }
    },
    { formats: DOCX, table2: 't2019', slot: 'items-change' },
  ),
  vary(
    'footnote-marks',
    '数字后有上标注号',
    (draft, rng) => {
      for (const key of some(plainKeys(draft), rng, 0.1)) {
        const cell = draft.cells.get(key)!;
        const { text } = cell;
        setFigure(draft, key, { raw: `${text}¹`, state: 'annotated' });
        cell.inline = [{ text }, { text: '1', mark: 'raised' }];
      }
    },
    { formats: MARKUP, slot: 'value-marks' },
  ),
];
