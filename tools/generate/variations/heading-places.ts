/** Where headings stand: inside a paragraph or a table, behind a line break, split, left out, surrounded. */
import type { SectionCode } from '../../../src/model/extraction.js';
import type { Draft, DraftHeading, DraftTable } from './draft.js';
import { label, type Row } from './draft-table.js';
import { captionRow, headingsOf, paragraph, replaceBlock, sectionHeading, tablesOf } from './edit-draft.js';
import { MARKUP, type Variation, vary } from './variation.js';

export const HEADING_PLACES: readonly Variation[] = [
  vary('heading-inside-paragraph', '标题与正文在同一段，没有换行', (draft) => {
    for (const heading of headingsOf(draft, 1)) {
      // Where its table stands elsewhere, the heading before it has taken it in.
      if (!draft.blocks.includes(heading)) continue;
      const next = draft.blocks[draft.blocks.indexOf(heading) + 1];
      const after = next?.kind === 'paragraph' || next?.kind === 'heading' ? next : null;
      const text = after ? (after.kind === 'paragraph' ? after.text : after.number + after.words) : '';
      if (after) draft.blocks.splice(draft.blocks.indexOf(after), 1);
      replaceBlock(draft, heading, paragraph(`${heading.number}${heading.words}　${text}`));
    }
  }),
  vary(
    'whole-report-in-one-paragraph',
    '表格之间的全部文字都在一段里，标题没有换行',
    (draft) => {
      const blocks: Draft['blocks'] = [];
      for (const block of draft.blocks) {
        const before = blocks.at(-1);
        const text =
          block.kind === 'heading'
            ? block.number + block.words
            : block.kind === 'paragraph'
              ? block.text
              : null;
        const signature = block.kind === 'paragraph' && block.align === 'right';
        if (text === null || signature || before?.kind !== 'paragraph') {
          blocks.push(block.kind === 'heading' ? paragraph(block.number + block.words) : block);
        } else before.text += text;
      }
      draft.blocks = blocks;
    },
    { slot: 'heading-inside-paragraph', destroys: true },
  ),
  vary(
    'heading-after-line-break',
    '标题前有 <br>，与上一段同在一个段落',
    (draft) => {
      for (const heading of headingsOf(draft, 1)) brokenHeading(heading);
    },
    { formats: MARKUP },
  ),
  vary(
    'heading-split-over-runs',
    '标题被拆进多个 span 或 run',
    (draft) => {
      for (const heading of [...headingsOf(draft, 1), ...headingsOf(draft, 2)])
        heading.inline = [...(heading.number + heading.words)].map((text, place) => ({
          text,
          mark: place % 2 === 0 ? 'bold' : 'own-font',
        }));
    },
    { formats: MARKUP, slot: 'heading-after-line-break' },
  ),
  vary('heading-in-table', '标题印在表格第一行里', (draft) => headingsIntoTables(draft), {
    slot: 'heading-inside-paragraph',
  }),
  vary(
    'heading-over-two-paragraphs',
    '标题中间断成两段',
    (draft) => {
      for (const heading of headingsOf(draft, 1)) {
        const text = heading.number + heading.words;
        const middle = Math.ceil(text.length / 2);
        replaceBlock(draft, heading, paragraph(text.slice(0, middle)), paragraph(text.slice(middle)));
      }
    },
    { slot: 'heading-inside-paragraph' },
  ),
  vary(
    'heading-with-instruction',
    '标题后紧接填报说明，没有换行',
    (draft) => {
      for (const code of ['proactive', 'applications', 'review_litigation'] as const) {
        const heading = sectionHeading(draft, code);
        const words = heading && `${heading.number}${heading.words}该部分以表格形式报告。表格如下:`;
        if (heading && words) replaceBlock(draft, heading, paragraph(words));
      }
    },
    { slot: 'heading-inside-paragraph' },
  ),
  vary('first-heading-missing', '没有“一、总体情况”，正文从（一）开始', (draft) => {
    const heading = sectionHeading(draft, 'overview');
    if (!heading) return;
    draft.blocks.splice(draft.blocks.indexOf(heading), 1);
    draft.expected.sections = draft.expected.sections.filter((code) => code !== 'overview');
  }),
];

/** The number of line breaks in front is what real pages have, not a paragraph of its own. */
function brokenHeading(heading: DraftHeading): void {
  heading.inline = [{ text: '', mark: 'line-break' }, { text: heading.number + heading.words }];
}

function headingsIntoTables(draft: Draft): void {
  for (const [subject, code] of SECTION_OF) {
    const heading = sectionHeading(draft, code);
    const table = tablesOf(draft, subject)[0];
    if (!heading || !table) continue;
    const row: Row = captionRow(table, heading.number + heading.words);
    table.rows.unshift(row.map((cell) => cell ?? label('')));
    draft.blocks.splice(draft.blocks.indexOf(heading), 1);
  }
}

const SECTION_OF: readonly (readonly [DraftTable['subject'], SectionCode])[] = [
  ['proactive', 'proactive'],
  ['applications', 'applications'],
  ['review_litigation', 'review_litigation'],
];
